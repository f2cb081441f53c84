import type { ClaimId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import { invertOrder, sortPlaces, toPlaces } from './sort-places.ts';

/**
 * The ids of all claims by row, 12 bytes each: half a million strings would take 20 MB and more. An id as it is minted (`c`
 * and 16 hexadecimal digits) is kept as two numbers; one of another form as it is.
 */
export interface ClaimIds {
  /** The digits of a minted id: the first eight, the last eight. */
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** The rows with minted ids, by id. */
  readonly minted: Uint32Array;
  /** Ids of another form, by row. */
  readonly others: ReadonlyMap<number, ClaimId>;
}

/** The id of a row; undefined where there is no such row. */
export function readClaimId({ high, low, others }: ClaimIds, row: number): ClaimId | undefined {
  const first = high[row];
  const last = low[row];
  if (first === undefined || last === undefined) return undefined;
  return others.get(row) ?? (`c${toHex(first)}${toHex(last)}` as ClaimId);
}

/** The row of the claim with this id, or -1. O(log n) for a minted id; ids of another form are looked through. */
export function findClaimRow(ids: ClaimIds, id: string): number {
  const { high, low, minted } = ids;
  const first = mayBeMinted(id) ? parseHex(id, 1) : -1;
  const last = mayBeMinted(id) ? parseHex(id, 9) : -1;
  if (first < 0 || last < 0) return findOther(ids, id);
  let from = 0;
  let to = minted.length - 1;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const row = minted[middle] ?? 0;
    const order = (high[row] ?? 0) - first || (low[row] ?? 0) - last;
    if (order === 0) return row;
    if (order < 0) from = middle + 1;
    else to = middle - 1;
  }
  return -1;
}

/** {@link findClaimRow} for whoever looks for most claims: a hash table of 8 to 16 bytes a claim is made first, O(n). */
export function createRowFinder(ids: ClaimIds): (id: string) => number {
  const { high, low, minted } = ids;
  const mask = 2 ** Math.ceil(Math.log2(minted.length * 2 + 1)) - 1;
  /** Rows and 1, each at the first free place from that of its last digits on. */
  const table = new Uint32Array(mask + 1);
  for (const row of minted) {
    let place = (low[row] ?? 0) & mask;
    while (table[place] !== 0) place = (place + 1) & mask;
    table[place] = row + 1;
  }
  return (id) => {
    const first = mayBeMinted(id) ? parseHex(id, 1) : -1;
    const last = mayBeMinted(id) ? parseHex(id, 9) : -1;
    if (first < 0 || last < 0) return findOther(ids, id);
    for (let place = last & mask; ; place = (place + 1) & mask) {
      const row = (table[place] ?? 0) - 1;
      if (row < 0 || (low[row] === last && high[row] === first)) return row;
    }
  };
}

function findOther({ others }: ClaimIds, id: string): number {
  for (const [row, other] of others) if (other === id) return row;
  return -1;
}

/** Takes ids one by one in any order; an id's place is how many came before it. */
export class ClaimIdList {
  readonly #high: number[] = [];
  readonly #low: number[] = [];
  readonly #others = new Map<number, ClaimId>();

  get length(): number {
    return this.#high.length;
  }

  push(id: ClaimId): void {
    const high = mayBeMinted(id) ? parseHex(id, 1) : -1;
    const low = mayBeMinted(id) ? parseHex(id, 9) : -1;
    const isPacked = high >= 0 && low >= 0;
    if (!isPacked) this.#others.set(this.#high.length, id);
    this.#high.push(isPacked ? high : 0);
    this.#low.push(isPacked ? low : 0);
  }

  /** All places, by id. */
  sort(): Uint32Array {
    const high = this.#high;
    const low = this.#low;
    const others = this.#others;
    const places = toPlaces(high.length);
    if (others.size > 0) {
      const ids = Array.from(
        places,
        (place) => others.get(place) ?? `c${toHex(high[place] ?? 0)}${toHex(low[place] ?? 0)}`,
      );
      return places.sort((a, b) => compareIds(ids[a] ?? '', ids[b] ?? ''));
    }
    // Least significant digits first, 16 bits at a time.
    let sorted = places;
    for (const column of [low, high]) {
      sorted = sortPlaces(sorted, (place) => (column[place] ?? 0) & 0xffff, 0x10000);
      sorted = sortPlaces(sorted, (place) => (column[place] ?? 0) >>> 16, 0x10000);
    }
    return sorted;
  }

  /**
   * The ids in a new order: row r has the id at place `order[r]`.
   * @param byId what {@link sort} answers
   */
  toIds(order: Uint32Array, byId: Uint32Array): ClaimIds {
    const rowOf = invertOrder(order);
    const others = new Map<number, ClaimId>();
    for (const [place, id] of this.#others) others.set(rowOf[place] ?? 0, id);
    const packed = others.size === 0 ? byId : byId.filter((place) => !this.#others.has(place));
    return {
      high: order.map((place) => this.#high[place] ?? 0),
      low: order.map((place) => this.#low[place] ?? 0),
      minted: packed.map((place) => rowOf[place] ?? 0),
      others: new Map([...others].sort(([a], [b]) => a - b)),
    };
  }
}

const MINTED_LENGTH = 17;

function mayBeMinted(id: string): boolean {
  return id.length === MINTED_LENGTH && id.startsWith('c');
}

/** The eight lower-case hexadecimal digits at `from` as a number; -1 where one is anything else. */
function parseHex(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < from + 8; at += 1) {
    const code = text.charCodeAt(at);
    const digit = code >= 48 && code <= 57 ? code - 48 : code >= 97 && code <= 102 ? code - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

const DIGITS_OF_BYTE = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function toHex(value: number): string {
  const digits = (shift: number): string => DIGITS_OF_BYTE[(value >>> shift) & 255] ?? '';
  return digits(24) + digits(16) + digits(8) + digits(0);
}
