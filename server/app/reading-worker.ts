import { parentPort } from 'node:worker_threads';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { extractClaims, type OnProgress } from '../extract/engine/extract-claims.ts';
import { shippedModel } from '../extract/engine/scorer/shipped-model.ts';
import { readDocumentBytes } from '../extract/reading/read-document-bytes.ts';
import type { ReadingFailure, ReadingMessage, ReadingReply, ReadingTask } from './reading-thread.ts';

// Runs in a worker thread: does one task after the other, and posts how far it is and what came of each.
parentPort?.on('message', (task: ReadingTask) => {
  void perform(task).then(post);
});

const post = (message: ReadingMessage): void => parentPort?.postMessage(message);

const tellProgress: OnProgress = (done, total) => post({ done, total });

async function perform(task: ReadingTask): Promise<ReadingReply> {
  try {
    const value =
      task.kind === 'read'
        ? await readDocumentBytes(task.bytes, task.source)
        : extractClaims(task.text, shippedModel(), task.threshold, tellProgress);
    return { value };
  } catch (error) {
    return { failure: toFailure(error) };
  }
}

/** An error keeps no code and no places on its way between threads. */
function toFailure(error: unknown): ReadingFailure {
  if (error instanceof OnrecordError) {
    const { code, message, errors } = error;
    return { code, message, errors };
  }
  return {
    code: 'internal',
    message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    errors: [],
  };
}
