import type { DayRange } from '../../model/dates.ts';

/** What a span of time is cut into, finest first. Weeks begin on Monday (ISO 8601). */
export const BUCKETS = ['day', 'week', 'month', 'year', 'decade', 'century'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** The days that four digits of a year can name, 0000-01-01 to 9999-12-31: buckets are of these. */
export const CALENDAR: DayRange = { from: -719_528, to: 2_932_896 };

const MS_PER_DAY = 86_400_000;
/** 1970-01-01 is a Thursday. */
const DAYS_SINCE_MONDAY = 3;
const YEARS = { year: 1, decade: 10, century: 100 } as const;

/** The number of the bucket that a day of the calendar lies in; those after it follow one by one. */
export function bucketOf(bucket: Bucket, day: number): number {
  if (bucket === 'day') return day;
  if (bucket === 'week') return Math.floor((day + DAYS_SINCE_MONDAY) / 7);
  const date = new Date(day * MS_PER_DAY);
  const year = date.getUTCFullYear();
  return bucket === 'month' ? year * 12 + date.getUTCMonth() : Math.floor(year / YEARS[bucket]);
}

/** The days of a bucket; weeks may reach beyond the calendar. */
export function daysOf(bucket: Bucket, number: number): DayRange {
  return { from: firstDayOf(bucket, number), to: firstDayOf(bucket, number + 1) - 1 };
}

function firstDayOf(bucket: Bucket, number: number): number {
  if (bucket === 'day') return number;
  if (bucket === 'week') return number * 7 - DAYS_SINCE_MONDAY;
  const [year, month] =
    bucket === 'month' ? [Math.floor(number / 12), number % 12] : [number * YEARS[bucket], 0];
  // Date.UTC takes the years 0 to 99 for those of 1900.
  return new Date(0).setUTCFullYear(year, month, 1) / MS_PER_DAY;
}

/** A bucket as EDTF: `2025-03-13`, `2025-03-10/2025-03-16`, `2025-03`, `2025`, `202X`, `20XX`; days are ISO 8601. */
export function toBucketLabel(bucket: Bucket, firstDay: string, lastDay: string): string {
  switch (bucket) {
    case 'day':
      return firstDay;
    case 'week':
      return `${firstDay}/${lastDay}`;
    case 'month':
      return firstDay.slice(0, 7);
    case 'year':
      return firstDay.slice(0, 4);
    case 'decade':
      return `${firstDay.slice(0, 3)}X`;
    default:
      return `${firstDay.slice(0, 2)}XX`;
  }
}
