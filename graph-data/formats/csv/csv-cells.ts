import type { FileValue } from '../network-file.ts';
import { isList } from '../network-file.ts';

/** What a file begins with: a byte order mark, without which Excel misreads UTF-8. */
export const CSV_START = '\uFEFF';

/**
 * What a spreadsheet takes for the beginning of a formula (OWASP, "CSV injection"), also behind spaces and control
 * characters, which readers drop, and in the full width of East Asian text.
 */
const FORMULA_START = /^[\t\r]|^[\0-\x20\x7f-\xa0\u200b\ufeff]*[=+\-@＝＋－＠]/;
const NEEDS_QUOTES = /[",\r\n]/;
/** Lists stand in one cell, their items joined by this. */
const LIST_SEPARATOR = '; ';

/** A row (RFC 4180: commas, CRLF, quotes doubled). Cells that a spreadsheet would take for a formula are defused. */
export function toRow(cells: readonly FileValue[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** One cell. Numbers are never formulas; lone surrogates, which UTF-8 cannot hold, become U+FFFD. */
export function toCell(value: FileValue): string {
  if (value === undefined) return '';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  if (typeof value === 'boolean') return String(value);
  const text = (isList(value) ? value.join(LIST_SEPARATOR) : String(value)).toWellFormed();
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  return NEEDS_QUOTES.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
