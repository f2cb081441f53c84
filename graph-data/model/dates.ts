import edtf from 'edtf';

/** An inclusive range of days, counted from 1970-01-01 (UTC); infinite where the date is open. */
export interface DayRange {
  readonly from: number;
  readonly to: number;
}

const MS_PER_DAY = 86_400_000;
const LONGEST_DATE = 64;
/** Days as numbers: what `edtf` reads as milliseconds of Unix time is no date of ours. */
const UNIX_TIME = /^\d{5,}$/;
const WHOLE_DAY = /(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g;
/** A time of day without its zone, which `edtf` reads in the zone of the machine. */
const LOCAL_TIME = /(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(?![\d:.Z+-])/g;

/**
 * The days an EDTF date (ISO 8601-2, levels 0 to 2) may mean: `2025-03` is the whole month,
 * `2025-03-13/2025-03-18` both ends and all between, `1945/..` open. `~` and `?` do not widen it.
 * A time of day without a zone is read as UTC, so that a date means the same days on every machine.
 * Undefined when the text is no EDTF date, names no real day, or is longer than 64 characters.
 */
export function parseDate(text: string): DayRange | undefined {
  if (text.length > LONGEST_DATE || UNIX_TIME.test(text) || !hasRealDays(text)) return undefined;
  try {
    const date = edtf(text.replace(LOCAL_TIME, '$1Z'));
    const min = date.min ?? -Infinity; // null: an unknown end (`/2025-03`)
    const max = date.max ?? Infinity;
    if (Number.isNaN(min) || Number.isNaN(max) || min > max) return undefined;
    return { from: Math.floor(min / MS_PER_DAY), to: Math.floor(max / MS_PER_DAY) };
  } catch {
    return undefined; // the parser throws on anything it does not know
  }
}

/** False when the text names a day no calendar has: `edtf` takes 29 February of any year. */
function hasRealDays(text: string): boolean {
  const days = text.replace(/[~?%]/g, '').match(WHOLE_DAY) ?? [];
  return days.every((day) => {
    const time = Date.parse(`${day}T00:00:00Z`);
    return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  });
}

/** True when the two may name a common day; an unknown date (undefined) may be any day. */
export function mayOverlap(a: DayRange | undefined, b: DayRange | undefined): boolean {
  return a === undefined || b === undefined || (a.from <= b.to && b.from <= a.to);
}

/** A day number as `YYYY-MM-DD`; undefined for an open end or a year that does not fit four digits. */
export function toIsoDay(day: number): string | undefined {
  const date = new Date(day * MS_PER_DAY);
  if (Number.isNaN(date.getTime())) return undefined;
  const iso = date.toISOString().slice(0, 10);
  return /^\d{4}-/.test(iso) ? iso : undefined;
}
