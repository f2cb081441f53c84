import type { DayRange } from '../../model/dates.ts';
import type { Clock } from '../../model/lens.ts';
import { STANCES } from '../../model/vocabulary.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import type { Bucket } from './buckets.ts';
import { bucketOf, BUCKETS, CALENDAR, daysOf } from './buckets.ts';
import type { TimeSlots } from './time-slots.ts';
import { createSlotReader, NO_SLOT, toTimeSlots } from './time-slots.ts';

/** What a timeline may be cut into; beyond it larger buckets are needed. */
export const MOST_BUCKETS = 400;
/** What is chosen unless said keeps to so many. */
export const MOST_CHOSEN = 120;

/** Claims by stance, in the order of STANCES. */
export type StanceCounts = readonly [positive: number, neutral: number, negative: number];

export interface TimeBucket {
  readonly days: DayRange;
  /** Claims whose whole date lies in it. */
  readonly counts: StanceCounts;
  /** Claims whose date lies in it and beyond. */
  readonly vague: number;
}

/** A date that reaches beyond a bucket. */
export interface TimeSpan {
  /** EDTF: of the ways it is written, that of most claims; of equals the first. */
  readonly text: string;
  readonly days: DayRange;
  readonly counts: StanceCounts;
}

/** Claims by when they were said or what they say happened. Each claim is counted in one bucket, or as one of the rest. */
export interface Timeline {
  readonly bucket: Bucket;
  /** Those that the span may be cut into. */
  readonly fitting: readonly Bucket[];
  /** First and last day that any date names; open ends say nothing. Null where there is none. */
  readonly first: number | null;
  readonly last: number | null;
  /** In order, none left out. Empty where `bucket` is not a fitting one. */
  readonly buckets: readonly TimeBucket[];
  /** Most claims first, then by first day, then by last. */
  readonly spans: readonly TimeSpan[];
  readonly vague: number;
  readonly undated: number;
  /** Claims whose date ends before the first bucket, or begins after the last. */
  readonly before: number;
  readonly after: number;
}

export interface TimelineQuestion {
  readonly clock: Clock;
  readonly bucket: Bucket | 'auto';
  /** Only the buckets that it touches. */
  readonly within: DayRange | null;
}

/**
 * Counts the claims of a selection over time. The buckets run from the first day that a date names to the last, within what is
 * asked for and the calendar of years of four digits. Dates are intervals, as the lens takes them: one that reaches beyond a
 * bucket is counted as vague in each that it touches. Cost: one pass over the claims, one over the dates they have.
 */
export function countTimeline(
  network: Network,
  selection: Selection,
  { clock, bucket: asked, within }: TimelineQuestion,
): Timeline {
  const slots = toTimeSlots(network);
  const counts = countSlots(network, selection, clock);
  const bounds: DayRange = {
    from: Math.max(CALENDAR.from, within?.from ?? -Infinity),
    to: Math.min(CALENDAR.to, within?.to ?? Infinity),
  };
  const { first, last, ends } = findEnds(slots, counts);
  const shown = { from: Math.max(bounds.from, ends.from), to: Math.min(bounds.to, ends.to) };
  const hasDays = shown.from <= shown.to;
  const countBuckets = (bucket: Bucket): number =>
    hasDays ? bucketOf(bucket, shown.to) - bucketOf(bucket, shown.from) + 1 : 0;
  const chosen = BUCKETS.find((bucket) => countBuckets(bucket) <= MOST_CHOSEN) ?? 'century';
  const bucket = asked === 'auto' ? chosen : asked;
  const fitting = BUCKETS.filter((each) => countBuckets(each) <= MOST_BUCKETS);
  const number = fitting.includes(bucket) ? countBuckets(bucket) : 0;
  const firstBucket = number === 0 ? 0 : bucketOf(bucket, shown.from);
  const days = Array.from({ length: number }, (_, place) => daysOf(bucket, firstBucket + place));
  const drawn = { from: days[0]?.from ?? bounds.from, to: days.at(-1)?.to ?? bounds.to };

  const exact = new Uint32Array(number * STANCES.length);
  /** How many more vague claims each bucket has than the one before it. */
  const steps = new Int32Array(number + 1);
  const spans = new Map<string, SpanTally>();
  const rest = { before: 0, after: 0, vague: 0 };
  for (let slot = NO_SLOT + 1; slot < slots.texts.length; slot += 1) {
    const ofSlot = readCounts(counts, slot);
    const claims = sum(ofSlot);
    if (claims === 0) continue;
    const range = { from: slots.from[slot] as number, to: slots.to[slot] as number };
    if (range.to < drawn.from) rest.before += claims;
    else if (range.from > drawn.to) rest.after += claims;
    else {
      const from = Math.max(range.from, drawn.from);
      const to = Math.min(range.to, drawn.to);
      const start = number === 0 ? 0 : bucketOf(bucket, from) - firstBucket;
      const end = number === 0 ? 0 : bucketOf(bucket, to) - firstBucket;
      if (number > 0 && start === end && from === range.from && to === range.to) {
        ofSlot.forEach((count, stance) => {
          exact[start * STANCES.length + stance] = (exact[start * STANCES.length + stance] as number) + count;
        });
        continue;
      }
      rest.vague += claims;
      addSpan(spans, slots.texts[slot] ?? '', range, ofSlot);
      if (number === 0) continue;
      steps[start] = (steps[start] as number) + claims;
      steps[end + 1] = (steps[end + 1] as number) - claims;
    }
  }
  let vague = 0;
  return {
    bucket,
    fitting,
    first,
    last,
    buckets: days.map((range, place) => {
      vague += steps[place] as number;
      return { days: range, counts: readCounts(exact, place), vague };
    }),
    spans: rankSpans(spans),
    undated: sum(readCounts(counts, NO_SLOT)),
    ...rest,
  };
}

/** Claims of each slot by stance. */
function countSlots(network: Network, { passes }: Selection, clock: Clock): Uint32Array {
  const { stance, length } = network.claims;
  const slotOf = createSlotReader(network, clock);
  const width = STANCES.length;
  const counts = new Uint32Array(toTimeSlots(network).texts.length * width);
  for (let row = 0; row < length; row += 1) {
    if (passes[row] === 0) continue;
    const at = slotOf(row) * width + (stance[row] as number);
    counts[at] = (counts[at] as number) + 1;
  }
  return counts;
}

function readCounts(counts: Uint32Array, place: number): StanceCounts {
  const at = place * STANCES.length;
  return [counts[at] ?? 0, counts[at + 1] ?? 0, counts[at + 2] ?? 0];
}

function sum([positive, neutral, negative]: StanceCounts): number {
  return positive + neutral + negative;
}

/** The first and last day of the dates that claims have, and the days of the calendar from the first end of a date to the last. */
function findEnds(
  slots: TimeSlots,
  counts: Uint32Array,
): { readonly first: number | null; readonly last: number | null; readonly ends: DayRange } {
  let first = Infinity;
  let last = -Infinity;
  let [from, to] = [Infinity, -Infinity];
  for (let slot = NO_SLOT + 1; slot < slots.texts.length; slot += 1) {
    if (sum(readCounts(counts, slot)) === 0) continue;
    const begin = slots.from[slot] as number;
    const end = slots.to[slot] as number;
    if (begin > -Infinity) first = Math.min(first, begin);
    if (end < Infinity) last = Math.max(last, end);
    for (const day of [begin, end].filter(isInCalendar))
      [from, to] = [Math.min(from, day), Math.max(to, day)];
  }
  return {
    first: first === Infinity ? null : first,
    last: last === -Infinity ? null : last,
    ends: { from, to },
  };
}

function isInCalendar(day: number): boolean {
  return day >= CALENDAR.from && day <= CALENDAR.to;
}

interface SpanTally {
  readonly days: DayRange;
  readonly texts: Map<string, number>;
  readonly counts: [number, number, number];
}

function addSpan(spans: Map<string, SpanTally>, text: string, days: DayRange, counts: StanceCounts): void {
  const key = `${days.from} ${days.to}`;
  const tally = spans.get(key) ?? { days, texts: new Map<string, number>(), counts: [0, 0, 0] };
  spans.set(key, tally);
  tally.texts.set(text, sum(counts));
  counts.forEach((count, stance) => (tally.counts[stance] = (tally.counts[stance] ?? 0) + count));
}

function rankSpans(spans: ReadonlyMap<string, SpanTally>): TimeSpan[] {
  return [...spans.values()]
    .map(({ days, texts, counts }) => {
      const [written] = [...texts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
      return { text: written?.[0] ?? '', days, counts };
    })
    .sort(
      (a, b) =>
        sum(b.counts) - sum(a.counts) ||
        Math.sign(a.days.from - b.days.from) ||
        Math.sign(a.days.to - b.days.to),
    );
}
