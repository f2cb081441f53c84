import { tokenAt } from './token-at.ts';
import type { ActorKind, Sentence } from '../report.ts';
import { findKnown } from './find-known.ts';
import { isCap } from './found-name.ts';
import {
  COMMON_CAPITALS,
  FUNCTION_WORDS,
  MEDIA_HEADS,
  NOT_ACTOR,
  ORG_HEADS,
  TITLES,
  TITLE_HEADS,
} from './word-lists.ts';

/** Where the name of a body ends and what it is. */
export interface OrganisationAt {
  readonly to: number;
  readonly kind: Extract<ActorKind, 'organisation' | 'media'>;
}

const DAY =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const isHead = (word: string): boolean => ORG_HEADS.has(word) || MEDIA_HEADS.has(word);
const TAKES_AND =
  /^(?:Food|Health|Trade|Security|Justice|Drug|Drugs|Science|Defence|Defense|Control|Arts|Research|Development|Human|Securities|Education|Energy|Culture|Economy|Agriculture|Industry|Immigration|Communications|Customs|Law|Atomic|Information|Space|Science|Technology|Environment|Transport|Labor|Labour|Tourism|Finance|Interior|Foreign)$/;

/**
 * The name of a body that begins at a token: capitals up to a head word ("Islamic Guard Corps"), then what its "of", "for"
 * or "on" adds ("Ministry of Foreign Affairs"). At least two tokens; at most sixteen are looked at.
 */
export function findOrganisation(sentence: Sentence, from: number, text: string): OrganisationAt | undefined {
  const { tokens } = sentence;
  if (!isCap(tokens[from]) || FUNCTION_WORDS.has(tokenAt(tokens, from).lower)) return undefined;
  let head = -1;
  let i = from;
  for (; i < tokens.length && i < from + 10; i += 1) {
    const token = tokenAt(tokens, i);
    if (isCap(token)) {
      if (TITLE_HEADS.has(token.text) && tokens[i + 1]?.lower === 'of') break;
      if (DAY.test(token.text)) break;
      if (isHead(token.text) && !(TITLES.has(token.text) && TITLE_HEADS.has(tokens[i + 1]?.text ?? '')))
        head = i;
      continue;
    }
    if (head >= 0) break;
    if (
      /^[-‑]$/.test(token.text) &&
      i > from &&
      tokenAt(tokens, i - 1).end === token.start &&
      isCap(tokens[i + 1])
    )
      continue;
    if (
      /^(?:and|&)$/.test(token.lower) &&
      i > from &&
      isCap(tokens[i + 1]) &&
      TAKES_AND.test(tokenAt(tokens, i - 1).text)
    )
      continue;
    if (
      /^['’]s$/.test(token.text) &&
      i > from &&
      /^(?:People|Women|Children|Workers|Veterans|Mother|Mothers)$/.test(tokenAt(tokens, i - 1).text)
    )
      continue;
    break;
  }
  if (head < 0) return undefined;
  let to = head + 1;
  if (/^(?:of|for|on|against)$/.test(tokens[to]?.lower ?? ''))
    to = endOfOffice(sentence, head, text) ?? endOfComplement(sentence, to, text);
  if (to - from < 2) return undefined;
  if (
    to === head + 1 &&
    to - from === 2 &&
    COMMON_CAPITALS.has(tokenAt(tokens, from).text) &&
    COMMON_CAPITALS.has(tokenAt(tokens, head).text)
  )
    return undefined;
  return {
    to,
    kind:
      MEDIA_HEADS.has(tokenAt(tokens, head).text) && !ORG_HEADS.has(tokenAt(tokens, head).text)
        ? 'media'
        : 'organisation',
  };
}

/** The end of "Office of the President of Norway": of whom an office is. */
function endOfOffice(sentence: Sentence, head: number, text: string): number | undefined {
  const { tokens } = sentence;
  if (
    tokens[head]?.text !== 'Office' ||
    tokens[head + 1]?.lower !== 'of' ||
    tokens[head + 2]?.lower !== 'the'
  )
    return undefined;
  let to = head + 3;
  while (isCap(tokens[to]) && isTitleWord(tokenAt(tokens, to).text)) to += 1;
  if (to === head + 3) return undefined;
  const of = tokens[to]?.lower === 'of' ? findKnown(sentence, to + 1, text, false) : undefined;
  return of?.known.kind === 'country' ? of.to : to;
}

const isTitleWord = (word: string): boolean => TITLES.has(word) || TITLE_HEADS.has(word);

/** The end of "of the …" after a head; the preposition's own place where nothing fit follows. */
function endOfComplement(sentence: Sentence, preposition: number, text: string): number {
  const { tokens } = sentence;
  let i = preposition + 1;
  if (tokens[i]?.lower === 'the') i += 1;
  const start = i;
  const known = isCap(tokens[i]) ? findKnown(sentence, i, text, false) : undefined;
  if (known) return known.to;
  let end = preposition;
  while (i < tokens.length && i < preposition + 10) {
    const token = tokenAt(tokens, i);
    if (isCap(token) && !TITLE_HEADS.has(token.text) && !NOT_ACTOR.has(token.text)) {
      i += 1;
      end = i;
    } else if (
      /^(?:and|for|of|the|in)$/.test(token.lower) &&
      i > start &&
      end === i &&
      isCap(tokens[i + 1]) &&
      !findKnown(sentence, i + 1, text, false) &&
      !TITLE_HEADS.has(tokenAt(tokens, i + 1).text)
    )
      i += 1;
    else if (token.lower === 'the' && isCap(tokens[i + 1])) i += 1;
    else break;
  }
  return end;
}
