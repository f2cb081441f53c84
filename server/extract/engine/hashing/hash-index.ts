/** Numbers for hashes, 0 upwards in the order given: an open table that holds no strings. */
export class HashIndex {
  readonly size: number;
  /** By turns a hash and its number + 1; 0 where the place is free. */
  readonly #table: Int32Array;
  readonly #shift: number;
  readonly #seenIn: Int32Array;
  #round = 0;

  /** Of equal hashes the first counts. */
  constructor(hashes: ArrayLike<number>) {
    let bits = 4;
    while (1 << bits < 2 * hashes.length) bits += 1;
    this.#shift = 32 - bits;
    this.#table = new Int32Array(2 << bits);
    this.size = hashes.length;
    this.#seenIn = new Int32Array(hashes.length);
    for (let k = 0; k < hashes.length; k += 1) {
      const hash = hashes[k] ?? 0;
      const place = this.#placeOf(hash);
      if (this.#table[place + 1] !== 0) continue;
      this.#table[place] = hash;
      this.#table[place + 1] = k + 1;
    }
  }

  /** The number of a hash, -1 for one that was not given. */
  numberOf(hash: number): number {
    return (this.#table[this.#placeOf(hash) + 1] ?? 0) - 1;
  }

  /** The numbers of the known hashes in order, each once if so asked. */
  knownOf(hashes: Int32Array, isOnce = true): number[] {
    this.#round += 1;
    const numbers: number[] = [];
    for (let k = 0; k < hashes.length; k += 1) {
      const number = this.numberOf(hashes[k] ?? 0);
      if (number < 0 || (isOnce && this.#seenIn[number] === this.#round)) continue;
      this.#seenIn[number] = this.#round;
      numbers.push(number);
    }
    return numbers;
  }

  /** The sum of the weights of the known hashes, each counted once. */
  sumOf(weights: Float64Array, hashes: Int32Array): number {
    this.startSum();
    return this.sumOn(0, weights, hashes, 0, hashes.length);
  }

  /** From here on every known hash counts again, once. */
  startSum(): void {
    this.#round += 1;
  }

  /** `sum` and the weights of the known hashes from one place to another, none that has counted since {@link startSum}. */
  sumOn(sum: number, weights: Float64Array, hashes: Int32Array, from: number, to: number): number {
    const [table, seenIn, round] = [this.#table, this.#seenIn, this.#round];
    for (let k = from; k < to; k += 1) {
      const number = (table[this.#placeOf(hashes[k] ?? 0) + 1] ?? 0) - 1;
      if (number < 0 || seenIn[number] === round) continue;
      seenIn[number] = round;
      sum += weights[number] ?? 0;
    }
    return sum;
  }

  #placeOf(hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    let place = (Math.imul(hash, 0x85ebca6b) >>> this.#shift) << 1;
    while (table[place + 1] !== 0 && table[place] !== hash) place = (place + 2) & mask;
    return place;
  }
}
