/** Most bytes of UTF-8 for a UTF-16 code unit. */
const MOST_PER_UNIT = 3;

/** Text gathered piece by piece as UTF-8. Lone surrogates become U+FFFD. Each piece is encoded while it is in the cache. */
export class Utf8Text {
  readonly #encoder = new TextEncoder();
  #bytes = new Uint8Array(MOST_PER_UNIT * 4096);
  #length = 0;

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** Adds a piece; answers its length in bytes. */
  write(piece: string): number {
    const needed = this.#length + piece.length * MOST_PER_UNIT;
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = larger;
    }
    const { written } = this.#encoder.encodeInto(piece, this.#bytes.subarray(this.#length));
    this.#length += written;
    return written;
  }

  /** Hands over what was gathered, in memory of its own, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }
}
