import { tokenAt } from './token-at.ts';
import type { Sentence } from '../report.ts';
import { findKnown } from './find-known.ts';
import { endOfPerson } from './find-person.ts';
import type { DocumentWords, FoundName } from './found-name.ts';
import { isAllCapitals, isCap, isTitleCase } from './found-name.ts';
import {
  COMMON_CAPITALS,
  FUNCTION_WORDS,
  NOT_ACTOR,
  ORG_HEADS,
  PLACE_HEADS,
  TITLES,
  TITLE_HEADS,
  UNNAMED_SPEAKERS,
} from './word-lists.ts';

type Put = (name: Omit<FoundName, 'sentence' | 'words'>) => FoundName;

const PROCESS = /^(?:process|format|platform|quartet|trio|troika)$/;
const DIRECTION =
  /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|New|Upper|Lower|Greater|Mount|Lake|Cape|Fort|Port|San|Santa|Los|Las)$/;
/** The number of a war, a pope or a chapter. */
const ROMAN = /^(?:I{2,3}|I?V|VI{1,3}|I?X|XI{1,3})$/;
/** Ordinary adjectives of proper names: "Nordic countries", "a Buddhist monk". */
const ADJECTIVE = /(?:ish|ic|ist|ists|ian|ians|ese|ite|ites|ern|-era|-style|-led|-backed|-level|-born)$/;

/**
 * A run of capitals that nothing is known of: a person where it looks like one, a place or body by its last word, an
 * acronym, or nothing. Gives the token after the run.
 */
export function findUnknown(
  sentence: Sentence,
  from: number,
  text: string,
  words: DocumentWords,
  put: Put,
): number {
  const { tokens } = sentence;
  const first = tokenAt(tokens, from);
  const isLoud = isAllCapitals(tokens);
  const isHeadline = isTitleCase(sentence);
  const before = tokens[from - 1];
  const isStart = from === 0 || /^[.:"“‘'([–—*•]$/.test(before?.text ?? '');
  if (FUNCTION_WORDS.has(first.lower) && !(isLoud && first.text.length > 3)) return from + 1;
  if (UNNAMED_SPEAKERS.has(first.lower) && tokens[from + 1]?.text === ':') return from + 1;
  let end = from;
  while (end < tokens.length && end < from + 8 && isRunOn(end)) end += 1;
  if (end === from) return from + 1;
  const run = tokens.slice(from, end);
  // what a paper, day or event is named after is no actor: "Example Act"
  const paper = run.findIndex((token) => NOT_ACTOR.has(token.text));
  if (paper >= 0) return from + Math.max(paper, 0) + 1;
  if (isLoud) {
    if (
      tokens.length <= 8 &&
      run.length >= 2 &&
      run.length <= 5 &&
      !run.some((t) => words.isLowerWord(t.lower) || ORG_HEADS.has(t.text))
    )
      put({ from, to: end, kind: 'person', form: 'name' });
    return end;
  }
  let start = from;
  // an ordinary word that only begins the sentence: "Yesterday John Doe …"
  while (
    isStart &&
    start === from &&
    end - start > 1 &&
    (words.isLowerWord(first.lower) || COMMON_CAPITALS.has(first.text)) &&
    !words.isNameWord(first.text)
  )
    start += 1;
  const head = tokenAt(tokens, end - 1);
  const count = end - start;
  const next = tokens[end];
  if (next && PROCESS.test(next.lower) && count === 1) {
    put({ from: start, to: end + 1, kind: 'organisation', form: 'name' });
    return end + 1;
  }
  if (
    count >= 2 &&
    PLACE_HEADS.has(head.text) &&
    !(isHeadline && words.isLowerWord(head.lower) && !words.isNameWord(head.text))
  ) {
    put({ from: start, to: end, kind: 'place', form: 'name' });
    return end;
  }
  if (count >= 2 && DIRECTION.test(tokenAt(tokens, start).text)) {
    if (!isHeadline) put({ from: start, to: end, kind: 'place', form: 'name' });
    return end;
  }
  if (count === 1) {
    putSingle(start, end);
    return end;
  }
  const personTo = endOfPerson(sentence, start, text, words);
  const hasArticle = /^(?:the|a|an)$/.test(tokens[start - 1]?.lower ?? '');
  if (
    isHeadline &&
    !tokens
      .slice(start, Math.max(personTo, start + 2))
      .every(
        (token) =>
          words.isNameWord(token.text) || /^\p{Lu}\.$/u.test(token.text) || /\p{Ll}-\p{L}/u.test(token.text),
      )
  )
    return start + 1;
  if (
    personTo === end &&
    count <= 5 &&
    !hasArticle &&
    !tokens.slice(start, end).some((token) => COMMON_CAPITALS.has(token.text))
  )
    put({ from: start, to: end, kind: 'person', form: 'name' });
  else if (
    !isHeadline &&
    count >= 2 &&
    !tokens.slice(start, end).some((token) => /\d/.test(token.text)) &&
    hasArticle &&
    words.isNameWord(head.text) &&
    !COMMON_CAPITALS.has(head.text) &&
    !words.isLowerWord(head.lower)
  )
    put({ from: start, to: end, kind: 'unknown', form: 'name' });
  return end;

  function isRunOn(i: number): boolean {
    const token = tokenAt(tokens, i);
    if (i === from) return isCap(token) || /^(?:al|el|an|as)-\p{Lu}/u.test(token.text);
    if (/^(?:al|el|an|as)-\p{Lu}/u.test(token.text)) return true;
    if (isCap(token)) {
      if (TITLE_HEADS.has(token.text)) return false;
      if (FUNCTION_WORDS.has(token.lower))
        return i === from + 1 && !isHeadline && !isLoud && words.isNameWord(first.text);
      const known = findKnown(sentence, i, text, isLoud);
      return !known || (i === from + 1 && endOfPerson(sentence, from, text, words) > i);
    }
    return endOfPersonCovers(i);
  }
  function endOfPersonCovers(i: number): boolean {
    return (
      /^(?:de|da|del|di|al|el|bin|ibn|von|van|der|ul|la|du|dos)$/.test(tokenAt(tokens, i).lower) &&
      isCap(tokens[i + 1]) &&
      i > from
    );
  }
  function putSingle(at: number, to: number): void {
    const token = tokenAt(tokens, at);
    if (
      /\d/.test(token.text) ||
      token.text.length < 2 ||
      TITLES.has(token.text) ||
      TITLE_HEADS.has(token.text)
    )
      return;
    if (ORG_HEADS.has(token.text) || COMMON_CAPITALS.has(token.text)) {
      if (ORG_HEADS.has(token.text) && before?.lower === 'the' && !isHeadline)
        put({ from: at, to, kind: 'organisation', form: 'name', isShort: true });
      return;
    }
    if (PLACE_HEADS.has(token.text)) return;
    if (ROMAN.test(token.text)) return;
    const isAcronym = /^\p{Lu}{2,7}\+?$/u.test(token.text);
    if (isAcronym) {
      put({ from: at, to, kind: 'organisation', form: 'name' });
      return;
    }
    if (
      /^(?:a|an|every|each|no|any)$/.test(before?.lower ?? '') ||
      (/\p{L}[-‑]\p{Ll}/u.test(token.text) && !words.isNameWord(token.text)) ||
      /['’](?:ll|m|re|ve|d|t)$/.test(token.text)
    )
      return;
    if ((isStart || isHeadline) && !words.isNameWord(token.text)) return;
    if (
      words.isLowerWord(token.lower) &&
      !/^(?:said|says|told|added|has|had|was|is|['’]s|,)$/.test(next?.lower ?? '')
    )
      return;
    if (ADJECTIVE.test(token.lower) && next && /^(?:NOUN|ADJ|PROPN)$/.test(next.pos)) return;
    put({ from: at, to, kind: 'unknown', form: 'name' });
  }
}
