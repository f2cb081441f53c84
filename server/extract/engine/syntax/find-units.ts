import { tokenAt } from '../names/token-at.ts';
import type { Token } from '../report.ts';
import { remember } from '../../../../graph-data/model/remember.ts';

/** A piece of a sentence, tokens `from` to `to` (exclusive), of which `head` carries the others. */
export interface Unit {
  readonly kind:
    'noun' | 'verb' | 'preposition' | 'possessive' | 'and' | 'that' | 'who' | 'because' | 'comma' | 'stop';
  readonly from: number;
  readonly to: number;
  readonly head: number;
  /** Of verbs: has a form of "be" and a participle; "to do"; "doing"; "done" with nothing before it. */
  readonly isPassive?: boolean;
  readonly form?: 'finite' | 'infinitive' | 'ing' | 'participle';
  /** Of nouns: its head is a mention. */
  readonly isNamed?: boolean;
  /** Of nouns: a title with what it is of, before its bearer: the units it was joined from, the bearer last. */
  readonly title?: readonly Unit[];
}

/** Says which mention covers a token, the longest where several do. */
export type MentionAt = (
  token: number,
) => { readonly from: number; readonly to: number; readonly isPerson?: boolean } | undefined;

const BE = new Set(['be', 'is', 'was', 'were', 'are', 'been', 'being', 'am', "'re", 'get', 'gets', 'got']);
const BECAUSE = new Set(
  'because while when whenever whereas although though if unless where after before since until as how why whether than so'.split(
    ' ',
  ),
);
const OWN = new Set(['his', 'her', 'their', 'its', 'our', 'my', 'your', 'whose']);
const LONE = new Set([
  'i',
  'you',
  'he',
  'she',
  'it',
  'we',
  'they',
  'me',
  'him',
  'us',
  'them',
  'himself',
  'herself',
  'itself',
  'themselves',
  'who',
  'whom',
  'which',
  'there',
]);
const IRREGULAR = new Set(
  'given taken made held sent seen known shown said told met led built sold bought won lost found kept left paid put set cut hit beaten chosen driven drawn begun broken brought caught done fought forgotten frozen heard hidden hurt laid lent read ridden shot shut spoken stolen struck sworn taught thought thrown torn withdrawn written born bound blown overthrown upheld understood undertaken'.split(
    ' ',
  ),
);

/** Whether a word looks like a past participle. */
export const isParticiple = (word: string): boolean => /[a-z]ed$/.test(word) || IRREGULAR.has(word);

/** The noun phrases, verb groups and joints of a sentence, in order, each token in at most one; linear. */
export function findUnits(tokens: readonly Token[], mentionAt: MentionAt): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  while (at < tokens.length) {
    const unit = nounFrom(tokens, at, mentionAt) ?? verbFrom(tokens, at, mentionAt) ?? jointAt(tokens, at);
    if (unit) units.push(unit);
    at = unit ? unit.to : at + 1;
  }
  return joinTitles(units, mentionAt);
}

/** Whether a token is a mark that no noun phrase goes over. */
const endsPhrase = remember((word) => !/[\p{L}\d]/u.test(word) && !/^[-–/‑]$/.test(word));

function nounFrom(tokens: readonly Token[], from: number, mentionAt: MentionAt): Unit | undefined {
  let at = from;
  let head = -1;
  let isNamed = false;
  while (at < tokens.length) {
    const token = tokenAt(tokens, at);
    const mention = mentionAt(at);
    if (
      mention &&
      mention.from <= at &&
      mention.to > at &&
      !(LONE.has(token.lower) && mention.to === at + 1)
    ) {
      if (isNamed && at > from && mentionAt(at - 1) !== undefined && token.lower === 'the') break;
      const last = at > from ? mentionAt(at - 1) : undefined;
      if (
        last &&
        mention.isPerson &&
        !last.isPerson &&
        /^(of|for|the)$/.test(
          tokens[from - 1]?.lower === 'the'
            ? (tokens[from - 2]?.lower ?? '')
            : (tokens[from - 1]?.lower ?? ''),
        )
      )
        break;
      head = mention.to - 1;
      at = mention.to;
      isNamed = true;
      continue;
    }
    const { pos, lower } = token;
    if (endsPhrase(lower)) break;
    if (LONE.has(lower)) {
      if (head >= 0 || at > from || /^(who|whom|which)$/.test(lower)) break;
      return { kind: 'noun', from, to: at + 1, head: at, isNamed: mention !== undefined };
    }
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM') {
      head = at;
      isNamed = false;
    } else if (pos === 'DET' || OWN.has(lower)) {
      if (head >= 0 || /^(that|which|what)$/.test(lower)) break;
    } else if (pos === 'PRON') {
      if (head >= 0 || BECAUSE.has(lower) || lower === 'what' || lower === 'that') break;
      const next = tokens[at + 1];
      if (!next || !/^(NOUN|PROPN|ADJ|NUM)$/.test(next.pos))
        return { kind: 'noun', from, to: at + 1, head: at };
    } else if (pos === 'ADJ') {
      // an adjective after a noun ends it, unless a noun follows again
      if (head >= 0 && !isNominal(tokens[at + 1])) break;
    } else if (
      /^[-–/‑]$/.test(lower) &&
      head === at - 1 &&
      isNominal(tokens[at + 1]) &&
      isTight(tokens, at)
    ) {
      /* "Norwegian-Chilean" goes on */
    } else if (
      pos === 'VERB' &&
      at > from &&
      /(ed|ing|en)$/.test(lower) &&
      isNominal(tokens[at + 1]) &&
      head < 0
    ) {
      /* "the warring parties" */
    } else if (
      pos === 'ADV' &&
      (at > from
        ? tokens[at + 1]?.pos === 'ADJ' && head < 0
        : tokens[at + 1]?.pos === 'ADJ' && isNominal(tokens[at + 2]))
    ) {
      /* "the very last day" */
    } else break;
    at += 1;
  }
  if (head < 0) {
    // "the two", "both", "many", or an adjective alone: no phrase
    if (at > from && (tokenAt(tokens, from).pos === 'DET' || OWN.has(tokenAt(tokens, from).lower)))
      return { kind: 'noun', from, to: at, head: at - 1 };
    return undefined;
  }
  return { kind: 'noun', from, to: at, head, isNamed };
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && /^(NOUN|PROPN|ADJ|NUM)$/.test(token.pos);
const isTight = (tokens: readonly Token[], at: number): boolean =>
  tokenAt(tokens, at - 1).end === tokenAt(tokens, at).start &&
  tokens[at + 1]?.start === tokenAt(tokens, at).end;

function verbFrom(tokens: readonly Token[], from: number, mentionAt: MentionAt): Unit | undefined {
  const first = tokenAt(tokens, from);
  const isTo =
    first.lower === 'to' && /^(VERB|AUX|ADV)$/.test(tokens[from + 1]?.pos ?? '') && !mentionAt(from + 1);
  if (first.pos !== 'VERB' && first.pos !== 'AUX' && !isTo) return undefined;
  let at = from;
  let main = -1;
  let hasBe = false;
  while (at < tokens.length && !mentionAt(at)) {
    const { pos, lower } = tokenAt(tokens, at);
    if (pos === 'VERB') {
      if (main >= 0 && tokenAt(tokens, main).pos === 'VERB') break;
      main = at;
    } else if (pos === 'AUX') {
      if (main >= 0 && tokenAt(tokens, main).pos === 'VERB') break;
      main = at;
    } else if (pos === 'ADV' || pos === 'PART' || (lower === 'to' && at === from)) {
      if (
        lower === 'to' &&
        at > from &&
        !/^(is|are|was|were|have|has|had|ought)$/.test(tokenAt(tokens, at - 1).lower)
      )
        break;
      if (/^['’]s?$/.test(lower)) break;
    } else break;
    if (BE.has(lower) || (lower === "'s" && pos === 'AUX')) hasBe = true;
    at += 1;
  }
  if (main < 0) return undefined;
  at = main + 1; // adverbs after the verb stand alone
  if (tokenAt(tokens, main).pos === 'AUX' || tokenAt(tokens, main).lower === 'became') {
    // "is wary of": the adjective is what is said
    let adjective = at;
    while (tokens[adjective]?.pos === 'ADV') adjective += 1;
    if (tokens[adjective]?.pos === 'ADJ' && !mentionAt(adjective) && !isNominal(tokens[adjective + 1])) {
      main = adjective;
      at = adjective + 1;
    }
  }
  const word = tokenAt(tokens, main).lower;
  const isAlone = main === from;
  return {
    kind: 'verb',
    from,
    to: at,
    head: main,
    isPassive: tokenAt(tokens, main).pos === 'VERB' && isParticiple(word) && hasBe,
    form: isTo
      ? 'infinitive'
      : isAlone && /ing$/.test(word)
        ? 'ing'
        : isAlone && isParticiple(word)
          ? 'participle'
          : 'finite',
  };
}

function jointAt(tokens: readonly Token[], at: number): Unit | undefined {
  const { lower, pos, text } = tokenAt(tokens, at);
  const unit = (kind: Unit['kind']): Unit => ({ kind, from: at, to: at + 1, head: at });
  if (/^['’]s?$/.test(text) && at > 0 && tokenAt(tokens, at - 1).end === tokenAt(tokens, at).start)
    return unit('possessive');
  if (/^(and|or|&|plus|nor)$/.test(lower)) return unit('and');
  if (lower === 'that') return unit('that');
  if (/^(who|which|whom|whose)$/.test(lower)) return unit('who');
  if (lower === 'but') return unit('because');
  if (BECAUSE.has(lower) && !(lower === 'as' && pos === 'ADP')) return unit('because');
  if (/^[,()]$/.test(text)) return unit('comma');
  if (/^[;:—–.!?]$/.test(text)) return unit('stop');
  if (pos === 'ADP' || lower === 'for' || lower === 'to' || lower === 'towards' || lower === 'toward')
    return unit('preposition');
  return undefined;
}

/** Makes one noun of "President of Norway Anna Berg": the bearer is its head. */
function joinTitles(units: readonly Unit[], mentionAt: MentionAt): Unit[] {
  const joined: Unit[] = [];
  let next = 0;
  for (const [k, unit] of units.entries()) {
    if (k < next) continue;
    let last = k;
    if (unit.kind === 'noun' && unit.isNamed !== true)
      for (let at = k + 1; at < k + 8; at += 2) {
        const [preposition, noun, bearer] = [units[at], units[at + 1], units[at + 2]];
        if (preposition?.kind !== 'preposition' || noun?.kind !== 'noun') break;
        if (bearer?.kind === 'noun' && bearer.from === noun.to && mentionAt(bearer.head)?.isPerson === true) {
          last = at + 2;
          break;
        }
      }
    const bearer = units[last] ?? unit;
    joined.push(last === k ? unit : { ...bearer, from: unit.from, title: units.slice(k, last + 1) });
    next = last + 1;
  }
  return joined;
}
