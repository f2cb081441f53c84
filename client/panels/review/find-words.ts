/** A stretch of a text, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const MOST_FOUND = 100;

/**
 * Where words stand in a text, first to last, at most 100 places: whatever the case, the white space between them, and
 * whether quotation marks and dashes are the typewriter's or the printer's. Words of nothing are nowhere.
 */
export function findWords(text: string, words: string): readonly TextRange[] {
  const pattern = words.trim().split(/\s+/).filter(Boolean).map(toPattern).join('\\s+');
  if (pattern === '') return [];
  const found: TextRange[] = [];
  for (const match of text.matchAll(new RegExp(pattern, 'giu'))) {
    found.push({ start: match.index, end: match.index + match[0].length });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}

const ALIKE = ["'‘’‚‛ʼ`´", '"“”„«»', '-‐‑‒–—−'];

function toPattern(word: string): string {
  return Array.from(word, (character) => {
    const alike = ALIKE.find((characters) => characters.includes(character));
    if (alike !== undefined) return `[${alike.replace('-', '\\-')}]`;
    return character.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  }).join('');
}

/** A stretch without the white space at its ends; undefined where nothing else is in it. */
export function trimRange(text: string, { start, end }: TextRange): TextRange | undefined {
  const words = text.slice(start, end);
  const from = start + (words.length - words.trimStart().length);
  const to = end - (words.length - words.trimEnd().length);
  return from < to ? { start: from, end: to } : undefined;
}
