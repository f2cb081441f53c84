import { tokenAt } from '../names/token-at.ts';
import type { Sentence, Token } from '../report.ts';
import type { MentionIndex } from './mention-index.ts';

const DETERMINER =
  /^(?:the|a|an|some|all|both|many|most|several|few|various|numerous|these|those|this|that|any|every|each|no|other|another|its|their|our|his|her|your|my|such|certain)$/;
const PARTICIPLES =
  /^(?:neighbou?ring|participating|warring|opposing|leading|developing|emerging|remaining|surviving|visiting|ruling|working|supporting|mediating|governing|aspiring|occupying|invading|relevant|interested)$/;
const NOT_MODIFIER =
  /^(?:of|in|on|more|than|other|such|as|between|among|including|like|that|which|who|not|also|then|said|told)$/;

/** Where a noun phrase begins: its determiner or first modifier. */
export interface PhraseStart {
  /** With determiner. */
  readonly from: number;
  /** Without determiner. */
  readonly core: number;
  readonly determiner: string;
  /** The owner's mention: "Ruritania's", "Ruritanian". */
  readonly owner?: {
    readonly actor: string;
    readonly from: number;
    readonly to: number;
    readonly isPossessive: boolean;
  };
}

/** Goes left from a head over adjectives, nouns, demonyms and owners; at most seven tokens. */
export function startOfPhrase(
  { index, tokens }: Sentence,
  head: number,
  mentions: MentionIndex,
): PhraseStart {
  let core = head;
  let owner: PhraseStart['owner'];
  for (let i = head - 1; i >= 0 && head - i <= 7;) {
    const token = tokenAt(tokens, i);
    const mention = mentions.at(index, i);
    if (/^['’]s?$/.test(token.text) && i > 0) {
      const of = mentions.at(index, i - 1);
      if (of) {
        owner ??= { actor: of.actor, from: of.from, to: of.to, isPossessive: true };
        core = of.from;
      } else if (/^(?:NOUN|PROPN)$/.test(tokenAt(tokens, i - 1).pos)) core = i - 1;
      break;
    }
    if (mention) {
      if (mention.form === 'role' || mention.form === 'group' || mention.isInside) {
        if (!mention.isInside) break;
      }
      owner ??= { actor: mention.actor, from: mention.from, to: mention.to, isPossessive: false };
      core = Math.min(core, mention.from);
      i = mention.from - 1;
      continue;
    }
    // "pro-Ruritanian camp", cut at its hyphen
    if (
      /^[-‑]$/.test(token.text) &&
      i > 0 &&
      token.end === tokenAt(tokens, i + 1).start &&
      tokenAt(tokens, i - 1).end === token.start
    ) {
      core = mentions.at(index, i - 1)?.from ?? i - 1;
      i = core - 1;
      continue;
    }
    if (!isModifier(token, tokens[i - 1])) {
      // "Foreign and Defence ministers", "ethnic and religious factions"
      if (
        token.lower === 'and' &&
        i > 0 &&
        core < head &&
        ((tokenAt(tokens, i - 1).pos === 'ADJ' && tokenAt(tokens, i + 1).pos === 'ADJ') ||
          (/^\p{Lu}/u.test(tokenAt(tokens, i - 1).text) && /^\p{Lu}/u.test(tokenAt(tokens, i + 1).text)))
      ) {
        core = i - 1;
        i -= 2;
        continue;
      }
      break;
    }
    core = i;
    i -= 1;
  }
  let from = core;
  let determiner = '';
  while (from > 0 && core - from < 2 && DETERMINER.test(tokenAt(tokens, from - 1).lower)) {
    const word = tokenAt(tokens, from - 1).lower;
    // "confirmed that both leaders agree": it joins two clauses
    if (word === 'that' && (determiner !== '' || tokenAt(tokens, head).lower.endsWith('s'))) break;
    from -= 1;
    determiner = `${word} ${determiner}`.trim();
  }
  return { from, core, determiner, ...(owner ? { owner } : {}) };
}

function isModifier(token: Token, before: Token | undefined): boolean {
  if (DETERMINER.test(token.lower) || NOT_MODIFIER.test(token.lower) || /^[^\p{L}\p{N}]+$/u.test(token.text))
    return false;
  if (PARTICIPLES.test(token.lower)) return true;
  if (/ing$/.test(token.lower) && !DETERMINER.test(before?.lower ?? '')) return false;
  if (/^(?:ADJ|NOUN|PROPN|NUM)$/.test(token.pos))
    return !/(?:ed|es)$/.test(token.lower) || token.pos !== 'NOUN' || before?.pos !== 'PRON';
  if (/-/.test(token.text)) return true;
  return (
    token.pos === 'VERB' &&
    /(?:ed|en)$/.test(token.lower) &&
    (before === undefined ||
      DETERMINER.test(before.lower) ||
      /^(?:ADJ|ADP|ADV|PUNCT|CCONJ|NUM|PART)$/.test(before.pos))
  );
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && /^(?:NOUN|PROPN|ADJ|NUM)$/.test(token.pos);

/** Where what "of", "in", "to" or a participle adds to a group ends, at most eight tokens on; `to` itself where nothing does. */
export function endOfPhrase(
  { index, tokens }: Sentence,
  to: number,
  head: string,
  mentions: MentionIndex,
): number {
  const word = tokens[to]?.lower ?? '';
  const isFit =
    /^(?:of|in|from)$/.test(word) ||
    (/^(?:to|across|around|for)$/.test(word) &&
      /^(?:part(?:y|ies)|those|people|countries|regions)$/.test(head));
  if (!isFit) return to;
  let i = to + 1;
  while (i < tokens.length && i < to + 3 && DETERMINER.test(tokenAt(tokens, i).lower)) i += 1;
  let end = to;
  while (i < tokens.length && i < to + 8) {
    const mention = mentions.at(index, i);
    const token = tokenAt(tokens, i);
    if (mention) {
      i = mention.to;
      // "members of Norway's forces": what is owned ends it
      if (/^['’]s?$/.test(tokens[i]?.text ?? '') && isNominal(tokens[i + 1])) {
        i += 1;
        continue;
      }
      end = i;
      if (mentions.at(index, i)) break;
      continue;
    }
    const isNoun = /^(?:NOUN|PROPN|ADJ|NUM)$/.test(token.pos) || (token.lower === 'need' && word === 'in');
    if (!isNoun || /^[^\p{L}\p{N}]+$/u.test(token.text)) break;
    i += 1;
    if (token.pos !== 'ADJ' && token.pos !== 'NUM') end = i;
  }
  if (end > to && /^(?:in|of)$/.test(tokens[end]?.lower ?? '')) {
    const at = tokens[end + 1]?.lower === 'the' ? end + 2 : end + 1;
    const mention = mentions.at(index, at);
    if (mention && mention.form !== 'role') end = mention.to;
  }
  return end;
}
