import { jobsRequest } from '../api/changes.ts';
import type { Listen } from '../api/events.ts';
import { isUnderWay, withJob, withJobs } from './jobs-state.ts';
import type { Ask } from './keep-network-loaded.ts';
import type { PageStore } from './page-store.ts';

/** Waits; an aborted wait rejects. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** The window's document as far as this needs it. */
export interface Visibility {
  readonly hidden: boolean;
  addEventListener(type: 'visibilitychange', listener: () => void): void;
  removeEventListener(type: 'visibilitychange', listener: () => void): void;
}

export interface LiveParts {
  readonly ask: Ask;
  readonly listen: Listen;
  readonly wait: Wait;
  readonly page: Visibility;
  readonly onVersion: (version: number) => void;
}

export interface LiveKeeper {
  /** Looks at jobs at once, and listens anew where somebody else has signed in. */
  restart(): void;
  dispose(): void;
}

/** Between two looks at jobs while nothing is heard of them. */
const POLL_MS = 1_500;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/**
 * Keeps jobs as they are on the server, and hears of new versions: by its events, and where there are none by asking
 * while a job is under way. A page that is not seen does not listen, as a browser has few connections to a server.
 */
export function keepLive(store: PageStore, { ask, listen, wait, page, onVersion }: LiveParts): LiveKeeper {
  let running: AbortController | undefined;
  let isListening = false;
  let isPolling = false;

  const lookAtJobs = async (signal: AbortSignal): Promise<void> => {
    if (store.getState().session?.canWrite !== true) return;
    const { items } = await ask(jobsRequest(), signal);
    store.setState(({ jobs }) => ({ jobs: withJobs(jobs, items) }));
  };
  const hear = async (signal: AbortSignal): Promise<void> => {
    let retryMs = FIRST_RETRY_MS;
    for (;;) {
      try {
        await listen({
          signal,
          onOpen: () => {
            isListening = true;
            retryMs = FIRST_RETRY_MS;
            lookAtJobs(signal).catch(() => undefined); // the events still come
          },
          onEvent: (event) => {
            if (event.kind === 'version') onVersion(event.version);
            else store.setState(({ jobs }) => ({ jobs: withJob(jobs, event.job) }));
          },
        });
      } catch {
        // no events here, or not now: jobs are asked for meanwhile
      }
      signal.throwIfAborted();
      isListening = false;
      await lookAtJobs(signal).catch(() => undefined); // a later look may find the server again
      poll(signal);
      await wait(retryMs, signal);
      retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS);
    }
  };
  const poll = (signal: AbortSignal): void => {
    const isNeeded = (): boolean =>
      !signal.aborted && !isListening && store.getState().jobs.some((job) => isUnderWay(job));
    if (isPolling || !isNeeded()) return;
    isPolling = true;
    const go = async (): Promise<void> => {
      while (isNeeded()) {
        await wait(POLL_MS, signal);
        await lookAtJobs(signal).catch(() => undefined);
      }
    };
    void go()
      .catch(() => undefined) // aborted
      .finally(() => {
        isPolling = false;
      });
  };
  const start = (): void => {
    running?.abort();
    isListening = false;
    running = new AbortController();
    if (!page.hidden) hear(running.signal).catch(() => undefined); // aborted
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.jobs !== before.jobs && running !== undefined) poll(running.signal);
  });
  page.addEventListener('visibilitychange', start);
  start();
  return {
    restart: start,
    dispose() {
      unsubscribe();
      page.removeEventListener('visibilitychange', start);
      running?.abort();
    },
  };
}
