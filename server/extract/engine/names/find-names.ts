import { tokenAt } from './token-at.ts';
import type { Sentence } from '../report.ts';
import { findKnown } from './find-known.ts';
import type { KnownAt } from './find-known.ts';
import { findOrganisation } from './find-organisation.ts';
import { endOfPerson } from './find-person.ts';
import { findTitle } from './find-title.ts';
import { findUnknown } from './find-unknown.ts';
import type { DocumentWords, FoundName } from './found-name.ts';
import { isAllCapitals, isCap, isTitleCase, toFoundName } from './found-name.ts';
import { genderOfTitle, PLACE_HEADS, TITLE_HEADS } from './word-lists.ts';

/** What follows a place or capital in the name of a paper or a meeting that is no actor: "Helsinki Accords". */
const NO_ACTOR =
  /^(?:agreements?|accords?|convention|protocols?|treaty|summit|declaration|communiqu[eé]|package|pact|memorandum|conference|peace|talks|contract|airport|olympics|games|deal|initiative|principles)$/;
const PROCESS = /^(?:process|format|platform|quartet|quad|trio|troika)$/;
const STATE = /^(?:government|governments|authorities|leadership)$/;

/** What an agency does that bears its field and country as its name. */
const FIELD =
  /^(?:Environment|Health|Transport|Statistics|Sport|Elections|Heritage|Tourism|Parks|Immigration)$/;

/** Honours that are no role when they stand alone. */
const NO_ROLE =
  /^(?:mrs?|ms|dr|prof|gen|col|capt|lt|sgt|maj|sen|rep|gov|rev)\.?$|^(?:miss|sir|lord|lady|dame|king's|major|private|count|principal|head|chief|officer|general|father|messrs|captain|professor|presidents|ministers|reporter|candidate|journalist|activist|correspondent|delegate|counterpart|editor|manager|coach|dean)$/;

/** Names in one sentence, left to right; names within a longer one before it. One pass, looking a bounded way ahead. */
export function findNames(sentence: Sentence, text: string, words: DocumentWords): FoundName[] {
  const { tokens } = sentence;
  const found: FoundName[] = [];
  const isLoud = isAllCapitals(tokens);
  const isHeadline = isTitleCase(sentence);
  const put = (name: Omit<FoundName, 'sentence' | 'words'>): FoundName => {
    const whole = toFoundName(sentence, text, name);
    found.push(whole);
    return whole;
  };
  const putKnown = (from: number, { known, to }: KnownAt, isInside = false): FoundName =>
    put({ from, to, kind: known.kind, known, form: known.form, ...(isInside ? { isInside } : {}) });
  let i = 0;
  while (i < tokens.length) {
    const token = tokenAt(tokens, i);
    if (!isCap(token) && !/^(?:al|el|an|as)-\p{Lu}/u.test(token.text) && token.lower !== 'transatlantic') {
      i += 1;
      continue;
    }
    const known = findKnown(sentence, i, text, isLoud);
    const agency = isLoud || isHeadline ? undefined : endOfAgency(i);
    if (agency !== undefined) {
      put({ from: i, to: agency, kind: 'organisation', form: 'name' });
      i = agency;
      continue;
    }
    const organisation = isLoud ? undefined : findOrganisation(sentence, i, text);
    const title = known && known.to > i + 1 ? undefined : findTitle(sentence, i, text);
    if (
      organisation &&
      !(known && known.to >= organisation.to) &&
      !(title && (title.of || title.headTo >= organisation.to)) &&
      !(isHeadline && TITLE_HEADS.has(token.text))
    ) {
      const head = tokenAt(tokens, organisation.to - 1).lower;
      const preposition = tokens[i + 1]?.lower === 'of';
      if (known?.known.kind === 'country' && known.to === organisation.to - 1 && STATE.test(head)) {
        put({ from: i, to: organisation.to, kind: 'country', known: known.known, form: 'name' });
      } else if (STATE.test(token.lower) && preposition) {
        const at = tokens[i + 2]?.lower === 'the' ? i + 3 : i + 2;
        const inner = findKnown(sentence, at, text, false);
        if (inner) put({ from: i, to: inner.to, kind: inner.known.kind, known: inner.known, form: 'name' });
      } else {
        if (known) putKnown(i, known, true);
        put({ from: i, to: organisation.to, kind: organisation.kind, form: 'name' });
        if (!known) {
          const of = lastKnownInside(i, organisation.to);
          if (of) putKnown(of.from, of, true);
        }
      }
      i = organisation.to;
      continue;
    }
    if (known) {
      const next = tokens[known.to];
      if (next && PROCESS.test(next.lower) && known.known.kind !== 'organisation') {
        put({ from: i, to: known.to + 1, kind: 'organisation', form: 'name' });
        i = known.to + 1;
        continue;
      }
      const isPlaceName =
        next !== undefined && PLACE_HEADS.has(next.text) && known.known.form === 'name' && !isHeadline;
      if (isPlaceName && (known.known.kind === 'country' || known.known.kind === 'place')) {
        putKnown(i, known, true);
        put({ from: i, to: known.to + 1, kind: 'place', form: 'name' });
        i = known.to + 1;
        continue;
      }
      if (!(
        next &&
        NO_ACTOR.test(next.lower) &&
        (known.known.form === 'capital' || known.known.kind === 'place')
      ))
        putKnown(i, known);
      i = known.to;
      continue;
    }
    if (title) {
      found.push(...title.inside);
      const gender =
        tokens
          .slice(title.from, title.headTo)
          .map((word) => genderOfTitle(word.text))
          .find((g) => g !== '') ?? '';
      const end = endOfPerson(sentence, title.to, text, words);
      if (end > title.to) {
        put({
          from: title.to,
          to: end,
          kind: 'person',
          form: 'name',
          title: title.title,
          titleFrom: title.from,
          gender,
          ...(title.of ? { of: title.of } : {}),
        });
        i = end;
        continue;
      }
      const last = tokenAt(tokens, title.headTo - 1).lower;
      const isAddress = title.from > 0 && /^(?:mr|madam|mrs)\.?$/.test(tokenAt(tokens, title.from).lower);
      if (!isLoud && !(NO_ROLE.test(last) && !title.of) && !(isHeadline && !title.of) && !isAddress)
        put({
          from: title.from,
          to: title.headTo,
          kind: 'person',
          form: 'role',
          title: title.title,
          titleFrom: title.from,
          ...(title.of ? { of: title.of } : {}),
        });
      i = title.to;
      continue;
    }
    const end = findUnknown(sentence, i, text, words, put);
    i = Math.max(end, i + 1);
  }
  return found;

  /** The end of the name of an agency that is called after its field and country: "Transport Canada". */
  function endOfAgency(from: number): number | undefined {
    if (!FIELD.test(tokenAt(tokens, from).text) || isCap(tokens[from - 1]) || !isCap(tokens[from + 1]))
      return undefined;
    const country = findKnown(sentence, from + 1, text, false);
    const isCountry = country?.known.kind === 'country' && country.known.form === 'name';
    return isCountry ? country.to : undefined;
  }

  function lastKnownInside(from: number, to: number): ({ from: number } & KnownAt) | undefined {
    for (let at = to - 1; at > from; at -= 1) {
      const inner = isCap(tokens[at]) ? findKnown(sentence, at, text, false) : undefined;
      if (inner?.to === to && inner.known.kind === 'country') {
        const start = /^(?:of|the|for)$/.test(tokenAt(tokens, at - 1).lower) ? at : -1;
        return start > 0 ? { from: start, ...inner } : undefined;
      }
    }
    return undefined;
  }
}
