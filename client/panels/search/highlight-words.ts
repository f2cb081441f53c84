/** A part of a text that matches the query, or that lies between. */
export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * The text in parts, those marked that begin a word of it as a word of the query does; accents and case aside, as the
 * search itself compares. The parts joined are the text. Nothing is marked for a query without words.
 */
export function highlightWords(text: string, query: string): TextPart[] {
  const words = fold(query).folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  const { folded, origins } = fold(text);
  const marked = new Uint8Array(text.length);
  for (const match of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const longest = Math.max(
      0,
      ...words.filter((word) => match[0].startsWith(word)).map((word) => word.length),
    );
    const from = origins[match.index] ?? 0;
    const to = origins[match.index + longest] ?? text.length;
    if (longest > 0) marked.fill(1, from, to);
  }
  const parts: TextPart[] = [];
  for (let start = 0; start < text.length;) {
    const isMatch = marked[start] === 1;
    let end = start + 1;
    while (end < text.length && (marked[end] === 1) === isMatch) end += 1;
    parts.push({ text: text.slice(start, end), isMatch });
    start = end;
  }
  return parts;
}

/** Lower case without accents, and for each of its code units where in the text it came from. */
function fold(text: string): { readonly folded: string; readonly origins: readonly number[] } {
  let folded = '';
  const origins: number[] = [];
  let index = 0;
  for (const character of text) {
    const plain = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(index);
    folded += plain;
    index += character.length;
  }
  return { folded, origins };
}
