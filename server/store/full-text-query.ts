import { toSearchWords } from '../../graph-data/model/search-words.ts';

/**
 * An FTS5 query for rows that hold every word of a query, the last as the beginning of a word. Each run between spaces is
 * one string, so that its parts must stand together (`U.S.` is `u s`) and nothing in it is an operator. Undefined when there
 * is no word at all.
 */
export function toFullTextQuery(query: string): string | undefined {
  const words = toSearchWords(query).map((word) => `"${word.replaceAll('"', '""')}"`);
  return words.length === 0 ? undefined : `${words.join(' ')} *`;
}
