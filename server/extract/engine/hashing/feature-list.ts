import type { Part } from './part.ts';

/** Names of features by their hashes, as far as they have been seen. */
export type FeatureNames = Map<number, string>;

const FIRST_SIZE = 1024;

/** Collects the features of one example after another, as hashes of their names; with `names` it also writes the names down. */
export class FeatureList {
  #hashes = new Int32Array(FIRST_SIZE);
  #length = 0;
  #open = 0;
  #openName = '';
  readonly #names: FeatureNames | undefined;

  constructor(names?: FeatureNames) {
    this.#names = names;
  }

  /** Adds the feature whose name is the pieces one after another. */
  add(a: Part, b?: Part, c?: Part, d?: Part, e?: Part, f?: Part): void {
    let hash = a.hash;
    if (b !== undefined) {
      hash = (Math.imul(hash, b.power) + b.hash) | 0;
      if (c !== undefined) {
        hash = (Math.imul(hash, c.power) + c.hash) | 0;
        if (d !== undefined) {
          hash = (Math.imul(hash, d.power) + d.hash) | 0;
          if (e !== undefined) {
            hash = (Math.imul(hash, e.power) + e.hash) | 0;
            if (f !== undefined) hash = (Math.imul(hash, f.power) + f.hash) | 0;
          }
        }
      }
    }
    this.#put(hash);
    if (this.#names !== undefined && !this.#names.has(hash))
      this.#names.set(hash, [a, b, c, d, e, f].map((part) => part?.text ?? '').join(''));
  }

  /** Opens a name of any number of pieces, which {@link and} goes on with and {@link end} adds. */
  begin(first: Part): void {
    this.#open = first.hash;
    if (this.#names !== undefined) this.#openName = first.text;
  }

  and(part: Part): void {
    this.#open = (Math.imul(this.#open, part.power) + part.hash) | 0;
    if (this.#names !== undefined) this.#openName += part.text;
  }

  end(): void {
    this.#put(this.#open);
    if (this.#names !== undefined && !this.#names.has(this.#open))
      this.#names.set(this.#open, this.#openName);
  }

  /** How many hashes have been added since the last time. */
  get length(): number {
    return this.#length;
  }

  /** Where the hashes added so far stand, {@link length} of them; another place with a later one. */
  get store(): Int32Array {
    return this.#hashes;
  }

  /** A look at the hashes added so far, gone with the next that is added. */
  look(): Int32Array {
    return this.#hashes.subarray(0, this.#length);
  }

  /** Forgets the hashes added since the last time. */
  drop(): void {
    this.#length = 0;
  }

  /** The hashes added since the last time, in order, doubles included. */
  take(): Int32Array {
    const length = this.#length;
    const taken = new Int32Array(length);
    for (let k = 0; k < length; k += 1) taken[k] = this.#hashes[k] ?? 0;
    this.#length = 0;
    return taken;
  }

  #put(hash: number): void {
    if (this.#length === this.#hashes.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#hashes);
      this.#hashes = larger;
    }
    this.#hashes[this.#length] = hash;
    this.#length += 1;
  }
}
