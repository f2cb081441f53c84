import type { Lens } from '../../model/lens.ts';
import type { Network } from '../network.ts';

/** The least numbers that are offered. */
const THRESHOLDS = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];

/** Claims that each least number of claims, and of origins, a relation would leave, the other as the lens has it. */
export interface Thresholds {
  /** @param masks of the relation's claims, from its first on: 0 for those that pass; @param passing how many do */
  add(relation: number, masks: Uint16Array, passing: number): void;
  /** Only numbers that leave any, 1, and the one the lens has. */
  toLeft(): Readonly<Record<'minClaims' | 'minOrigins', ReadonlyMap<number, number>>>;
}

/** Nothing added yet. */
export function createThresholds({ claims, relations }: Network, lens: Lens): Thresholds {
  const claimLeasts = toLeasts(lens.minClaims);
  const originLeasts = toLeasts(lens.minOrigins);
  const byClaims = new Float64Array(claimLeasts.length);
  const byOrigins = new Float64Array(originLeasts.length);
  const seenIn = new Int32Array(claims.length).fill(-1); // an origin's number is below the number of claims
  return {
    add(relation, masks, passing) {
      if (passing === 1 && lens.minClaims <= 1 && lens.minOrigins <= 1) {
        byClaims[0] = (byClaims[0] as number) + 1;
        byOrigins[0] = (byOrigins[0] as number) + 1;
        return;
      }
      const from = relations.firstClaim[relation] as number;
      const length = (relations.firstClaim[relation + 1] as number) - from;
      let origins = 0;
      for (let at = 0; at < length; at += 1) {
        const origin = claims.origin[from + at] as number;
        if (masks[at] !== 0 || seenIn[origin] === relation) continue;
        seenIn[origin] = relation;
        origins += 1;
      }
      if (origins >= lens.minOrigins) addReached(byClaims, claimLeasts, passing, passing);
      if (passing >= lens.minClaims) addReached(byOrigins, originLeasts, origins, passing);
    },
    toLeft: () => ({
      minClaims: toLeft(claimLeasts, byClaims, lens.minClaims),
      minOrigins: toLeft(originLeasts, byOrigins, lens.minOrigins),
    }),
  };
}

function toLeasts(own: number): readonly number[] {
  return [...new Set([...THRESHOLDS, own])].sort((a, b) => a - b);
}

/** Adds the claims to every number that is reached; numbers ascend. */
function addReached(sums: Float64Array, leasts: readonly number[], reached: number, count: number): void {
  for (let place = 0; place < leasts.length && (leasts[place] as number) <= reached; place += 1)
    sums[place] = (sums[place] as number) + count;
}

function toLeft(leasts: readonly number[], sums: Float64Array, own: number): Map<number, number> {
  return new Map(
    leasts
      .map((least, place) => [least, sums[place] ?? 0] as const)
      .filter(([least, left]) => left > 0 || least === 1 || least === own),
  );
}
