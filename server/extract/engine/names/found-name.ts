import { tokenAt } from './token-at.ts';
import type { ActorKind, MentionForm, Sentence, Token } from '../report.ts';
import type { Known } from './known-names.ts';

/** A name, or a title without a name, where it stands in a sentence; which actor it is comes later. */
export interface FoundName {
  readonly sentence: number;
  readonly from: number;
  to: number;
  kind: ActorKind | 'unknown';
  /** As the text writes it, on one line. */
  words: string;
  readonly form: MentionForm;
  readonly known?: Known;
  /** The title before it: "Deputy Prime Minister". */
  readonly title?: string;
  /** The first token of the title. */
  readonly titleFrom?: number;
  /** Of whom or what it is the title: a name of the same list. */
  readonly of?: FoundName;
  readonly gender?: 'm' | 'f' | '';
  /** Part of a longer name. */
  readonly isInside?: boolean;
  /** A head word alone, "the Ministry": short for the last body of that kind. */
  readonly isShort?: boolean;
}

/** What the whole document tells of a word, asked in constant time. */
export interface DocumentWords {
  /** Whether it stands in lower case somewhere. */
  readonly isLowerWord: (lower: string) => boolean;
  /** Whether it stands capitalised within a sentence, not only at its beginning or in a title. */
  readonly isNameWord: (word: string) => boolean;
}

/** Whether a token begins with a capital. */
export const isCap = (token: Token | undefined): boolean => token !== undefined && startsCapital(token.text);

/** Whether a word begins with a capital; letters of ASCII are told by their codes. */
function startsCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word);
}

/** Whether a word begins with a small letter. */
function startsSmall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? code >= 97 && code <= 122 : /^\p{Ll}/u.test(word);
}

const allCapitals = new WeakMap<readonly Token[], boolean>();

/** Whether a sentence is set all in capitals; looked at once a sentence. */
export function isAllCapitals(tokens: readonly Token[]): boolean {
  let is = allCapitals.get(tokens);
  if (is === undefined) allCapitals.set(tokens, (is = areAllCapitals(tokens)));
  return is;
}

function areAllCapitals(tokens: readonly Token[]): boolean {
  let capitals = 0;
  for (const { text } of tokens) {
    if (/\p{Ll}/u.test(text) && !/^['’]s$/.test(text)) return false;
    if (/^\p{Lu}{2,}/u.test(text)) capitals += text.length;
  }
  return capitals >= 4;
}

/** Whether a heading capitalises every long word. */
export const isTitleCase = ({ kind, tokens }: Sentence): boolean =>
  kind === 'heading' &&
  tokens.filter((token) => /^\p{L}{5}/u.test(token.text)).every((token) => isCap(token));

/** The words of some tokens, on one line. */
export const wordsOf = (sentence: Sentence, text: string, from: number, to: number): string =>
  text.slice(tokenAt(sentence.tokens, from).start, tokenAt(sentence.tokens, to - 1).end).replace(/\s+/g, ' ');

/** Collects what the document tells of its words. */
export function readDocumentWords(sentences: readonly Sentence[]): DocumentWords {
  const lower = new Set<string>();
  const names = new Set<string>();
  for (const sentence of sentences) {
    const { tokens } = sentence;
    const isLoud = isAllCapitals(tokens) || isTitleCase(sentence);
    tokens.forEach((token, i) => {
      if (startsSmall(token.text)) lower.add(token.lower);
      else if (!isLoud && i > 0 && isCap(token) && !/^[.:"“‘'([–—*]$/.test(tokenAt(tokens, i - 1).text))
        names.add(token.text);
    });
  }
  return { isLowerWord: (word) => lower.has(word), isNameWord: (word) => names.has(word) };
}

/** A name of a sentence with the words it has there. */
export const toFoundName = (
  sentence: Sentence,
  text: string,
  name: Omit<FoundName, 'sentence' | 'words'>,
): FoundName => ({
  ...name,
  sentence: sentence.index,
  words: wordsOf(sentence, text, name.from, name.to),
});
