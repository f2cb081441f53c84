import edtf from 'edtf';

/** An inclusive range of days, counted from 1970-01-01 (UTC); infinite where the date is open. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const MS_PER_DAY = 86_400_000;
const LONGEST_DATE = 64;

/**
 * The days an EDTF date (ISO 8601-2, levels 0 to 2) may mean: `2025-03` is the whole month,
 * `2025-03-13/2025-03-18` both ends and all between, `1945/..` open. `~` and `?` do not widen it.
 * Undefined when the text is no EDTF date, names no real day, or is longer than 64 characters.
 */
export function parseDate(text: string): DayRange | undefined {
  if (text.length > LONGEST_DATE) return undefined;
  try {
    const date = edtf(text);
    const min = date.min ?? -Infinity; // null: an unknown end (`/2025-03`)
    const max = date.max ?? Infinity;
    if (Number.isNaN(min) || Number.isNaN(max) || min > max) return undefined;
    return { from: Math.floor(min / MS_PER_DAY), to: Math.floor(max / MS_PER_DAY) };
  } catch {
    return undefined; // the parser throws on anything it does not know
  }
}

/** True when the two may name a common day; an unknown date (undefined) may be any day. */
export function mayOverlap(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a === undefined || b === undefined || (a.from <= b.to && b.from <= a.to);
}

/** A day number as `YYYY-MM-DD`; undefined for an open end or a year that does not fit four digits. */
export function toIsoDay(day: number): string | undefined {
  if (!Number.isFinite(day)) return undefined;
  const iso = new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
  return /^\d{4}-/.test(iso) ? iso : undefined;
}
