import type { Vocabulary } from '../../../graph-data/model/vocabulary.ts';
import type { Actor } from '../../../graph-data/model/actor.ts';
import type { Extraction } from '../engine/extract-claims.ts';

/** What an engine proposes of a text, and what it took. */
export interface Proposed {
  readonly extraction: Extraction;
  /** `rules@version` or `llm:model`. */
  readonly method: string;
  /** What was said and not kept, by reason. */
  readonly dropped: readonly { readonly reason: string; readonly count: number }[];
  readonly tokens: { readonly prompt: number; readonly completion: number } | null;
}

/** What an engine may know beside the text. */
export interface KnownBefore {
  readonly vocabulary: Vocabulary;
  /** None merged into another. */
  readonly actors: readonly Actor[];
}
