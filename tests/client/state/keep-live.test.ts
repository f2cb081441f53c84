import { describe, expect, it } from 'vitest';
import type { Listening } from '../../../client/api/events.ts';
import type { Visibility } from '../../../client/state/keep-live.ts';
import { keepLive } from '../../../client/state/keep-live.ts';
import { createPageStore } from '../../../client/state/page-store.ts';
import type { Job } from '../../../graph-data/contract/writes.ts';
import { toJob } from './sample-job.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

/** A server whose stream, waits and jobs go on when the test says so. */
function createServer({ canWrite = true } = {}) {
  const store = createPageStore('');
  store.setState({
    session: { name: 'ada', role: 'editor', canWrite, model: null, threshold: 0.5 },
  });
  const streams: (Listening & { readonly end: (error?: Error) => void })[] = [];
  const waits: { readonly ms: number; readonly go: () => void }[] = [];
  const versions: number[] = [];
  let items: readonly Job[] = [];
  let looks = 0;
  let onVisibility: () => void = () => undefined;
  const page = {
    hidden: false as boolean,
    addEventListener: (_type: string, listener: () => void) => {
      onVisibility = listener;
    },
    removeEventListener: () => undefined,
  } satisfies Visibility;
  const live = keepLive(store, {
    ask: () => {
      looks += 1;
      return Promise.resolve({ items }) as Promise<never>;
    },
    listen: (listening) =>
      new Promise((resolve, reject) => {
        listening.signal.addEventListener('abort', () => reject(new Error('aborted')));
        streams.push({ ...listening, end: (error) => (error ? reject(error) : resolve()) });
      }),
    wait: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('aborted')));
        waits.push({ ms, go: resolve });
      }),
    page,
    onVersion: (version) => versions.push(version),
  });
  return {
    store,
    live,
    streams,
    waits,
    versions,
    looks: () => looks,
    jobs: () => store.getState().jobs.map(({ id, state }) => `${id} ${state}`),
    setJobs: (next: readonly Job[]) => {
      items = next;
    },
    setHidden: (hidden: boolean) => {
      page.hidden = hidden;
      onVisibility();
    },
  };
}

describe('keepLive', () => {
  it('when the stream tells of jobs and versions, then both are kept', async () => {
    const { streams, jobs, versions } = createServer();
    streams[0]?.onOpen();
    streams[0]?.onEvent({ kind: 'job', job: toJob({ id: 'a' }) });
    streams[0]?.onEvent({ kind: 'version', version: 9 });
    streams[0]?.onEvent({ kind: 'job', job: toJob({ id: 'a', state: 'done' }) });
    await settle();
    expect(jobs()).toEqual(['a done']);
    expect(versions).toEqual([9]);
  });

  it('when the stream opens, then jobs that were under way before are looked at; a reader asks for none', async () => {
    const editor = createServer();
    editor.setJobs([toJob({ id: 'a' })]);
    editor.streams[0]?.onOpen();
    await settle();
    expect(editor.jobs()).toEqual(['a running']);
    const reader = createServer({ canWrite: false });
    reader.streams[0]?.onOpen();
    await settle();
    expect(reader.looks()).toBe(0);
  });

  it('when there is no stream, then jobs are asked for while one is under way, and the stream is tried later and later', async () => {
    const { streams, waits, setJobs, jobs, looks } = createServer();
    setJobs([toJob({ id: 'a' })]);
    streams[0]?.end(new Error('404'));
    await settle();
    expect(jobs()).toEqual(['a running']);
    const [poll, retry] = [waits.find(({ ms }) => ms === 1_500), waits.find(({ ms }) => ms === 2_000)];
    setJobs([toJob({ id: 'a', state: 'done' })]);
    poll?.go();
    await settle();
    expect(jobs()).toEqual(['a done']);
    const looked = looks();
    expect(waits.filter(({ ms }) => ms === 1_500).length).toBe(1);
    retry?.go();
    await settle();
    streams[1]?.end(new Error('404'));
    await settle();
    expect(waits.at(-1)?.ms).toBe(4_000);
    expect(looks()).toBe(looked + 1);
  });

  it('when the page is hidden, then it does not listen, and does so again when it is seen', async () => {
    const { streams, setHidden } = createServer();
    setHidden(true);
    await settle();
    expect([streams.length, streams[0]?.signal.aborted]).toEqual([1, true]);
    setHidden(false);
    expect([streams.length, streams[1]?.signal.aborted]).toEqual([2, false]);
  });

  it('when somebody else has signed in, then it listens anew; when it is disposed of, no more', () => {
    const { live, streams } = createServer();
    live.restart();
    expect(streams.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    live.dispose();
    expect(streams.map(({ signal }) => signal.aborted)).toEqual([true, true]);
  });
});
