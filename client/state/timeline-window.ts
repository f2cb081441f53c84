import type { TimelineAnswer } from '../../graph-data/contract/questions.ts';
import type { Lens } from '../../graph-data/model/lens.ts';

/** A stretch of a timeline: the places of its first and its last bucket, both included. */
export interface TimeWindow {
  readonly first: number;
  readonly last: number;
}

export type WindowEnd = keyof TimeWindow;

type Bucket = TimelineAnswer['buckets'][number];
/** Of a timeline what its window is measured by. */
export type Scale = Pick<TimelineAnswer, 'bucket'> & {
  readonly buckets: readonly Pick<Bucket, 'start' | 'end' | 'label'>[];
  /** Nothing is before the first bucket or after the last. */
  readonly isWhole: boolean;
};

type Dates = Pick<Lens, 'from' | 'to'>;

/** The stretch that a lens's dates touch; an open end reaches as far as there are buckets. */
export function toWindow({ from, to }: Dates, { buckets }: Pick<Scale, 'buckets'>): TimeWindow {
  const end = Math.max(0, buckets.length - 1);
  const begins = from === null ? undefined : toFirstDay(from);
  const ends = to === null ? undefined : toLastDay(to);
  const found = begins === undefined ? 0 : buckets.findIndex((bucket) => bucket.end >= begins);
  const first = found === -1 ? end : found;
  const last = ends === undefined ? end : buckets.findLastIndex(({ start }) => start <= ends);
  return { first, last: Math.max(first, last) };
}

/**
 * The lens's dates for a window: those before where an end has not moved, none where it reaches the end of everything, else the
 * bucket's own.
 */
export function toDates(window: TimeWindow, scale: Scale, before: Dates): Dates {
  const { buckets, isWhole } = scale;
  const was = toWindow(before, scale);
  const isAll = isWhole && window.first === 0 && window.last === buckets.length - 1;
  if (isAll && (was.first !== window.first || was.last !== window.last)) return { from: null, to: null };
  const [first, last] = [buckets[window.first], buckets[window.last]];
  return {
    from:
      window.first === was.first
        ? before.from
        : isWhole && window.first === 0
          ? null
          : dateOf(first, scale, 'start'),
    to:
      window.last === was.last
        ? before.to
        : isWhole && window.last === buckets.length - 1
          ? null
          : dateOf(last, scale, 'end'),
  };
}

function dateOf(
  bucket: Scale['buckets'][number] | undefined,
  { bucket: size }: Scale,
  end: 'start' | 'end',
): string | null {
  if (bucket === undefined) return null;
  return size === 'week' ? bucket[end] : bucket.label; // an interval is no end
}

/** The first and last day of dates as numbers from 1970-01-01; null is open. */
export function toDayNumbers({ from, to }: Dates): {
  readonly from: number | null;
  readonly to: number | null;
} {
  return { from: toDayNumber(from && toFirstDay(from)), to: toDayNumber(to && toLastDay(to)) };
}

const MS_PER_DAY = 86_400_000;

function toDayNumber(day: string | null | undefined): number | null {
  const ms = Date.parse(`${day ?? ''}T00:00:00Z`);
  return Number.isNaN(ms) ? null : ms / MS_PER_DAY;
}

/** One end elsewhere, never beyond the other or the scale. */
export function withEnd(window: TimeWindow, end: WindowEnd, place: number, count: number): TimeWindow {
  const whole = Math.round(place);
  return end === 'first'
    ? { ...window, first: Math.max(0, Math.min(window.last, whole)) }
    : { ...window, last: Math.min(count - 1, Math.max(window.first, whole)) };
}

/** The whole stretch elsewhere, as wide as it is. */
export function movedBy(window: TimeWindow, by: number, count: number): TimeWindow {
  const step = Math.max(-window.first, Math.min(count - 1 - window.last, Math.round(by)));
  return { first: window.first + step, last: window.last + step };
}

const DATE = /^(\d[\dX]{3})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The first day of a date as the page writes it: a year, a month, a day, `202X`, or an interval of these. */
function toFirstDay(edtf: string): string | undefined {
  const [, year = '', month = '01', day = '01'] = DATE.exec(toPlain(edtf.split('/')[0])) ?? [];
  return year === '' ? undefined : `${year.replaceAll('X', '0')}-${month}-${day}`;
}

function toLastDay(edtf: string): string | undefined {
  const [, year = '', month = '12', day] = DATE.exec(toPlain(edtf.split('/').at(-1))) ?? [];
  if (year === '') return undefined;
  const years = year.replaceAll('X', '9');
  return `${years}-${month}-${day ?? String(daysIn(Number(years), Number(month))).padStart(2, '0')}`;
}

function toPlain(edtf = ''): string {
  return edtf.replace(/[?~%]/g, '').replace(/T.*$/, '');
}

function daysIn(year: number, month: number): number {
  // Date.UTC takes the years 0 to 99 for those of 1900.
  return new Date(new Date(0).setUTCFullYear(year, month, 0)).getUTCDate();
}
