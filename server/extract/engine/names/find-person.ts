import { tokenAt } from './token-at.ts';
import type { Sentence } from '../report.ts';
import { findKnown } from './find-known.ts';
import type { DocumentWords } from './found-name.ts';
import { isAllCapitals, isCap, isTitleCase } from './found-name.ts';
import {
  FUNCTION_WORDS,
  NOT_ACTOR,
  ORG_HEADS,
  PARTICLES,
  SUFFIXES,
  TITLES,
  TITLE_HEADS,
} from './word-lists.ts';

const isPrefixed = (word: string): boolean => /^(?:al|el|an|as|ad|ash|ar)-\p{Lu}/u.test(word);

/**
 * The token after the person's name that begins at a token (the token itself where none does): capitals and particles,
 * at most five, up to a known name, a title or an ordinary capitalised word.
 */
export function endOfPerson(sentence: Sentence, from: number, text: string, words: DocumentWords): number {
  const { tokens } = sentence;
  const isLoud = isAllCapitals(tokens);
  const isHeadline = isTitleCase(sentence) && !isLoud;
  let i = from;
  while (i < tokens.length && i < from + 6) {
    const token = tokenAt(tokens, i);
    const isFirst = i === from;
    if (isPrefixed(token.text)) {
      i += 1;
      continue;
    }
    if (
      PARTICLES.has(token.lower) &&
      !isFirst &&
      (isCap(tokens[i + 1]) || isPrefixed(tokens[i + 1]?.text ?? ''))
    ) {
      i += 1;
      continue;
    }
    if (
      !isCap(token) ||
      TITLE_HEADS.has(token.text) ||
      NOT_ACTOR.has(token.text) ||
      (FUNCTION_WORDS.has(token.lower) && (i !== from + 1 || isHeadline))
    )
      break;
    if (/\d/.test(token.text) || (ORG_HEADS.has(token.text) && !isFirst)) break;
    if (isFirst && TITLES.has(token.text) && words.isLowerWord(token.lower)) break;
    if (!isFirst && SUFFIXES.has(token.text)) {
      i += 1;
      break;
    }
    const known = findKnown(sentence, i, text, false);
    if (
      known &&
      !(
        i === from + 1 &&
        known.to === i + 1 &&
        known.known.form === 'name' &&
        !isHeadline &&
        isPlainFirst(tokenAt(tokens, from).text)
      )
    )
      break;
    if (
      isHeadline &&
      i >= from + 2 &&
      !words.isNameWord(token.text) &&
      !/^\p{Lu}\.$/u.test(tokenAt(tokens, i - 1).text)
    )
      break;
    i += 1;
  }
  while (
    i > from &&
    (PARTICLES.has(tokenAt(tokens, i - 1).text) || /^\p{Lu}\.$/u.test(tokenAt(tokens, i - 1).text))
  )
    i -= 1;
  if (i > from && tokens[i]?.text === ',' && /^(?:Jr|Sr)\.?$/.test(tokens[i + 1]?.text ?? '')) i += 2;
  return i;
}

/** A word that can be a given name before a name that is also a place's: not "Northern", "Nazi". */
const isPlainFirst = (word: string): boolean =>
  /^\p{Lu}\p{Ll}{2,}$/u.test(word) &&
  !/(?:ern|ian|ish|ese|zi|ic)$/.test(word) &&
  !TITLES.has(word) &&
  !/^(?:South|North|East|West|Central|New|Old|Greater|Upper|Lower|Post|Pro|Anti)$/.test(word);
