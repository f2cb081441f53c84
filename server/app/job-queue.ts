import type { Logger } from 'pino';
import { PROBLEMS, toProblem } from '../../graph-data/contract/problems.ts';
import type { Ingested, Job } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { DocumentOrder, Jobs } from '../api/changes.ts';

/** Jobs remembered, those that wait or run aside. */
const MOST_REMEMBERED = 100;
const MOST_WAITING = 100;
/** Of the documents that wait. */
const MOST_WAITING_BYTES = 100 * 1024 * 1024;
/** Progress is told of no more often; another stage or state is told at once. */
const TELL_EVERY_MS = 100;

/** How a job says how far it is. */
export interface JobProgress {
  stage(stage: Job['stage']): void;
  parts(done: number, total: number): void;
}

export interface JobQueueOptions {
  /** Does the work of one job; stops when the signal aborts. Jobs are done one after the other. */
  readonly run: (
    order: DocumentOrder,
    author: string,
    progress: JobProgress,
    signal: AbortSignal,
  ) => Promise<Ingested>;
  /** Longest a job may run. */
  readonly limitMs: (order: DocumentOrder) => number;
  /** Throws OnrecordError for an order that cannot be taken. */
  readonly check: (order: DocumentOrder) => void;
  readonly onJob: (job: Job) => void;
  readonly newId: () => string;
  readonly now: () => Date;
  readonly log: Logger;
}

interface Entry {
  job: Job;
  /** Let go once the job has ended: it holds the document's bytes. */
  order: DocumentOrder | undefined;
  readonly author: string;
  readonly bytes: number;
  readonly stop: AbortController;
  toldAtMs: number;
}

/** Why a job ended before its end. */
class Cancelled extends Error {}

/** Work that takes longer than a request, one job after the other, the last hundred remembered until the server stops. */
export class JobQueue implements Jobs {
  readonly #options: JobQueueOptions;
  /** Oldest first. */
  readonly #entries = new Map<string, Entry>();
  #working: Promise<void> | undefined;
  #isClosed = false;

  constructor(options: JobQueueOptions) {
    this.#options = options;
  }

  add(order: DocumentOrder, author: string): Job {
    this.#options.check(order);
    const bytes = 'bytes' in order.source ? order.source.bytes.length : 0;
    const waiting = [...this.#entries.values()].filter(({ job }) => job.state === 'queued');
    const waitingBytes = waiting.reduce((sum, entry) => sum + entry.bytes, 0);
    if (waiting.length >= MOST_WAITING || waitingBytes + bytes > MOST_WAITING_BYTES) {
      const detail = `${waiting.length} documents wait to be read: come again when some are`;
      throw new OnrecordError('too-many-requests', detail, [{ pointer: '/body', detail }]);
    }
    const job: Job = {
      id: this.#options.newId(),
      kind: 'ingest',
      title: toTitle(order),
      state: 'queued',
      stage: 'waiting',
      done: 0,
      total: 0,
      createdAt: this.#options.now().toISOString(),
      result: null,
      problem: null,
    };
    const entry = { job, order, author, bytes, stop: new AbortController(), toldAtMs: 0 };
    this.#entries.set(job.id, entry);
    this.#forgetOld();
    this.#options.onJob(job);
    this.#working ??= this.#work();
    return job;
  }

  list(): Job[] {
    return [...this.#entries.values()].map(({ job }) => job).reverse();
  }

  find(id: string): Job | undefined {
    return this.#entries.get(id)?.job;
  }

  cancel(id: string): Job | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    if (!isEnded(entry.job)) {
      entry.stop.abort(new Cancelled('cancelled'));
      this.#end(entry, { state: 'cancelled' });
    }
    return entry.job;
  }

  /** Cancels what waits and runs, and waits until nothing does. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const id of this.#entries.keys()) this.cancel(id);
    await this.#working;
  }

  async #work(): Promise<void> {
    // The answer to whoever asked for the first job goes out before it begins.
    await Promise.resolve();
    for (;;) {
      const next = [...this.#entries.values()].find(({ job }) => job.state === 'queued');
      if (next === undefined || this.#isClosed) break;
      if (next.order !== undefined) await this.#runOne(next, next.order);
    }
    this.#working = undefined;
  }

  async #runOne(entry: Entry, order: DocumentOrder): Promise<void> {
    const { author, stop } = entry;
    const limitMs = this.#options.limitMs(order);
    const limit = setTimeout(() => stop.abort(tookTooLong(limitMs)), limitMs);
    this.#change(entry, { state: 'running' });
    const progress: JobProgress = {
      stage: (stage) => this.#change(entry, { stage, done: 0, total: 0 }),
      parts: (done, total) => this.#change(entry, { done, total }, TELL_EVERY_MS),
    };
    try {
      const result = await this.#options.run(order, author, progress, stop.signal);
      // What is written is written, also where somebody cancelled at the last moment.
      this.#end(entry, { state: 'done', result });
    } catch (error) {
      if (!(stop.signal.reason instanceof Cancelled)) this.#fail(entry, error);
    } finally {
      clearTimeout(limit);
    }
  }

  #fail(entry: Entry, error: unknown): void {
    if (!(error instanceof OnrecordError) || PROBLEMS[error.code].status >= 500)
      this.#options.log.error({ err: error, job: entry.job.id }, 'a job failed');
    const known = error instanceof OnrecordError ? error : new OnrecordError('internal', 'unexpected');
    this.#end(entry, { state: 'failed', problem: toProblem(known) });
  }

  #end(entry: Entry, change: Partial<Job>): void {
    entry.job = { ...entry.job, ...change, stage: 'ended' };
    entry.order = undefined;
    this.#options.onJob(entry.job);
  }

  /** What has ended stays as it ended. */
  #change(entry: Entry, change: Partial<Job>, everyMs = 0): void {
    if (isEnded(entry.job)) return;
    entry.job = { ...entry.job, ...change };
    const nowMs = this.#options.now().getTime();
    if (nowMs - entry.toldAtMs < everyMs) return;
    entry.toldAtMs = nowMs;
    this.#options.onJob(entry.job);
  }

  #forgetOld(): void {
    let surplus = this.#entries.size - MOST_REMEMBERED;
    for (const [id, { job }] of this.#entries) {
      if (surplus <= 0) return;
      if (!isEnded(job)) continue;
      this.#entries.delete(id);
      surplus -= 1;
    }
  }
}

function isEnded({ state }: Job): boolean {
  return state !== 'queued' && state !== 'running';
}

function tookTooLong(limitMs: number): OnrecordError {
  const detail = `the document was not read within ${Math.round(limitMs / 1000)} s`;
  return new OnrecordError('unreadable-document', detail, [{ pointer: '/document', detail }]);
}

/** What a person calls it before it is read. */
function toTitle({ source, stated }: DocumentOrder): string {
  return stated.title ?? stated.name ?? ('url' in source ? source.url : 'Pasted text');
}
