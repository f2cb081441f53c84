import type { Span, Token } from '../report.ts';
import { remember } from '../../../../graph-data/model/remember.ts';

/** Abbreviated titles, initials and U.S. with their full stops; numbers; 's; words with inner apostrophes and hyphens. */
const TOKEN =
  /(?:\p{L}\.){2,}|(?:Mr|Mrs|Ms|Dr|Jr|Sr|JR|SR|St|Gen|Sen|Gov|Rep|Col|Lt|Maj|Capt|Prof|Rev|Inc|Corp|Ltd)\.|\p{Lu}\.(?=\s+\p{Lu}\p{L})|\d[\d,.:]*\d|\d+|['’]s\b|\p{L}[\p{L}\p{M}\p{N}]*(?:['’](?!s\b)\p{L}[\p{L}\p{M}]*|[-‑]\p{L}[\p{L}\p{M}\p{N}]*|-\d+)*\+?|[^\s]/gu;

const CURLY = /[’‘]/g;

function toLower(word: string): string {
  const lower = word.toLowerCase();
  return lower.includes('’') || lower.includes('‘') ? lower.replace(CURLY, "'") : lower;
}

/** A word as written and in lower case. */
interface WordForm {
  readonly text: string;
  readonly lower: string;
}

/** Of equal words one string is kept, so that to look it up again costs little. */
const formOf = remember((text): WordForm => ({ text, lower: toLower(text) }));

const isDash = (word: string, at: number): boolean => word[at] === '-' || word[at] === '‑';

function findDash(word: string): number {
  for (let at = 0; at < word.length; at += 1) if (isDash(word, at)) return at;
  return -1;
}

/**
 * The tokens of one sentence, in order, their offsets those of the text; parts of speech and lemmas are still empty.
 * A hyphenated word falls into three where `canSplit` says so of the parts before and after its first hyphen.
 */
export function tokenize(
  text: string,
  { start, end }: Span,
  canSplit: (half: string, rest: string) => boolean,
): Token[] {
  const tokens: Token[] = [];
  const push = (from: number, to: number): void => {
    const form = formOf(text.slice(from, to));
    tokens.push({ start: from, end: to, text: form.text, lower: form.lower, pos: '', lemma: '' });
  };
  for (const match of text.slice(start, end).matchAll(TOKEN)) {
    const at = start + match.index;
    const word = match[0];
    const dash = word.length < 3 ? -1 : findDash(word);
    if (
      dash > 0 &&
      dash + 1 < word.length &&
      !isDash(word, dash + 1) &&
      canSplit(word.slice(0, dash), word.slice(dash + 1))
    ) {
      push(at, at + dash);
      push(at + dash, at + dash + 1);
      push(at + dash + 1, at + word.length);
    } else push(at, at + word.length);
  }
  return tokens;
}
