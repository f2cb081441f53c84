/**
 * A piece of a feature's name. Names are put together from pieces thousands of times a report, so that only their hashes are:
 * hash(ab) = hash(a) · power(b) + hash(b), a polynomial over UTF-16 code units modulo 2^32.
 */
export interface Part {
  readonly text: string;
  readonly hash: number;
  /** The polynomial's base to the power of the text's length. */
  readonly power: number;
}

/** Odd, so that every power of it has an inverse and no place of a name is lost. */
const BASE = 0x9e3779b1 | 0;

/** A piece of a name; linear in its length. */
export function toPart(text: string): Part {
  let hash = 0;
  let power = 1;
  for (let i = 0; i < text.length; i += 1) {
    hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
    power = Math.imul(power, BASE);
  }
  return { text, hash, power };
}

/** The hash of a whole name: that of its pieces put together, wherever it is cut. */
export const hashOf = (name: string): number => toPart(name).hash;

/** A piece for each of some words. */
export const toParts = <Word extends string>(...words: readonly Word[]): Readonly<Record<Word, Part>> =>
  Object.fromEntries(words.map((word) => [word, toPart(word)])) as Record<Word, Part>;

/** A cache that has grown so large begins anew. */
const MOST_PARTS = 50_000;

/** Pieces of words as they come, each made once as long as they are no more than 50,000. */
export class PartCache {
  readonly #parts = new Map<string, Part>();

  get(text: string): Part {
    let part = this.#parts.get(text);
    if (part === undefined) {
      if (this.#parts.size >= MOST_PARTS) this.#parts.clear();
      this.#parts.set(text, (part = toPart(text)));
    }
    return part;
  }
}
