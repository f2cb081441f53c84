/**
 * An EDTF date (ISO 8601-2, levels 0 to 2) told in words: "13 March 2025", "about March 2025",
 * "13 to 18 March 2025", "since 1945". What it cannot tell it gives back as it is written; it never throws.
 */
export function toDateWords(edtf: string): string {
  const text = edtf.trim();
  return toSetWords(text) ?? toIntervalWords(text) ?? toMomentWords(text) ?? text;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** ISO 8601-2, 4.7.1: the codes that stand where a month stands. */
const PARTS_OF_YEAR: Readonly<Record<string, string>> = {
  21: 'spring',
  22: 'summer',
  23: 'autumn',
  24: 'winter',
  33: 'the first quarter of',
  34: 'the second quarter of',
  35: 'the third quarter of',
  36: 'the fourth quarter of',
  40: 'the first half of',
  41: 'the second half of',
};

interface Moment {
  readonly day: string | null;
  readonly month: string | null;
  readonly year: string;
  readonly time: string;
  /** "about", "perhaps", both, or empty. */
  readonly hedge: string;
}

const MOMENT =
  /^(-?[\dX]{4})(?:-([\dX]{2})(?:-([\dX]{2})(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}(?::?\d{2})?)?)?)?)?$/;

function parseMoment(text: string): Moment | undefined {
  const hedge = [/[?%]/.test(text) ? 'perhaps' : '', /[~%]/.test(text) ? 'about' : ''];
  const match = MOMENT.exec(text.replace(/[?~%]/g, ''));
  if (match === null) return undefined;
  const [, year = '', month = null, day = null, clock, zone = ''] = match;
  const isKnownMonth =
    month === null || month === 'XX' || month in PARTS_OF_YEAR || MONTHS[Number(month) - 1] !== undefined;
  if (!isKnownMonth || (day !== null && day !== 'XX' && !/^\d\d$/.test(day))) return undefined;
  const time =
    clock === undefined ? '' : `, ${clock}${zone === 'Z' ? ' UTC' : zone === '' ? '' : ` UTC${zone}`}`;
  return { year, month, day, time, hedge: hedge.filter(Boolean).join(' ') };
}

function toMomentWords(text: string): string | undefined {
  const moment = parseMoment(text);
  return moment && join(moment.hedge, toPlainWords(moment));
}

function toPlainWords({ year, month, day, time }: Moment): string {
  const years = toYearWords(year);
  if (month === null) return years;
  if (month === 'XX') return day === null ? `some month of ${years}` : `some day of ${years}`;
  const part = PARTS_OF_YEAR[month];
  if (part !== undefined) return `${part} ${years}`;
  const months = `${MONTHS[Number(month) - 1] ?? ''} ${years}`;
  if (day === null) return months;
  return day === 'XX' ? `some day of ${months}` : `${Number(day)} ${months}${time}`;
}

function toYearWords(year: string): string {
  if (year.startsWith('-')) return /^-\d+$/.test(year) ? `${Number(year.slice(1)) + 1} BC` : year;
  if (/^\d{4}$/.test(year)) return String(Number(year));
  if (/^\d{3}X$/.test(year)) return `the ${Number(year.slice(0, 3))}0s`;
  if (/^\d{2}XX$/.test(year)) return `${year.slice(0, 2)}00 to ${year.slice(0, 2)}99`;
  return `some year (${year})`;
}

function toIntervalWords(text: string): string | undefined {
  const ends = text.split('/');
  if (ends.length !== 2) return undefined;
  const [from = '', to = ''] = ends;
  if (isOpen(from) && isOpen(to)) return undefined;
  if (isOpen(to)) {
    const start = toMomentWords(from);
    return start && (to === '' ? `from ${start}, end unknown` : `since ${start}`);
  }
  if (isOpen(from)) {
    const end = toMomentWords(to);
    return end && (from === '' ? `to ${end}, start unknown` : `until ${end}`);
  }
  return toClosedWords(parseMoment(from), parseMoment(to));
}

const isOpen = (end: string): boolean => end === '' || end === '..';

/** Says the year and the month once where both ends share them. */
function toClosedWords(from: Moment | undefined, to: Moment | undefined): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const whole = `${join(from.hedge, toPlainWords(from))} to ${join(to.hedge, toPlainWords(to))}`;
  if (from.hedge !== to.hedge || from.time !== '' || to.time !== '' || from.year !== to.year) return whole;
  const isNamed = [from, to].every(({ month }) => month !== null && /^(0[1-9]|1[0-2])$/.test(month));
  if (!isNamed || (from.day === null) !== (to.day === null) || from.day === 'XX' || to.day === 'XX')
    return whole;
  const name = MONTHS[Number(from.month) - 1] ?? '';
  const day = from.day === null ? '' : String(Number(from.day));
  if (from.month === to.month && from.day === to.day) return join(from.hedge, toPlainWords(from));
  const start = from.month === to.month ? day : join(day, name);
  return join(from.hedge, `${start} to ${toPlainWords(to)}`);
}

/** `[a,b]` is one of several, `{a,b}` all of them. */
function toSetWords(text: string): string | undefined {
  const match = /^([[{])(.+)([\]}])$/.exec(text);
  if (match === null) return undefined;
  const [, open, inner = '', close] = match;
  if ((open === '[') !== (close === ']')) return undefined;
  const items = inner.split(',').map((item) => {
    const [from = '', to] = item.trim().split('..');
    return to === undefined ? toMomentWords(from) : toIntervalWords(`${from || '..'}/${to || '..'}`);
  });
  if (items.some((item) => item === undefined)) return undefined;
  const last = items.at(-1) ?? '';
  const before = items.slice(0, -1).join(', ');
  if (before === '') return last;
  return open === '[' ? `${before} or ${last}` : `${before} and ${last}`;
}

function join(...parts: readonly string[]): string {
  return parts.filter(Boolean).join(' ');
}
