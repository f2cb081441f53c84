import { findColumn } from './import-columns.ts';

/** What may part the cells of a table, in the order that settles a draw. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiters in words. */
export const DELIMITER_WORDS: Readonly<Record<Delimiter, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
};

/**
 * The delimiter that makes the most known columns of the first line, then the most cells. Delimiters between quotation
 * marks do not count.
 * @param wanted header names that stand for columns beside the known ones
 */
export function detectDelimiter(text: string, wanted: readonly string[] = []): Delimiter {
  const line = /^\s*([^\r\n]*)/.exec(text.slice(0, 100_000))?.[1] ?? '';
  const bare = line.replace(/"(?:[^"]|"")*"/g, (quoted) => quoted.replace(/[,;\t|]/g, ' '));
  const scores = DELIMITERS.map((delimiter) => {
    const cells = bare.split(delimiter).map((cell) => cell.replace(/^\s*"|"\s*$/g, '').trim());
    const known = cells.filter((cell) => findColumn(cell) !== undefined || wanted.includes(cell)).length;
    return { delimiter, score: known * 1000 + cells.length };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}
