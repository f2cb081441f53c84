import { parseDate } from '../../model/dates.ts';
import type { Clock } from '../../model/lens.ts';
import type { Network } from '../network.ts';
import { NO_DATE } from '../claim-table.ts';

/** The slot of what has no date. */
export const NO_SLOT = 0;

/**
 * Every date that a claim or a document is written with, once, by first day, then last, then text; slot 0 is "no date". Days
 * as numbers, infinite where the date is open.
 */
export interface TimeSlots {
  /** EDTF. */
  readonly texts: readonly string[];
  readonly from: Float64Array;
  readonly to: Float64Array;
  /** Of each date of the claim table, and of the day each document was published. */
  readonly ofDate: Uint32Array;
  readonly ofDocument: Uint32Array;
}

const known = new WeakMap<Network, TimeSlots>();

/** Worked out once a network. */
export function toTimeSlots(network: Network): TimeSlots {
  const slots = known.get(network) ?? makeSlots(network);
  known.set(network, slots);
  return slots;
}

function makeSlots({ claims, documents }: Network): TimeSlots {
  const ranges = new Map(claims.dates.map(({ text, range }) => [text, range]));
  for (const { publishedAt } of documents) {
    const range = publishedAt === undefined || ranges.has(publishedAt) ? undefined : parseDate(publishedAt);
    if (publishedAt !== undefined && range !== undefined) ranges.set(publishedAt, range);
  }
  const sorted = [...ranges].sort(
    ([a, x], [b, y]) => Math.sign(x.from - y.from) || Math.sign(x.to - y.to) || (a < b ? -1 : 1),
  );
  const slotOf = new Map(sorted.map(([text], place) => [text, place + 1]));
  return {
    texts: ['', ...slotOf.keys()],
    from: Float64Array.from([NaN, ...sorted.map(([, { from }]) => from)]),
    to: Float64Array.from([NaN, ...sorted.map(([, { to }]) => to)]),
    ofDate: Uint32Array.from(claims.dates, ({ text }) => slotOf.get(text) ?? NO_SLOT),
    ofDocument: Uint32Array.from(documents, ({ publishedAt }) => slotOf.get(publishedAt ?? '') ?? NO_SLOT),
  };
}

/** Reads the slot of a claim row on a clock, as the lens does: `said` falls back to the day of publication. */
export function createSlotReader(network: Network, clock: Clock): (row: number) => number {
  const { saidOn, happenedOn, document } = network.claims;
  const { ofDate, ofDocument } = toTimeSlots(network);
  if (clock === 'happened') {
    return (row) => {
      const date = happenedOn[row] as number;
      return date === NO_DATE ? NO_SLOT : (ofDate[date] as number);
    };
  }
  return (row) => {
    const date = saidOn[row] as number;
    return date === NO_DATE ? (ofDocument[document[row] as number] as number) : (ofDate[date] as number);
  };
}
