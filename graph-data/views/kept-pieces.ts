/** Room for so many bytes is made at once, so that a small network does not hold megabytes for nothing. */
const FIRST_BYTES = 65_536;

/**
 * Pieces of bytes by number, kept one after the other in one buffer: a hundred thousand buffers of their own would weigh on
 * the garbage collector. When there is no more room, the keeping begins anew.
 */
export class KeptPieces {
  readonly #mostBytes: number;
  /** Where a piece begins, plus one; 0 for none. */
  readonly #begin: Uint32Array;
  readonly #length: Uint32Array;
  #bytes = new Uint8Array(0);
  #used = 0;

  /**
   * @param size numbers are 0 to size - 1
   * @param mostBytes of all pieces together
   */
  constructor(size: number, mostBytes: number) {
    this.#mostBytes = mostBytes;
    this.#begin = new Uint32Array(size);
    this.#length = new Uint32Array(size);
  }

  /** A view of the piece of this number: good until the next `add`. Undefined where none is kept. */
  find(number: number): Uint8Array | undefined {
    const begin = this.#begin[number] ?? 0;
    return begin === 0 ? undefined : this.#bytes.subarray(begin - 1, begin - 1 + (this.#length[number] ?? 0));
  }

  /** Keeps a copy; not of a piece that has no room by itself. */
  add(number: number, piece: Uint8Array): void {
    if (piece.length > this.#mostBytes || number >= this.#begin.length) return;
    if (this.#used + piece.length > this.#mostBytes) {
      this.#begin.fill(0);
      this.#used = 0;
    }
    if (this.#used + piece.length > this.#bytes.length) this.#grow(piece.length);
    this.#bytes.set(piece, this.#used);
    this.#begin[number] = this.#used + 1;
    this.#length[number] = piece.length;
    this.#used += piece.length;
  }

  #grow(length: number): void {
    const wanted = Math.max(FIRST_BYTES, this.#bytes.length * 2, this.#used + length);
    const grown = new Uint8Array(Math.min(this.#mostBytes, wanted));
    grown.set(this.#bytes.subarray(0, this.#used));
    this.#bytes = grown;
  }
}
