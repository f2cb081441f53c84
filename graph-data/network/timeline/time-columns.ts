import type { Clock } from '../../model/lens.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { createSlotReader, NO_SLOT, toTimeSlots } from './time-slots.ts';

/** The days of an open date, before and after all others: whole numbers of 32 bits know no infinity. */
export const ALWAYS = { from: -0x8000_0000, to: 0x7fff_ffff } as const;

/** When the claims of some relations were said or happened: what a page needs to ask "which of them within these days?". */
export interface TimeColumns {
  /** The ranges of relation r are `firstRange[r]` to `firstRange[r + 1] - 1`: one a claim with a date. */
  readonly firstRange: Uint32Array;
  /** First and last day of each, rising by first, then last, within a relation; {@link ALWAYS} where the date is open. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Equal for ranges of one origin of a relation, numbered from 0; empty where the lens asks for no number of origins. */
  readonly origin: Uint32Array;
  /** Claims of each relation that have no date on the clock. */
  readonly undated: Uint32Array;
  /** The lens's own. */
  readonly minClaims: number;
  readonly minOrigins: number;
}

/**
 * The day ranges of the passing claims of these relations on a clock, relations in the order given. The selection is that of a
 * lens without `from` and `to`. Cost: one look at each of their claims, and a sort of them by relation.
 */
export function toTimeColumns(
  network: Network,
  { passes, relationClaims, lens }: Selection,
  relations: Uint32Array,
  clock: Clock,
): TimeColumns {
  const { firstClaim } = network.relations;
  const slots = toTimeSlots(network);
  const slotOf = createSlotReader(network, clock);
  const hasOrigins = lens.minOrigins > 1;
  let most = 0;
  for (const relation of relations) most += relationClaims[relation] as number;
  const firstRange = new Uint32Array(relations.length + 1);
  const undated = new Uint32Array(relations.length);
  const from = new Int32Array(most);
  const to = new Int32Array(most);
  const origin = new Uint32Array(hasOrigins ? most : 0);
  let count = 0;
  relations.forEach((relation, place) => {
    const end = firstClaim[relation + 1] as number;
    const width = relationClaims[relation] as number;
    const origins = new Map<number, number>();
    // Slots are in the order of their days, so that a number of slot and origin sorts as the days do.
    const keys: number[] = [];
    for (let row = firstClaim[relation] as number; row < end; row += 1) {
      if (passes[row] === 0) continue;
      const slot = slotOf(row);
      if (slot === NO_SLOT) {
        undated[place] = (undated[place] as number) + 1;
        continue;
      }
      keys.push(slot * width + (hasOrigins ? numberIn(origins, network.claims.origin[row] as number) : 0));
    }
    for (const key of Float64Array.from(keys).sort()) {
      const slot = Math.floor(key / width);
      from[count] = Math.max(ALWAYS.from, slots.from[slot] as number);
      to[count] = Math.min(ALWAYS.to, slots.to[slot] as number);
      if (hasOrigins) origin[count] = key - slot * width;
      count += 1;
    }
    firstRange[place + 1] = count;
  });
  return {
    firstRange,
    from: from.slice(0, count),
    to: to.slice(0, count),
    origin: origin.slice(0, hasOrigins ? count : 0),
    undated,
    minClaims: lens.minClaims,
    minOrigins: lens.minOrigins,
  };
}

function numberIn(numbers: Map<number, number>, value: number): number {
  const number = numbers.get(value) ?? numbers.size;
  numbers.set(value, number);
  return number;
}
