import { Worker } from 'node:worker_threads';
import type { FaultDetail, ProblemCode } from '../../graph-data/model/errors.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { Extraction, OnProgress } from '../extract/engine/extract-claims.ts';
import type { DocumentSource, ReadDocument } from '../extract/reading/read-document-bytes.ts';
import { Pause } from './pause.ts';

/** What the thread is asked for. */
export type ReadingTask =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly source: DocumentSource }
  | { readonly kind: 'extract'; readonly text: string; readonly threshold: number };
export type ReadingReply = { readonly value: unknown } | { readonly failure: ReadingFailure };
/** What the thread posts: how many of a report's sentences it has read, any number of times, then what came of the task. */
export type ReadingMessage = ReadingReply | { readonly done: number; readonly total: number };
export interface ReadingFailure {
  readonly code: ProblemCode;
  readonly message: string;
  readonly errors: readonly FaultDetail[];
}

/** After so long without work the thread ends, and its language model leaves the memory. */
const IDLE_MS = 60_000;
const MEMORY_MB = 2048;

/**
 * Reads documents and finds claims in a thread of its own, so that the server goes on answering. It begins with the first
 * task and is kept for those that follow, one at a time.
 */
export class ReadingThread {
  #worker: Worker | undefined;
  readonly #idle: Pause;

  /** @param idleMs how long it is kept without a task */
  constructor(idleMs = IDLE_MS) {
    this.#idle = new Pause(idleMs, () => void this.close());
  }

  /** Rejects as `readDocumentBytes` does, and with the signal's reason when that aborts. */
  read(bytes: Uint8Array, source: DocumentSource, signal: AbortSignal): Promise<ReadDocument> {
    return this.#run({ kind: 'read', bytes, source }, signal) as Promise<ReadDocument>;
  }

  /**
   * The claims that the offline engine finds, down to a score.
   * @param signal aborted, it ends the thread; the promise is rejected with its reason
   * @param onProgress told of the sentences read, as it goes and last with all of them
   */
  extract(
    text: string,
    threshold: number,
    signal: AbortSignal,
    onProgress?: OnProgress,
  ): Promise<Extraction> {
    return this.#run({ kind: 'extract', text, threshold }, signal, onProgress) as Promise<Extraction>;
  }

  /** Ends the thread; the next task begins another. */
  async close(): Promise<void> {
    if (this.#worker !== undefined) await this.#drop(this.#worker);
  }

  async #run(task: ReadingTask, signal: AbortSignal, onProgress?: OnProgress): Promise<unknown> {
    signal.throwIfAborted();
    this.#idle.cancel();
    const worker = (this.#worker ??= this.#begin());
    worker.ref();
    try {
      const reply = await askOnce(worker, task, signal, onProgress);
      if ('value' in reply) return reply.value;
      const { code, message, errors } = reply.failure;
      throw new OnrecordError(code, message, errors);
    } catch (error) {
      // A thread that is told to stop, or fails, takes no other task.
      if (signal.aborted || !(error instanceof OnrecordError)) await this.#drop(worker);
      throw error;
    } finally {
      worker.unref();
      this.#idle.ask();
    }
  }

  async #drop(worker: Worker): Promise<void> {
    if (this.#worker === worker) this.#worker = undefined;
    await worker.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    return worker;
  }
}

function askOnce(
  worker: Worker,
  task: ReadingTask,
  signal: AbortSignal,
  onProgress: OnProgress | undefined,
): Promise<ReadingReply> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void): void => {
      signal.removeEventListener('abort', stop);
      worker.off('message', answer).off('error', fail).off('exit', leave);
      end();
    };
    const answer = (message: ReadingMessage): void => {
      if ('done' in message) onProgress?.(message.done, message.total);
      else settle(() => resolve(message));
    };
    const fail = (error: Error): void => settle(() => reject(toError(error)));
    const leave = (): void => settle(() => reject(new Error('the reading thread ended before it answered')));
    const stop = (): void => settle(() => reject(signal.reason as Error));
    worker.on('message', answer).on('error', fail).on('exit', leave);
    signal.addEventListener('abort', stop, { once: true });
    worker.postMessage(task);
  });
}

function toError(error: Error): Error {
  if ((error as NodeJS.ErrnoException).code !== 'ERR_WORKER_OUT_OF_MEMORY') return error;
  const detail = `reading it takes more than ${MEMORY_MB} MB of memory`;
  return new OnrecordError('unreadable-document', detail, [{ pointer: '/document', detail }], {
    cause: error,
  });
}
