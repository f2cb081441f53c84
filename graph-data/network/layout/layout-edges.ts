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
  const rows = sortPairs(count, ones, others, claims);
  const [sources, targets] = [new Uint32Array(rows.length), new Uint32Array(rows.length)];
  const weights = new Float64Array(rows.length);
  let last = -1;
  for (const row of rows) {
    const one = ones[row] ?? 0;
    const other = others[row] ?? 0;
    const [source, target] = one < other ? [one, other] : [other, one];
    if (last < 0 || sources[last] !== source || targets[last] !== target) {
      last += 1;
      sources[last] = source;
      targets[last] = target;
    }
    weights[last] = (weights[last] ?? 0) + (claims[row] ?? 0);
  }
  const length = last + 1;
  return {
    sources: sources.slice(0, length),
    targets: targets.slice(0, length),
    weights: weights.slice(0, length).map((sum) => 1 + ln(sum)),
  };
}

/** The rows that tie a pair, by its lower end, then its higher. */
function sortPairs(
  count: number,
  ones: Uint32Array,
  others: Uint32Array,
  claims: ArrayLike<number>,
): Uint32Array {
  let length = 0;
  const rows = new Uint32Array(ones.length);
  for (let row = 0; row < ones.length; row += 1) {
    if ((claims[row] ?? 0) === 0 || ones[row] === others[row]) continue;
    rows[length] = row;
    length += 1;
  }
  const byHigher = sortRows(rows.subarray(0, length), count, (row) =>
    Math.max(ones[row] ?? 0, others[row] ?? 0),
  );
  return sortRows(byHigher, count, (row) => Math.min(ones[row] ?? 0, others[row] ?? 0));
}

/** Stable counting sort by a key below `count`. */
function sortRows(rows: Uint32Array, count: number, keyOf: (row: number) => number): Uint32Array {
  const next = new Uint32Array(count + 1);
  for (const row of rows) {
    const key = keyOf(row) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 0; key < count; key += 1) next[key + 1] = (next[key + 1] ?? 0) + (next[key] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const at = next[key] ?? 0;
    sorted[at] = row;
    next[key] = at + 1;
  }
  return sorted;
}
