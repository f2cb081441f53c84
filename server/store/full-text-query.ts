/** More words than this are passed over: the time FTS5 takes grows with their square. */
const MOST_WORDS = 64;

/**
 * An FTS5 query for rows that hold every word of a query, the last as the beginning of a word. Each run between spaces is
 * one string, so that its parts must stand together (`U.S.` is `u s`) and nothing in it is an operator. Undefined when there
 * is no word at all.
 */
export function toFullTextQuery(query: string): string | undefined {
  const words = query
    .split(/[\s\0]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS)
    .map((word) => `"${word.replaceAll('"', '""')}"`);
  return words.length === 0 ? undefined : `${words.join(' ')} *`;
}
