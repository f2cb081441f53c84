import type { ClaimWords, IdentifiedWords } from '../model/claim.ts';
import { EVIDENCE_BASES } from '../model/claim.ts';
import type { ActorId, ClaimId } from '../model/ids.ts';
import { Utf8Text } from './utf8-text.ts';

const NOBODY: readonly ActorId[] = [];

/**
 * The words of many claims by row: the sentences as UTF-8 and 24 bytes a row. As strings and objects they would take three
 * times that, and garbage collection would go through them again and again.
 */
export class WordsByRow {
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  readonly #text = new Utf8Text();
  /** The text of each lot. */
  readonly #blocks: Uint8Array[] = [];
  /** For each row the fields below. */
  readonly #places: Uint32Array;
  readonly #via = new Map<number, readonly ActorId[]>();

  constructor(rows: number) {
    this.#places = new Uint32Array(rows * STRIDE);
  }

  /** Takes in a lot. Claims that have no row here are passed over. */
  add(lot: Iterable<IdentifiedWords>, rowOf: (id: ClaimId) => number): void {
    const places = this.#places;
    for (const { id, via, exact, sentence, basis } of lot) {
      const at = rowOf(id) * STRIDE;
      if (!(at >= 0 && at < places.length)) continue;
      const exactAt = sentence.indexOf(exact);
      places[at + START] = this.#text.length;
      places[at + LENGTH] = this.#text.write(exactAt < 0 ? sentence + exact : sentence);
      places[at + SENTENCE_LENGTH] = sentence.length;
      places[at + EXACT_AT] = exactAt < 0 ? sentence.length : exactAt;
      places[at + EXACT_LENGTH] = exact.length;
      places[at + BLOCK_AND_BASIS] =
        (this.#blocks.length + 1) * EVIDENCE_BASES.length + EVIDENCE_BASES.indexOf(basis);
      if (via.length > 0) this.#via.set(at, via);
    }
    this.#blocks.push(this.#text.take());
  }

  /** Undefined where no lot had the claim of this row. */
  find(row: number): ClaimWords | undefined {
    const at = row * STRIDE;
    const field = (name: number): number => this.#places[at + name] ?? 0;
    const kinds = EVIDENCE_BASES.length;
    const block = this.#blocks[Math.floor(field(BLOCK_AND_BASIS) / kinds) - 1];
    const basis = EVIDENCE_BASES[field(BLOCK_AND_BASIS) % kinds];
    if (block === undefined || basis === undefined) return undefined;
    const bytes = block.subarray(field(START), field(START) + field(LENGTH));
    const text = this.#decoder.decode(bytes);
    return {
      via: this.#via.get(at) ?? NOBODY,
      exact: text.slice(field(EXACT_AT), field(EXACT_AT) + field(EXACT_LENGTH)),
      sentence: text.slice(0, field(SENTENCE_LENGTH)),
      basis,
    };
  }
}

/** In bytes of the block. */
const START = 0;
const LENGTH = 1;
/** In UTF-16 code units of the text, which is the sentence, and the exact words behind it where they are no part of it. */
const SENTENCE_LENGTH = 2;
const EXACT_AT = 3;
const EXACT_LENGTH = 4;
/** One number for both; 0 for no words. */
const BLOCK_AND_BASIS = 5;
const STRIDE = 6;
