import { ln } from './ln.ts';

/** Who is tied to whom and how strongly, in columns: pair by pair, sorted by source, then target; source < target. */
export interface LayoutEdges {
  /** Index of the end that comes first. */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  /** Above 0. */
  readonly weights: Float64Array;
}

/**
 * One edge a tied pair, of weight 1 + ln(claims), from rows that may name a pair several times and either way round; rows
 * without claims and self-loops are left out. Linear: two counting sorts.
 * @param count nodes; the ends of rows are below it
 * @param claims how many claims a row stands for
 */
export function toLayoutEdges(
  count: number,
  ones: Uint32Array,
  others: Uint32Array,
  claims: ArrayLike<number>,
): LayoutEdges {
  const rows = toRows(ones, others, claims);
  const { lows, highs, sums } = sortRows(sortRows(rows, 'highs', count), 'lows', count);
  // Rows of one pair stand together now: each pair's first takes the claims of the others.
  let last = -1;
  for (let row = 0; row < lows.length; row += 1) {
    const low = lows[row] ?? 0;
    const high = highs[row] ?? 0;
    const own = sums[row] ?? 0;
    if (last >= 0 && lows[last] === low && highs[last] === high) {
      sums[last] = (sums[last] ?? 0) + own;
      continue;
    }
    last += 1;
    lows[last] = low;
    highs[last] = high;
    sums[last] = own;
  }
  return {
    sources: lows.slice(0, last + 1),
    targets: highs.slice(0, last + 1),
    weights: sums.slice(0, last + 1).map((sum) => (sum === 1 ? 1 : 1 + ln(sum))),
  };
}

interface Rows {
  readonly lows: Uint32Array;
  readonly highs: Uint32Array;
  readonly sums: Float64Array;
}

function createRows(length: number): Rows {
  return { lows: new Uint32Array(length), highs: new Uint32Array(length), sums: new Float64Array(length) };
}

/** The rows that tie a pair, the lower end first. */
function toRows(ones: Uint32Array, others: Uint32Array, claims: ArrayLike<number>): Rows {
  const { lows, highs, sums } = createRows(ones.length);
  let length = 0;
  for (let row = 0; row < ones.length; row += 1) {
    const one = ones[row] ?? 0;
    const other = others[row] ?? 0;
    const own = claims[row] ?? 0;
    if (own === 0 || one === other) continue;
    lows[length] = one < other ? one : other;
    highs[length] = one < other ? other : one;
    sums[length] = own;
    length += 1;
  }
  return {
    lows: lows.subarray(0, length),
    highs: highs.subarray(0, length),
    sums: sums.subarray(0, length),
  };
}

/** Stable counting sort by a column whose values are below `count`. */
function sortRows(rows: Rows, by: 'lows' | 'highs', count: number): Rows {
  const keys = rows[by];
  const { lows, highs, sums } = rows;
  const length = keys.length;
  const next = new Uint32Array(count + 1);
  for (let row = 0; row < length; row += 1) {
    const key = (keys[row] ?? 0) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 0; key < count; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = createRows(length);
  for (let row = 0; row < length; row += 1) {
    const key = keys[row] ?? 0;
    const at = next[key] ?? 0;
    next[key] = at + 1;
    sorted.lows[at] = lows[row] ?? 0;
    sorted.highs[at] = highs[row] ?? 0;
    sorted.sums[at] = sums[row] ?? 0;
  }
  return sorted;
}
