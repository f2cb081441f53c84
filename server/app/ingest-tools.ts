import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { DocumentBody } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { ModelFile } from '../extract/engine/scorer/claim-model.ts';
import { calibrate } from '../extract/engine/scorer/claim-model.ts';
import { MODEL_PATH } from '../extract/engine/scorer/shipped-model.ts';
import type { IngestTools } from '../extract/ingest/ingest-document.ts';
import { askModel } from '../extract/llm/ask-model.ts';
import { fetchDocument } from '../extract/reading/fetch-document.ts';
import type { ModelConfig } from './config.ts';
import type { ReadingThread } from './reading-thread.ts';

/** Proposals below this score are noise: of those that have it, about one in ten was right on reports held out. */
const LEAST_SCORE = 0.18;

export interface ToolOptions {
  readonly thread: Pick<ReadingThread, 'read' | 'extract'>;
  /** Names the method of the offline engine's claims. */
  readonly programVersion: string;
  readonly model: ModelConfig | undefined;
  readonly engine: DocumentBody['engine'];
  /** Told of the sentences that the engine has read, or of the parts that a model has answered. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What reports are read with: pages from the public internet, everything else in the reading thread or by a model. */
export function createIngestTools({
  thread,
  programVersion,
  model,
  engine,
  onProgress,
}: ToolOptions): IngestTools {
  return {
    fetch: (url, signal) => fetchDocument(url, { signal }),
    read: (bytes, source, signal) => thread.read(bytes, source, signal),
    async propose(text, { vocabulary, actors }, signal) {
      if (engine === 'rules') {
        const extraction = await thread.extract(text, LEAST_SCORE, signal, onProgress);
        return { extraction, method: `rules@${programVersion}`, dropped: [], tokens: null };
      }
      const { baseUrl, name, apiKey } = requireModel(model);
      return askModel(text, {
        endpoint: { baseUrl, model: name, key: apiKey },
        vocabulary,
        knownActors: actors,
        signal,
        onProgress: ({ done, total }) => onProgress(done, total),
      });
    },
  };
}

/** Throws OnrecordError `unknown-value` where no language model is set. */
export function requireModel(model: ModelConfig | undefined): ModelConfig {
  if (model !== undefined) return model;
  const detail = 'no language model is set here (LLM_BASE_URL and LLM_MODEL)';
  throw new OnrecordError('unknown-value', `engine: ${detail}`, [{ pointer: '/body/engine', detail }]);
}

const fittedSchema = z.object({
  threshold: z.number(),
  calibration: z.array(z.tuple([z.number(), z.number()])),
});

let shown: number | undefined;

/** The certainty from which the engine's own threshold would propose: what a reviewer is shown first. Read once. */
export function readShownThreshold(): number {
  if (shown !== undefined) return shown;
  const file: Pick<ModelFile, 'threshold' | 'calibration'> = fittedSchema.parse(
    JSON.parse(readFileSync(MODEL_PATH, 'utf8')),
  );
  shown = Math.floor(calibrate(file.calibration, file.threshold) * 100) / 100;
  return shown;
}
