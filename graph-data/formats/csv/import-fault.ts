import type { ImportColumn } from './import-columns.ts';

/** One thing wrong with, or worth saying of, a row of a table. */
export interface ImportFault {
  /** Where the row begins, from 1; the headers are counted. */
  readonly line: number;
  /** The column as this program names it; null for the row as a whole. */
  readonly column: ImportColumn | null;
  /** A plain sentence without its full stop; what it quotes of the table is untrusted text. */
  readonly reason: string;
}

/** Control, format and line-breaking characters as escapes, so that a line is safe in a terminal. */
export function formatImportFault({ line, column, reason }: ImportFault): string {
  const text = `line ${line}${column === null ? '' : `, ${column}`}: ${reason}`;
  return text.replace(
    /[\p{C}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
