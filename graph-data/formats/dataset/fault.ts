import { compareIds } from '../../model/ids.ts';

/** One thing wrong with a dataset, said so that the person who wrote it can mend it. */
export interface DatasetFault {
  /** Relative to the dataset's folder. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column?: number;
  /** The claim at fault, counted from 1 within its document: `claim 14 (vladimir-putin befriends donald-trump)`. */
  readonly claim?: string;
  /** Where in the file's data: `claims[13].start`; empty for the file itself. */
  readonly path: string;
  /** What should stand there, continuing "expected …". */
  readonly expected: string;
  /** What does, continuing "found …". */
  readonly found: string;
}

/** Longest value shown from a file, and longest half of a printed fault, in code points. */
const LONGEST_VALUE = 160;
const LONGEST_PART = 4000;

/** Order of file, then line, then column, then path. */
export function compareFaults(a: DatasetFault, b: DatasetFault): number {
  return (
    compareIds(a.file, b.file) ||
    a.line - b.line ||
    (a.column ?? 0) - (b.column ?? 0) ||
    compareIds(a.path, b.path) ||
    compareIds(a.expected, b.expected)
  );
}

/**
 * The fault in one line: `documents/a.yaml:41: claim 14 (…), start: expected …, found …`. What came from the files is
 * untrusted: control, format and line-breaking characters are written as escapes, so that it is safe in a terminal.
 */
export function formatFault(fault: DatasetFault): string {
  const place =
    fault.claim === undefined
      ? fault.path
      : [fault.claim, fault.path.replace(/^claims\[\d+\]\.?/, '')].filter((part) => part !== '').join(', ');
  const where = [`${fault.file}:${fault.line}`, place].filter((part) => part !== '').join(': ');
  return [`${where}: expected ${fault.expected}`, `found ${fault.found}`]
    .map((part) => escapeControls(shorten(part, LONGEST_PART)))
    .join(', ');
}

/** A text in quotation marks, its middle left out when it is long. */
export function quoteValue(text: string): string {
  return `"${shorten(text, LONGEST_VALUE)}"`;
}

/** Any value of a YAML file in a few words. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'an empty value';
  if (typeof value === 'string') return quoteValue(value);
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object') return typeof value;
  const keys = Object.keys(value);
  return keys.length === 0 ? 'an empty map' : `a map of ${shorten(keys.join(', '), LONGEST_VALUE)}`;
}

/** Head and tail of a text that is longer than `longest` code points, `…` between them. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  // Looks only at the ends: the text may be a whole document.
  const head = Array.from(text.slice(0, longest)).slice(0, Math.ceil(longest / 2));
  const tail = Array.from(text.slice(-longest)).slice(-Math.floor(longest / 2));
  return `${head.join('')}…${tail.join('')}`;
}

const NAMED_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escapeControls(text: string): string {
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => NAMED_ESCAPES[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
