/**
 * Where `words` stand in a text letter for letter, as offsets in order, overlapping ones too; the first `most` of them.
 * Words that hold nothing, or half a surrogate pair, stand nowhere.
 */
export function findPlaces(text: string, words: string, most = Infinity): number[] {
  const places: number[] = [];
  if (words === '' || !words.isWellFormed()) return places;
  for (let at = text.indexOf(words); at >= 0 && places.length < most; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

/** True when a stretch begins and ends where words do: "Russia" does not within "Russian", nor a letter without its accent. */
export function isWholeWords(text: string, start: number, end: number): boolean {
  return !isInsideWord(text, start) && !isInsideWord(text, end);
}

/** Whether the characters before and after an offset belong together. */
function isInsideWord(text: string, offset: number): boolean {
  const after = text.slice(offset, offset + 2);
  return (
    /^\p{M}/u.test(after) ||
    (/^[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, offset - 2), offset)))
  );
}
