/** What is taken is cut from a buffer of so many bytes: collecting a buffer for each answer takes twice as long. */
const SLAB_BYTES = 1024 * 1024;
const FIRST_LENGTH = 65_536;
const LONGEST_NUMBER = 20;
const ZERO = 48;
/** Longer pieces are copied sooner by the engine than one by one. */
const LONGEST_LOOP = 32;

/**
 * Puts JSON together as UTF-8 bytes, in one buffer used again and again: a string of so many pieces would be a tree of
 * thousands of them before it is sent.
 */
export class JsonBytes {
  #bytes = new Uint8Array(FIRST_LENGTH);
  #length = 0;
  #slab = new Uint8Array(0);
  #slabUsed = 0;

  /** Adds a piece that is UTF-8 already; see {@link toBytes}. */
  add(piece: Uint8Array): void {
    const length = piece.length;
    if (this.#length + length > this.#bytes.length) this.#grow(length);
    if (length > LONGEST_LOOP) this.#bytes.set(piece, this.#length);
    else {
      const bytes = this.#bytes;
      const at = this.#length;
      for (let index = 0; index < length; index += 1) bytes[at + index] = piece[index] ?? 0;
    }
    this.#length += length;
  }

  /** Adds a whole number from 0. */
  addNumber(value: number): void {
    if (this.#length + LONGEST_NUMBER > this.#bytes.length) this.#grow(LONGEST_NUMBER);
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    this.#length += digits;
    let rest = value;
    for (let at = this.#length - 1; digits > 0; at -= 1, digits -= 1) {
      this.#bytes[at] = ZERO + (rest % 10);
      rest = Math.floor(rest / 10);
    }
  }

  /** Bytes added so far. */
  get length(): number {
    return this.#length;
  }

  /** What was added since the length was `begin`: a view, to be copied before anything else is added. */
  since(begin: number): Uint8Array {
    return this.#bytes.subarray(begin, this.#length);
  }

  /** A copy of what was added, and an empty buffer again. What keeps the copy for long should copy it: it holds a whole slab. */
  take(): Uint8Array<ArrayBuffer> {
    if (this.#slabUsed + this.#length > this.#slab.length) {
      this.#slab = new Uint8Array(Math.max(SLAB_BYTES, this.#length));
      this.#slabUsed = 0;
    }
    const taken = this.#slab.subarray(this.#slabUsed, this.#slabUsed + this.#length);
    taken.set(this.#bytes.subarray(0, this.#length));
    this.#slabUsed += this.#length;
    this.#length = 0;
    return taken;
  }

  #grow(length: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + length));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

const encoder = new TextEncoder();

/** A piece of JSON as bytes. */
export function toBytes(json: string): Uint8Array {
  return encoder.encode(json);
}
