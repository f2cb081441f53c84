import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../graph-data/contract/writes.ts';
import { jobSchema } from '../../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { DocumentOrder } from '../../../server/api/changes.ts';
import type { JobProgress } from '../../../server/app/job-queue.ts';
import { JobQueue } from '../../../server/app/job-queue.ts';
import { STUB_RESULT } from '../../fixtures/serve-changes.ts';

interface Running {
  readonly title: string | undefined;
  readonly author: string;
  readonly progress: JobProgress;
  readonly signal: AbortSignal;
  readonly finish: () => void;
  readonly fail: (error: unknown) => void;
}

function open(limitMs = 60_000) {
  const running: Running[] = [];
  const told: Job[] = [];
  let [ids, nowMs] = [0, 0];
  const queue = new JobQueue({
    run: ({ stated }, author, progress, signal) =>
      new Promise((resolve, fail) => {
        const finish = (): void => resolve(STUB_RESULT);
        signal.addEventListener('abort', () => fail(signal.reason as Error));
        running.push({ title: stated.title, author, progress, signal, finish, fail });
      }),
    limitMs: () => limitMs,
    check: ({ engine }) => {
      if (engine === 'llm') throw new OnrecordError('unknown-value', 'no model');
    },
    onJob: (job) => told.push(job),
    newId: () => `j${(ids += 1)}`,
    now: () => new Date(nowMs),
    log: pino({ level: 'silent' }),
  });
  const add = (title = 'A report', more: Partial<DocumentOrder> = {}) =>
    queue.add(
      {
        source: { bytes: new Uint8Array(1), mediaType: undefined },
        stated: { title },
        engine: 'rules',
        ...more,
      },
      'Ada',
    );
  return { queue, running, told, add, passMs: (ms: number) => (nowMs += ms) };
}

/** Lets everything happen that only waits for promises. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('the queue of jobs', () => {
  it('when jobs are added, then they run one after the other, and each is told at every step', async () => {
    const { queue, running, told, add } = open();
    expect(add('one')).toMatchObject({ id: 'j1', title: 'one', state: 'queued', stage: 'waiting' });
    add('two');
    await settle();
    expect(running.map(({ title, author }) => [title, author])).toEqual([['one', 'Ada']]);
    running[0]?.progress.stage('reading');
    running[0]?.finish();
    await settle();
    expect(running).toHaveLength(2);
    expect(queue.list().map(({ id, state }) => [id, state])).toEqual([
      ['j2', 'running'],
      ['j1', 'done'],
    ]);
    expect(told.filter(({ id }) => id === 'j1').map(({ state, stage }) => `${state} ${stage}`)).toEqual([
      ...['queued waiting', 'running waiting', 'running reading', 'done ended'],
    ]);
    for (const job of told) expect(jobSchema.parse(job)).toEqual(job);
    expect(queue.find('j1')?.result).toEqual(STUB_RESULT);
  });

  it('when parts are done quickly, then not each is told, but the last is known', async () => {
    const { queue, running, told, add, passMs } = open();
    add();
    await settle();
    passMs(1000);
    for (let done = 0; done <= 50; done += 1) running[0]?.progress.parts(done, 50);
    expect(told.filter(({ total }) => total === 50)).toHaveLength(1);
    passMs(1000);
    running[0]?.progress.parts(50, 50);
    expect(told.at(-1)).toMatchObject({ done: 50, total: 50 });
    expect(queue.find('j1')).toMatchObject({ done: 50, total: 50 });
    await queue.close();
  });

  it('when a job fails, then it holds the problem and the next begins; what is ours to expect only is told', async () => {
    const { queue, running, add } = open();
    add();
    add();
    await settle();
    running[0]?.fail(new OnrecordError('unreadable-document', 'expected text, found none'));
    await settle();
    running[1]?.fail(new Error('/secret/path'));
    await settle();
    expect(queue.find('j1')).toMatchObject({
      ...{ state: 'failed', result: null },
      problem: { code: 'unreadable-document', status: 422, detail: 'expected text, found none' },
    });
    expect(queue.find('j2')?.problem).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(queue.list())).not.toContain('secret');
  });

  it('when a job takes too long, then it is stopped and fails with a plain reason', async () => {
    const { queue, add } = open(1);
    add();
    await expect.poll(() => queue.find('j1')?.state).toBe('failed');
    expect(queue.find('j1')?.problem).toMatchObject({
      code: 'unreadable-document',
      detail: expect.stringMatching(/not read within/) as string,
    });
  });

  it('when jobs are cancelled, then the waiting never run and the running is told to stop; what has ended stays', async () => {
    const { queue, running, add } = open();
    add();
    add();
    await settle();
    expect(queue.cancel('j2')).toMatchObject({ state: 'cancelled', stage: 'ended' });
    expect(queue.cancel('j1')).toMatchObject({ state: 'cancelled' });
    expect(running[0]?.signal.aborted).toBe(true);
    await settle();
    expect(running).toHaveLength(1);
    add();
    await settle();
    running[1]?.finish();
    await settle();
    expect(queue.cancel('j3')).toMatchObject({ state: 'done' });
    expect(queue.cancel('j9')).toBeUndefined();
  });

  it('when too many or too much waits, then more is refused', async () => {
    const { queue, add } = open();
    add();
    await settle();
    for (let count = 0; count < 100; count += 1) add();
    expect(() => add()).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    await queue.close();
    expect(queue.list().every(({ state }) => state === 'cancelled')).toBe(true);

    const other = open();
    other.add();
    await settle();
    const large = { source: { bytes: new Uint8Array(60 * 1024 * 1024), mediaType: undefined } };
    other.add('large', large);
    expect(() => other.add('large', large)).toThrow(expect.objectContaining({ code: 'too-many-requests' }));
    await other.queue.close();
  });

  it('when an order cannot be taken, then it is no job', () => {
    const { queue, add } = open();
    expect(() => add('x', { engine: 'llm' })).toThrow('no model');
    expect(queue.list()).toEqual([]);
  });

  it('when more than a hundred have ended, then the oldest are forgotten', async () => {
    const { queue, running, add } = open();
    for (let count = 0; count < 103; count += 1) {
      add();
      await settle();
      running[count]?.finish();
      await settle();
    }
    expect(queue.list()).toHaveLength(100);
    expect([queue.find('j3'), queue.find('j4')?.state]).toEqual([undefined, 'done']);
  });
});
