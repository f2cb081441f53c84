import { tokenAt } from './token-at.ts';
import type { Sentence } from '../report.ts';
import type { KnownAt } from './find-known.ts';
import { findKnown } from './find-known.ts';
import { findOrganisation } from './find-organisation.ts';
import type { FoundName } from './found-name.ts';
import { isAllCapitals, isCap, toFoundName, wordsOf } from './found-name.ts';
import { FUNCTION_WORDS, NOT_ACTOR, ORG_HEADS, TITLES, TITLE_HEADS } from './word-lists.ts';

/** A title: "First Deputy Prime Minister of Ruritania". */
export interface TitleAt {
  readonly from: number;
  /** After the title and all that its "of" names. */
  readonly to: number;
  /** After the title's own words. */
  readonly headTo: number;
  readonly title: string;
  readonly of?: FoundName;
  /** Names that stand within the title. */
  readonly inside: readonly FoundName[];
}

const isTitleWord = (word: string): boolean => TITLES.has(word) || TITLE_HEADS.has(word);
/** What a minister or secretary is of, that is no actor. */
const PORTFOLIO =
  /^(?:State|Staff|Foreign|Affairs|Defence|Defense|Education|Finance|Justice|Health|Energy|Trade|Industry|Economy|Economic|Agriculture|Culture|Transport|Commerce|Labor|Labour|Interior|Internal|Environment|Tourism|Science|Technology|Sport|Sports|Immigration|Home|Information|Communications|Development|Security|Homeland|Treasury|Emergency|Emergencies|Situations|External|Relations|War|Housing|Urban|Veterans|Natural|Resources|Water|Oil|Petroleum|Investment|Planning|Public|Social|Youth|Women|Religious|Higher|Digital|Strategic|Operations|Policy|Communication|Intelligence|Parliamentary|European|Integration|Regional|Religious|Construction|Infrastructure|Fisheries|Aviation|Civil|Welfare)$/;

/** The title that begins at a token, if one does; it holds a head such as President or Minister. */
export function findTitle(sentence: Sentence, from: number, text: string): TitleAt | undefined {
  const { tokens } = sentence;
  const isLoud = isAllCapitals(tokens);
  if (!isCap(tokens[from]) || !isTitleWord(tokenAt(tokens, from).text)) return undefined;
  let i = from;
  while (i < tokens.length && i < from + 9) {
    const token = tokenAt(tokens, i);
    if (isCap(token) && isTitleWord(token.text)) i += 1;
    else if (
      /^(?:and|–|-|\/)$/.test(token.lower) &&
      i > from &&
      isCap(tokens[i + 1]) &&
      isTitleWord(tokenAt(tokens, i + 1).text) &&
      [1, 2, 3].some((ahead) => TITLE_HEADS.has(tokens[i + ahead]?.text ?? ''))
    )
      i += 1;
    else break;
  }
  let lastHead = -1;
  for (let k = from; k < i; k += 1) if (TITLE_HEADS.has(tokenAt(tokens, k).text)) lastHead = k;
  if (lastHead < 0) return undefined;
  const headTo = i;
  const inside: FoundName[] = [];
  const knownAt = (at: number, { known, to }: KnownAt): FoundName =>
    toFoundName(sentence, text, { from: at, to, kind: known.kind, known, form: known.form });
  let of: FoundName | undefined;
  let titleTo = headTo;
  while (/^(?:of|for|on|to|at)$/.test(tokens[i]?.lower ?? '') && i < from + 30) {
    let at = i + 1;
    if (tokens[at]?.lower === 'the') at += 1;
    const first = tokens[at];
    if (!first || !isCap(first) || FUNCTION_WORDS.has(first.lower)) break;
    const name = isLoud ? undefined : findOrganisation(sentence, at, text);
    const known = findKnown(sentence, at, text, isLoud);
    if (known && !(name && name.to > known.to)) {
      const found = knownAt(at, known);
      inside.push(found);
      of ??= found;
      i = known.to;
      continue;
    }
    if (name) {
      const found = toFoundName(sentence, text, { from: at, to: name.to, kind: name.kind, form: 'name' });
      if (known && known.to < name.to) inside.push({ ...knownAt(at, known), isInside: true });
      inside.push(found);
      of ??= found;
      i = name.to;
      continue;
    }
    if (PORTFOLIO.test(first.text)) {
      let end = at + 1;
      while (
        (isCap(tokens[end]) && PORTFOLIO.test(tokenAt(tokens, end).text)) ||
        (/^(?:and|,|&)$/.test(tokens[end]?.lower ?? '') && PORTFOLIO.test(tokens[end + 1]?.text ?? ''))
      )
        end += 1;
      i = end;
      titleTo = end;
      continue;
    }
    if (NOT_ACTOR.has(first.text) || isTitleWord(first.text)) break;
    // an acronym, or the first of three or more capitals: "Mayor of Springfield John Doe"
    let end = at;
    while (isCap(tokens[end]) && !isTitleWord(tokenAt(tokens, end).text)) end += 1;
    const isAcronym = /^\p{Lu}{2,7}$/u.test(first.text) && !isLoud;
    const to = isAcronym || end - at >= 3 || end - at === 1 ? at + 1 : end;
    const kind = isAcronym || ORG_HEADS.has(tokenAt(tokens, to - 1).text) ? 'organisation' : 'place';
    const found = toFoundName(sentence, text, { from: at, to, kind, form: 'name' });
    inside.push(found);
    of ??= found;
    i = to;
  }
  return {
    from,
    to: i,
    headTo,
    title: wordsOf(sentence, text, from, titleTo),
    ...(of ? { of } : {}),
    inside,
  };
}
