import type { Evidence, PlacedEvidence } from './claim.ts';
import { foldLetters } from './fold-letters.ts';

/** How much text before and after the quote its selector keeps, in UTF-16 code units. */
const CONTEXT_LENGTH = 32;
/** A sentence is cut at this distance from the quote, so that a text without full stops stays bounded. */
const LONGEST_REACH = 1000;

/** NFC with `\n` line ends and no byte order mark: the form every stored text has. */
export function normaliseText(text: string): string {
  return text
    .replace(/^\uFEFF+/, '')
    .replace(/\r\n?/g, '\n')
    .normalize('NFC');
}

/** Accents and case folded, runs of white space as one space: the form names and queries are compared in. */
export function foldText(text: string): string {
  return foldLetters(text).toLowerCase().replace(/[‘’]/g, "'").replace(/\s+/g, ' ').trim();
}

const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$/;
const SENTENCE_END = /[.!?…]["”’')\]]*$/;
const CLOSING = /["”’')\]]/;

/**
 * True when a sentence ends just before `index`, where white space begins. A small letter after it goes on with the
 * sentence: “Is it?” he asked. "The U.S. Talks" is read as one sentence, "in the U.S.\n" ends at the line.
 */
function endsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 12), index);
  if (!SENTENCE_END.test(before) || ABBREVIATION.test(before)) return false;
  return !/^\s+\p{Ll}/u.test(text.slice(index, index + 8));
}

/** The sentence, or run of sentences, that holds `start`–`end`: no line break outside the span, no leading or trailing space. */
export function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  const lowest = Math.max(0, start - LONGEST_REACH);
  const highest = Math.min(text.length, end + LONGEST_REACH);
  let from = start;
  while (from > lowest) {
    const previous = text[from - 1] ?? '';
    if (previous === '\n' || (/\s/.test(previous) && endsSentence(text, from - 1))) break;
    from -= 1;
  }
  let to = end;
  const hasEnded = (): boolean => text[to] === '\n' || (/\s/.test(text[to] ?? '') && endsSentence(text, to));
  while (to < highest && !hasEnded()) to += 1;
  while (to < text.length && CLOSING.test(text[to] ?? '') && /[.!?…]/.test(text[to - 1] ?? '')) to += 1;
  while (from < start && /\s/.test(text[from] ?? '')) from += 1;
  while (to > end && /\s/.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to };
}

/**
 * The selectors and sentence of a span. The caller has checked 0 ≤ start < end ≤ text.length.
 * Prefix, suffix and sentence never cut a surrogate pair in two.
 */
export function toEvidence(text: string, start: number, end: number): PlacedEvidence {
  const sentence = sentenceAround(text, start, end);
  const from = wholeCharacter(text, sentence.start);
  return {
    basis: 'text',
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(wholeCharacter(text, Math.max(0, start - CONTEXT_LENGTH)), start),
    suffix: text.slice(end, beforeCharacter(text, Math.min(text.length, end + CONTEXT_LENGTH))),
    sentence: text.slice(from, wholeCharacter(text, sentence.end)),
    sentenceStart: from,
  };
}

/** The evidence of words that have no place in a text that is here. */
export function toLooseEvidence(basis: 'quote' | 'row', exact: string): Evidence {
  return {
    basis,
    start: null,
    end: null,
    exact,
    prefix: '',
    suffix: '',
    sentence: exact,
    sentenceStart: null,
  };
}

/** Moves an index that stands inside a surrogate pair to the pair's end. */
function wholeCharacter(text: string, index: number): number {
  return isInsidePair(text, index) ? index + 1 : index;
}

/** Moves an index that stands inside a surrogate pair to the pair's beginning. */
function beforeCharacter(text: string, index: number): number {
  return isInsidePair(text, index) ? index - 1 : index;
}

function isInsidePair(text: string, index: number): boolean {
  return /[\uDC00-\uDFFF]/.test(text[index] ?? '') && /[\uD800-\uDBFF]/.test(text[index - 1] ?? '');
}
