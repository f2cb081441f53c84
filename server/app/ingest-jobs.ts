import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { DocumentOrder } from '../api/changes.ts';
import { ingestDocument } from '../extract/ingest/ingest-document.ts';
import type { Store } from '../store/store.ts';
import type { ModelConfig } from './config.ts';
import type { ContextHolder } from './context-holder.ts';
import type { EventHub } from './event-hub.ts';
import { createIngestTools, requireModel } from './ingest-tools.ts';
import { JobQueue } from './job-queue.ts';
import type { ReadingThread } from './reading-thread.ts';

/** Longest a document may be read by the offline engine. */
const LIMIT_MS = 120_000;
/** A language model on a small machine takes minutes for a long report. */
const MODEL_LIMIT_MS = 30 * 60_000;

export interface IngestJobsOptions {
  readonly store: Store;
  readonly contexts: Pick<ContextHolder, 'serve'>;
  readonly thread: Pick<ReadingThread, 'read' | 'extract'>;
  readonly events: EventHub;
  readonly programVersion: string;
  readonly model: ModelConfig | undefined;
  readonly now: () => Date;
  readonly log: Logger;
  readonly limitMs?: number | undefined;
}

/** The queue of documents to be read into a store that is being served. A job is done once its version is served. */
export function createIngestJobs(options: IngestJobsOptions): JobQueue {
  const { store, contexts, thread, events, programVersion, model, now, log, limitMs = LIMIT_MS } = options;
  return new JobQueue({
    async run({ source, stated, engine }, author, progress, signal) {
      const onProgress = (done: number, total: number): void => progress.parts(done, total);
      const tools = createIngestTools({ thread, programVersion, model, engine, onProgress });
      const stamp = { author, at: now().toISOString() };
      const onStage = progress.stage.bind(progress);
      const ingested = await ingestDocument(store, { source, stated }, tools, { stamp, signal, onStage });
      await contexts.serve(ingested.version);
      return ingested;
    },
    limitMs: ({ engine }: DocumentOrder) => (engine === 'llm' ? MODEL_LIMIT_MS : limitMs),
    check({ engine }) {
      if (engine === 'llm') requireModel(model);
    },
    onJob: (job) => events.tell({ kind: 'job', job }),
    newId: randomUUID,
    now,
    log,
  });
}
