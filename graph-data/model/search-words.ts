/** More words than this are passed over: the time that a full text search takes may grow with their square. */
const MOST_WORDS = 64;

/** The words a query is made of: what stands between spaces, where it holds a letter or a digit. */
export function toSearchWords(query: string): string[] {
  return query
    .split(/[\s\0]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
}
