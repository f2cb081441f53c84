import { parseDate } from '../../../graph-data/model/dates.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=$|[T\s])/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?=$|T)/;
const DAY_FIRST = /^(?:[a-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const MONTH_FIRST = /^(?:[a-z]{3,9},?\s+)?([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;

/**
 * The day a page states, as EDTF: `2025-03-13T23:30:00+03:00`, `13 March 2025`, `Thu, 13 Mar 2025 …` and `20250313` are
 * `2025-03-13`, the day in the page's own time zone; `2025-03` and `2025` stay as coarse as they are. Undefined for anything
 * else: `03/04/2025` is a day in March to one reader and in April to another.
 */
export function toStatedDay(text: string): string | undefined {
  const stated = text.trim().slice(0, 100);
  const iso = ISO.exec(stated) ?? COMPACT.exec(stated);
  if (iso !== null) return checked(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(stated);
  if (dayFirst !== null) return checked(dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(stated);
  if (monthFirst !== null) return checked(monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  return undefined;
}

function monthOf(name = ''): string {
  const number = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return String(number).padStart(2, '0'); // 00 is no month, and refused below
}

function checked(year = '', month?: string, day?: string): string | undefined {
  const parts = [year, month, day?.padStart(2, '0')].filter((part) => part !== undefined);
  const date = parts.join('-');
  return parseDate(date) === undefined ? undefined : date;
}
