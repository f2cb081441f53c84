import type { Clock, Lens } from '../../model/lens.ts';
import { NO_DATE } from '../claim-table.ts';
import type { Network } from '../network.ts';
import type { FacetColumns } from './facet-columns.ts';
import type { FacetList, FacetTests } from './facet-tests.ts';
import { BITS, FACET_LISTS } from './facet-tests.ts';

/** Counts under `minClaims` or `minOrigins`, relation by relation: a value counts where enough of its claims stand. */
export interface Tally {
  /** @param masks the conditions that each claim of the relation fails, from its first on */
  add(relation: number, masks: Uint16Array): void;
  /** Claims of the relation that a clock would leave. */
  countClock(relation: number, masks: Uint16Array, clock: Clock): number;
}

/** Values times this, plus an origin, is one number that sorts by both. */
const ORIGINS = 2 ** 32;

/** A tally that adds to `values` and `any`. */
export function createTally(
  { claims, relations }: Network,
  { minClaims, minOrigins }: Lens,
  { publisherOf, kindOf }: FacetColumns,
  { isInTime }: FacetTests,
  values: Readonly<Record<FacetList, Uint32Array>>,
  any: Record<FacetList, number>,
): Tally {
  let keys = new Float64Array(64);
  const readers: Readonly<Record<FacetList, (row: number) => number>> = {
    speakers: (row) => (claims.speaker[row] as number) + 1,
    publishers: (row) => publisherOf[claims.document[row] as number] as number,
    documents: (row) => claims.document[row] as number,
    types: (row) => claims.type[row] as number,
    stances: (row) => claims.stance[row] as number,
    modalities: (row) => claims.modality[row] as number,
    kinds: (row) => {
      const kind = kindOf[claims.subject[row] as number] as number;
      return kind === kindOf[claims.object[row] as number] ? kind : -1;
    },
  };
  /** Different origins among the sorted keys of one value, from `start` up to `end`. */
  const countOrigins = (start: number, end: number): number => {
    let origins = 0;
    for (let at = start; at < end; at += 1) if (at === start || keys[at] !== keys[at - 1]) origins += 1;
    return origins;
  };
  /** Sorts the keys of the claims that fail at most `bit`; answers how many they are. */
  const fill = (
    relation: number,
    masks: Uint16Array,
    bit: number,
    keyOf: (row: number) => number,
  ): number => {
    const from = relations.firstClaim[relation] as number;
    const length = (relations.firstClaim[relation + 1] as number) - from;
    if (length > keys.length) keys = new Float64Array(2 * length);
    let count = 0;
    for (let at = 0; at < length; at += 1) {
      if (((masks[at] as number) & ~bit) !== 0) continue;
      const key = keyOf(from + at);
      if (Number.isNaN(key)) continue;
      keys[count] = key;
      count += 1;
    }
    if (count > 1) keys.subarray(0, count).sort();
    return count;
  };
  const originOf = (row: number): number => claims.origin[row] as number;
  const isEnough = (start: number, end: number): boolean =>
    end - start >= minClaims && (minOrigins <= 1 || countOrigins(start, end) >= minOrigins);
  const addValues = (relation: number, masks: Uint16Array, facet: FacetList): void => {
    const read = readers[facet];
    const count = fill(relation, masks, BITS[facet], (row) => read(row) * ORIGINS + originOf(row));
    let start = 0;
    for (let at = 1; at <= count; at += 1) {
      const value = Math.floor((keys[start] as number) / ORIGINS);
      if (at < count && Math.floor((keys[at] as number) / ORIGINS) === value) continue;
      if (value >= 0 && isEnough(start, at))
        values[facet][value] = (values[facet][value] as number) + at - start;
      start = at;
    }
  };
  return {
    add(relation, masks) {
      for (const facet of FACET_LISTS) {
        const count = fill(relation, masks, BITS[facet], originOf);
        if (!isEnough(0, count)) continue;
        any[facet] += count;
        addValues(relation, masks, facet);
      }
    },
    countClock(relation, masks, clock) {
      const column = clock === 'said' ? claims.saidOn : claims.happenedOn;
      const count = fill(relation, masks, BITS.dates, (row) => {
        const date = column[row] as number;
        if (date !== NO_DATE) return isInTime[date] === 1 ? originOf(row) : NaN;
        const isPublished = isInTime[claims.dates.length + (claims.document[row] as number)] === 1;
        return clock === 'said' && isPublished ? originOf(row) : NaN;
      });
      return isEnough(0, count) ? count : 0;
    },
  };
}
