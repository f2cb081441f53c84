import { tokenAt } from './token-at.ts';
import type { Sentence } from '../report.ts';
import { remember } from '../../../../graph-data/model/remember.ts';
import { KNOWN, LONGEST, fold } from './known-names.ts';
import type { Known } from './known-names.ts';

/** A known name and the token after its last. */
export interface KnownAt {
  readonly known: Known;
  readonly to: number;
}

const FORMAL =
  /^(?:Republic|Kingdom|State|Federation|Sultanate|Emirate|Commonwealth|Union|Principality|Duchy)$/;
const BEFORE_FORMAL =
  /^(?:Federal|Democratic|Islamic|Arab|Socialist|People|Bolivarian|Grand|United|Hashemite|Russian|The)$/;
const IN_PLACE = /^(?:in|at|near|outside|around|into|through|across|visit|visited|downtown|central|an?)$/;
/** Capitals whose name stands for the state more often than for the city. */
const METONYM =
  /^(?:Washington|London|Moscow|Pyongyang|Seoul|Beijing|Tehran|Kyiv|Kiev|Minsk|Ankara|Damascus|Riyadh|Jerusalem|Baku|Yerevan)$/;
/** Words that are names of countries and something else besides. */
const NEVER = new Set(['May', 'IS', 'Of', 'Niger Delta']);

/** Small-cased: "THE UNITED STATES" → "the United States". */
const fromCapitals = (words: string): string =>
  words
    .toLowerCase()
    .replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())
    .replace(/\b(?:Of|The|And|For|In)\b/g, (word) => word.toLowerCase());

const onOneLine = (words: string): string => words.replace(/\s+/g, ' ');

/** The most words of a known name that begins with a word as folded, or with the word as it is. */
const longestFrom = (start: string, word: string): number | undefined =>
  LONGEST.get(start.split(/['-]/)[0] ?? '') ?? LONGEST.get(word);

/** How many words a known name has at most that begins with this one. */
const mostTokens = remember((word) => longestFrom(fold(word), word) ?? 0);

/**
 * The longest known name that begins at a token, formal names of countries ("Republic of X") included.
 * A capital stands for its state, or for itself after a preposition of place. At most eight tokens are looked at.
 */
export function findKnown(
  sentence: Sentence,
  from: number,
  text: string,
  isCapitals: boolean,
): KnownAt | undefined {
  const { tokens } = sentence;
  const first = tokens[from];
  if (!first) return undefined;
  const longest = Math.min(
    8,
    tokens.length - from,
    isCapitals ? (longestFrom(fromCapitals(first.text), first.text) ?? 8) : mostTokens(first.text),
  );
  for (let count = longest; count >= 1; count -= 1) {
    const last = tokenAt(tokens, from + count - 1);
    const words = count === 1 ? fold(first.text) : onOneLine(fold(text.slice(first.start, last.end)));
    const known = KNOWN.get(words) ?? (isCapitals ? KNOWN.get(fromCapitals(words)) : undefined);
    if (!known || words.length < 2 || NEVER.has(words) || (isCapitals && /^(?:IS|WHO)$/.test(words)))
      continue;
    return {
      known: known.place && isInPlace(sentence, from, from + count) ? known.place : known,
      to: from + count,
    };
  }
  if (FORMAL.test(first.text) && tokens[from + 1]?.lower === 'of') {
    const at = tokens[from + 2]?.lower === 'the' ? from + 3 : from + 2;
    const inner = /^\p{Lu}/u.test(tokens[at]?.text ?? '')
      ? findKnown(sentence, at, text, isCapitals)
      : undefined;
    if (inner?.known.kind === 'country' || inner?.known.kind === 'place') return inner;
  }
  if (BEFORE_FORMAL.test(first.text) && FORMAL.test(tokens[from + 1]?.text ?? '')) {
    const inner = findKnown(sentence, from + 1, text, isCapitals);
    if (inner) return inner;
  }
  return undefined;
}

/** Whether a capital is spoken of as a place: "in X", "X, Ruritania", "an X street". */
function isInPlace({ tokens }: Sentence, from: number, to: number): boolean {
  const before = tokens[from - 1]?.lower ?? '';
  const next = tokens[to];
  return (
    IN_PLACE.test(before) ||
    next?.pos === 'NOUN' ||
    (/^(?:from|to|of)$/.test(before) && !METONYM.test(tokenAt(tokens, from).text)) ||
    (next?.text === ',' &&
      /^\p{Lu}/u.test(tokens[to + 1]?.text ?? '') &&
      !METONYM.test(tokenAt(tokens, from).text)) ||
    (/^['’]s$/.test(next?.text ?? '') && !METONYM.test(tokenAt(tokens, from).text))
  );
}
