import type { eld } from 'eld/extrasmall';

/** The recogniser looks at so many bytes of a text, and so at this many characters. */
const WINDOW_LENGTH = 350;
const MOST_WINDOWS = 7;
/** Letters below which a text is too short to tell. */
const FEWEST_LETTERS = 20;

/**
 * Words that English sentences hold and other languages hardly do: at least one word in six of the reports seen, a few in a hundred of
 * a text in Danish or Polish. Letters alone take an English sentence full of German names for German.
 */
const ENGLISH_WORDS = /\b(?:the|and|of|to|that|with|for|from|said|has|his|her|their|would|will|which|by)\b/gi;
const ENGLISH_SHARE = 0.12;

let recogniser: Promise<typeof eld> | undefined;

/**
 * The language of a text as its ISO 639-1 code; undefined where too little of it, or nothing, is surely in one language.
 * Passages from all over the text are asked, so that a foreign quotation or a menu at the top does not decide: most of those
 * that are sure must agree, and at least a third must be sure. The same text gives the same answer.
 * Loads its 1 MB of frequencies (`eld`, the smallest of its four tables: 60 languages) when first called.
 */
export async function recogniseLanguage(text: string): Promise<string | undefined> {
  const windows = toWindows(text);
  if (windows.length === 0) return undefined;
  recogniser ??= import('eld/extrasmall').then((module) => module.eld);
  const { detect } = await recogniser;
  const votes = new Map<string, number>();
  let sure = 0;
  for (const window of windows) {
    if (holdsEnglishWords(window)) {
      sure += 1;
      votes.set('en', (votes.get('en') ?? 0) + 1);
      continue;
    }
    const result = detect(window);
    if (!result.isReliable()) continue;
    sure += 1;
    votes.set(result.language, (votes.get(result.language) ?? 0) + 1);
  }
  if (sure * 3 < windows.length) return undefined;
  return [...votes].find(([, count]) => count * 2 > sure)?.[0];
}

function holdsEnglishWords(window: string): boolean {
  const words = window.match(/\p{L}+/gu)?.length ?? 0;
  return (window.match(ENGLISH_WORDS)?.length ?? 0) >= words * ENGLISH_SHARE;
}

/** Passages at even distances, addresses and numbers blanked; none without enough letters. */
function toWindows(text: string): string[] {
  const count = Math.min(MOST_WINDOWS, Math.ceil(text.length / WINDOW_LENGTH));
  const step = Math.max(WINDOW_LENGTH, (text.length - WINDOW_LENGTH) / Math.max(1, count - 1));
  return Array.from({ length: count }, (_, index) => {
    const from = Math.min(Math.floor(index * step), Math.max(0, text.length - WINDOW_LENGTH));
    return text.slice(from, from + WINDOW_LENGTH).replace(/https?:\S+|\S*[@\d]\S*/g, ' ');
  }).filter((window) => (window.match(/\p{L}/gu)?.length ?? 0) >= FEWEST_LETTERS);
}
