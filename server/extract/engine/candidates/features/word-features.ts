import { isSubject } from '../../syntax/is-subject.ts';
import type { Token } from '../../report.ts';
import { isImplied, toBucket, type Pair, type SentenceSetting } from './setting.ts';

const OWNED = /^(the|a|an|his|her|their|its|our)$/;
const JOINT = /^(ADP|CCONJ|PUNCT|PART|SCONJ|AUX)$/;
const CONTENT = /^(VERB|NOUN|ADJ|ADP|ADV)$/;
const CLAUSE = /^(that|who|which|when|while|because|if|after|before|where|but|and)$/;
/** Farther apart, the words between say nothing. */
const FARTHEST = 80;

const toJoint = (token: Token | undefined, edge: string): string =>
  token === undefined ? edge : JOINT.test(token.pos) ? token.lower : token.pos;
const toPreposition = (token: Token | undefined): string =>
  token !== undefined && /^(ADP|CCONJ|PUNCT)$/.test(token.pos) ? token.lower : '-';

/** The words between and round two mentions that are said, and which of them speaks. */
export function wordFeatures(setting: SentenceSetting, pair: Pair): string[] {
  const { tokens, mentions, report } = setting;
  const { first, second, direction } = pair;
  const [left, right] = direction === 'f' ? [first, second] : [second, first];
  const isNested = right.from < left.to;
  const between = tokens.slice(left.to, Math.min(right.from, left.to + FARTHEST));
  const others = new Set(
    mentions.filter((m) => m.from >= left.to && m.to <= right.from && !isImplied(m)).map((m) => m.actor),
  );
  others.delete(first.actor);
  others.delete(second.actor);
  const verbs = between.filter(({ pos }) => pos === 'VERB');
  const features = [
    `gap:${isNested ? 'in' : toBucket(right.from - left.to)}:${direction}`,
    `mid:${toBucket(others.size)}`,
    `mid:${toBucket(others.size)}:${direction}`,
    `verbs:${toBucket(verbs.length)}:${direction}`,
    `commas:${toBucket(between.filter(({ text }) => /^[,;—–]$/.test(text)).length)}`,
  ];
  const add = (name: string): void => {
    features.push(`${name}:${direction}`);
  };
  for (const { pos, lemma } of between)
    if (CONTENT.test(pos)) {
      add(`w:${lemma}`);
      if (between.length <= 8) add(`wn:${lemma}`);
    }
  for (const { lemma } of verbs) features.push(`v:${lemma}`);
  if (between.length <= 4)
    add(`seq:${between.map((t) => (CONTENT.test(t.pos) && t.pos !== 'ADP' ? t.pos : t.lower)).join('_')}`);
  if (between.length <= 3) add(`lex:${between.map(({ lower }) => lower).join('_')}`);
  for (const { lower } of between) if (CLAUSE.test(lower)) add(`cl:${lower}`);
  roundFeatures(tokens, left, right, add);
  lexiconFeatures(setting, pair, left, right, features);
  add(`subjL:${isSubject(report, left)}`);
  add(`subjR:${isSubject(report, right)}`);
  const [isLeftQuoted, isRightQuoted] = [setting.isQuoted(left.start), setting.isQuoted(right.start)];
  if (isLeftQuoted !== isRightQuoted) add('cross');
  if (isLeftQuoted && isRightQuoted) features.push('bothquoted');
  if (setting.sayers.has(first)) add('saysA');
  if (setting.sayers.has(second)) add('saysB');
  return features;
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function roundFeatures(
  tokens: readonly Token[],
  left: Place,
  right: Place,
  add: (name: string) => void,
): void {
  const before = (at: number): Token | undefined => {
    const token = tokens[at - 1];
    return token && OWNED.test(token.lower) ? tokens[at - 2] : token;
  };
  const [beforeLeft, beforeRight] = [before(left.from), before(right.from)];
  add(`pr:${toJoint(beforeRight, '^')}`);
  add(`pl:${toJoint(beforeLeft, '^')}`);
  add(`nl:${toJoint(tokens[left.to], '$')}`);
  add(`nr:${toJoint(tokens[right.to], '$')}`);
  add(`plpr:${toPreposition(beforeLeft)}>${toPreposition(beforeRight)}`);
  const verbIn = (from: number, to: number): Token | undefined =>
    tokens.slice(Math.max(0, from), to).find(({ pos }) => pos === 'VERB');
  const [afterLeft, afterRight] = [verbIn(left.to, left.to + 7), verbIn(right.to, right.to + 7)];
  const ahead = tokens.slice(Math.max(0, left.from - 8), left.from).findLast(({ pos }) => pos === 'VERB');
  if (afterLeft) add(`vl:${afterLeft.lemma}`);
  if (afterRight) add(`vr:${afterRight.lemma}`);
  if (ahead) add(`vb:${ahead.lemma}`);
  for (const step of [1, 2]) {
    const [next, last] = [tokens[right.to + step - 1], tokens[left.from - step]];
    if (next && /^(NOUN|VERB|ADP)$/.test(next.pos)) add(`after:${next.lemma}`);
    if (last && /^(NOUN|VERB|ADP)$/.test(last.pos)) add(`before:${last.lemma}`);
  }
}

function lexiconFeatures(
  { senses }: SentenceSetting,
  { direction, kinds }: Pair,
  left: Place,
  right: Place,
  features: string[],
): void {
  const found = new Set<string>();
  const look = (from: number, to: number, where: string): void => {
    for (let at = Math.max(0, from); at < Math.min(senses.length, to); at += 1)
      for (const { type } of senses[at] ?? []) found.add(`${type}:${where}`);
  };
  look(left.to, Math.min(right.from, left.to + FARTHEST), 'btw');
  if (found.size === 0) features.push(`nobtw:${direction}`);
  look(left.from - 6, left.from, 'bef');
  look(right.to, right.to + 5, 'aft');
  for (const one of found) features.push(`L:${one}:${direction}`, `L:${one}:${direction}:${kinds}`);
}
