import type { TimeColumns } from './time-columns.ts';

/** Which relations are left within some days, by their places in the columns. */
export interface RelationsWithin {
  /** 1 where a relation is left. */
  readonly isVisible: Uint8Array;
  /** Its claims there; 0 where it is not left. */
  readonly claims: Uint32Array;
}

/**
 * The relations that the lens would leave with these days as its `from` and `to`, both included, as numbers from 1970-01-01;
 * null is open. With either, claims without a date do not count, as in the lens; with neither, everything is left. Cost: one
 * look at each range and no more: well under a millisecond for 100,000.
 */
export function relationsWithin(
  columns: TimeColumns,
  from: number | null,
  to: number | null,
): RelationsWithin {
  const { firstRange, undated, minClaims } = columns;
  const length = undated.length;
  const isVisible = new Uint8Array(length);
  const claims = new Uint32Array(length);
  const isWhole = from === null && to === null;
  const first = from ?? -Infinity;
  const last = to ?? Infinity;
  const countOrigins = columns.minOrigins > 1 && !isWhole ? createOriginCount(columns) : undefined;
  for (let relation = 0; relation < length; relation += 1) {
    const begin = firstRange[relation] as number;
    const end = firstRange[relation + 1] as number;
    const count = isWhole
      ? end - begin + (undated[relation] as number)
      : countWithin(columns, begin, end, first, last);
    if (count === 0 || count < minClaims) continue;
    if (countOrigins !== undefined && countOrigins(begin, end, first, last) < columns.minOrigins) continue;
    isVisible[relation] = 1;
    claims[relation] = count;
  }
  return { isVisible, claims };
}

function countWithin(
  { from, to }: TimeColumns,
  begin: number,
  end: number,
  first: number,
  last: number,
): number {
  let count = 0;
  // Ranges are by first day: none after one that begins too late can be within.
  for (let range = begin; range < end && (from[range] as number) <= last; range += 1)
    if ((to[range] as number) >= first) count += 1;
  return count;
}

type OriginCount = (begin: number, end: number, first: number, last: number) => number;

/** Counts the distinct origins of a relation's ranges within some days: each origin is stamped with the range it was met from. */
function createOriginCount({ from, to, origin }: TimeColumns): OriginCount {
  const stamps = new Uint32Array(origin.length); // a relation has no more origins than ranges
  return (begin, end, first, last) => {
    let count = 0;
    for (let range = begin; range < end && (from[range] as number) <= last; range += 1) {
      const number = origin[range] as number;
      if ((to[range] as number) < first || stamps[number] === begin + 1) continue;
      stamps[number] = begin + 1;
      count += 1;
    }
    return count;
  };
}
