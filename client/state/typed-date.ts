const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** EDTF that is more than a year, month or day: intervals, seasons, sets, doubts. Whether it is one is the server's to say. */
const OTHER_EDTF = /^[0-9TZYEXS:.,~?%+\-/[\]{}]{4,64}$/;

/** From one year, month or day to another. */
const PLAIN_SPAN = /^(\d{4}(?:-\d\d){0,2})\/(\d{4}(?:-\d\d){0,2})$/;

/**
 * The EDTF date that a reader typed: `2025`, `2025-3`, `13.3.2025`, `13 March 2025`, `March 13, 2025`, `2025/03/13`, or
 * EDTF itself. Numbers with the year last are read day first. Null for nothing; undefined for what is no date, a span that ends
 * before it begins too.
 */
export function parseTypedDate(text: string): string | null | undefined {
  const typed = text.trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === '') return null;
  const numbers = /^(\d{4})(?:[-./ ](\d{1,2})(?:[-./ ](\d{1,2}))?)?$/.exec(typed);
  if (numbers) return toDate(numbers[1], numbers[2], numbers[3]);
  const backwards = /^(?:(\d{1,2})[-./ ])?(\d{1,2})[-./ ](\d{4})$/.exec(typed);
  if (backwards) return toDate(backwards[3], backwards[2], backwards[1]);
  const words =
    /^(?:(\d{1,2})(?:st|nd|rd|th)?\.? )?([a-z]{3,9})\.?,? (\d{4})$/.exec(typed) ??
    /^()([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(typed);
  if (words) {
    const [, before, name = '', third, fourth] = words;
    const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
    if (month === 0) return undefined;
    return fourth === undefined
      ? toDate(third, String(month), before || undefined)
      : toDate(fourth, String(month), third);
  }
  const upper = text.trim().toUpperCase();
  const [, from, to] = PLAIN_SPAN.exec(upper) ?? [];
  if (from !== undefined && to !== undefined && isReversed(from, to)) return undefined;
  return OTHER_EDTF.test(upper) && /\d{3}/.test(upper) && /[~?%/.X[{]|-\d\d$/.test(upper) ? upper : undefined;
}

/** True where a plain year, month or day begins after another has ended; of any other EDTF it is not known here. */
export function isReversed(from: string, to: string): boolean {
  return PLAIN_SPAN.test(`${from}/${to}`) && `${from}-00-00` > `${to}-99-99`;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; undefined for a month or day no calendar has. */
function toDate(year = '', month?: string, day?: string): string | undefined {
  if (month === undefined) return year;
  const [months, days] = [month.padStart(2, '0'), day?.padStart(2, '0')];
  const isSeason = days === undefined && /^(?:2[1-4]|3[3-6]|4[01])$/.test(months); // ISO 8601-2, 4.7.1
  if (!isSeason && (Number(months) < 1 || Number(months) > 12)) return undefined;
  if (days === undefined) return `${year}-${months}`;
  const iso = `${year}-${months}-${days}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}
