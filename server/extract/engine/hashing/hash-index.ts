/** Numbers for hashes, 0 upwards in the order given: an open table that holds no strings. */
export class HashIndex {
  readonly size: number;
  readonly #keys: Int32Array;
  /** Number + 1; 0 where the place is free. */
  readonly #numbers: Int32Array;
  readonly #shift: number;
  readonly #seenIn: Int32Array;
  #round = 0;

  /** Of equal hashes the first counts. */
  constructor(hashes: ArrayLike<number>) {
    let bits = 4;
    while (1 << bits < 2 * hashes.length) bits += 1;
    this.#shift = 32 - bits;
    this.#keys = new Int32Array(1 << bits);
    this.#numbers = new Int32Array(1 << bits);
    this.size = hashes.length;
    this.#seenIn = new Int32Array(hashes.length);
    for (let k = 0; k < hashes.length; k += 1) {
      const hash = hashes[k] ?? 0;
      const place = this.#placeOf(hash);
      if (this.#numbers[place] !== 0) continue;
      this.#keys[place] = hash;
      this.#numbers[place] = k + 1;
    }
  }

  /** The number of a hash, -1 for one that was not given. */
  numberOf(hash: number): number {
    return (this.#numbers[this.#placeOf(hash)] ?? 0) - 1;
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
    this.#round += 1;
    let sum = 0;
    for (let k = 0; k < hashes.length; k += 1) {
      const number = this.numberOf(hashes[k] ?? 0);
      if (number < 0 || this.#seenIn[number] === this.#round) continue;
      this.#seenIn[number] = this.#round;
      sum += weights[number] ?? 0;
    }
    return sum;
  }

  #placeOf(hash: number): number {
    const mask = this.#keys.length - 1;
    let place = Math.imul(hash, 0x85ebca6b) >>> this.#shift;
    while (this.#numbers[place] !== 0 && this.#keys[place] !== hash) place = (place + 1) & mask;
    return place;
  }
}
