import { toPart, toParts, type Part } from '../../hashing/part.ts';
import type { Mention } from '../../report.ts';
import { toBucket, type Pair, type SentenceSetting } from './setting.ts';
import type { Word } from './word-table.ts';

/** Farther apart, the words between say nothing. */
const FARTHEST = 80;

const F = toParts(
  'gap:',
  'in',
  'mid:',
  'verbs:',
  'commas:',
  'w:',
  'wn:',
  'v:',
  'seq:',
  'lex:',
  'cl:',
  'subjL:',
  'subjR:',
  'cross',
  'bothquoted',
  'saysA',
  'saysB',
  'pr:',
  'pl:',
  'nl:',
  'nr:',
  'plpr:',
  'vl:',
  'vr:',
  'vb:',
  'after:',
  'before:',
  'nobtw:',
  'L:',
  ':btw',
  ':bef',
  ':aft',
  ':',
  '>',
  '_',
  '^',
  '$',
  '-',
  'true',
  'false',
);
const NONE = toPart('');

/** The words between and round two mentions that are said, and which of them speaks. */
export function wordFeatures(setting: SentenceSetting, pair: Pair): void {
  const { tokens, words, list } = setting;
  const { first, second, direction } = pair;
  const isForward = direction.text === 'f';
  const [leftFacts, rightFacts] = isForward ? [first, second] : [second, first];
  const [left, right] = [leftFacts.mention, rightFacts.mention];
  const add = (name: Part, value: Part): void => {
    list.add(name, value, F[':'], direction);
  };
  const isNested = right.from < left.to;
  const end = Math.min(right.from, left.to + FARTHEST, tokens.length);
  const size = Math.max(0, end - left.to);
  const others = toBucket(countOthers(setting, pair, left, right));
  let verbs = 0;
  let commas = 0;
  for (let at = left.to; at < end; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (word.kind !== '') {
      add(F['w:'], word.lemma);
      if (size <= 8) add(F['wn:'], word.lemma);
      if (word.kind === 'VERB') {
        verbs += 1;
        list.add(F['v:'], word.lemma);
      }
    }
    if (word.isComma) commas += 1;
    if (word.isClause) add(F['cl:'], word.lower);
  }
  list.add(F['gap:'], isNested ? F.in : toBucket(right.from - left.to), F[':'], direction);
  list.add(F['mid:'], others);
  list.add(F['mid:'], others, F[':'], direction);
  list.add(F['verbs:'], toBucket(verbs), F[':'], direction);
  list.add(F['commas:'], toBucket(commas));
  if (size <= 4) addSequence(setting, left.to, end, direction);
  roundFeatures(setting, left, right, direction);
  lexiconFeatures(setting, pair, left, right);
  add(F['subjL:'], leftFacts.isSubject ? F.true : F.false);
  add(F['subjR:'], rightFacts.isSubject ? F.true : F.false);
  if (leftFacts.isQuoted !== rightFacts.isQuoted) list.add(F.cross, F[':'], direction);
  if (leftFacts.isQuoted && rightFacts.isQuoted) list.add(F.bothquoted);
  if (first.says) list.add(F.saysA, F[':'], direction);
  if (second.says) list.add(F.saysB, F[':'], direction);
}

/** How many other actors are named between the two. */
function countOthers(
  { facts }: SentenceSetting,
  { first, second }: Pair,
  left: Mention,
  right: Mention,
): number {
  let [low, high] = [0, 0]; // one bit an actor, of whom a sentence has no more than 60
  let count = 0;
  for (const { mention, isSaid, number } of facts) {
    if (!isSaid || number === first.number || number === second.number) continue;
    if (mention.from < left.to || mention.to > right.from) continue;
    const bit = 1 << (number % 30);
    if (((number < 30 ? low : high) & bit) !== 0) continue;
    if (number < 30) low |= bit;
    else high |= bit;
    count += 1;
  }
  return count;
}

/** The few words between the two as one name, by part of speech and as they are. */
function addSequence({ words, list }: SentenceSetting, from: number, end: number, direction: Part): void {
  list.begin(F['seq:']);
  for (let at = from; at < end; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (at > from) list.and(F._);
    list.and(word.kind !== '' && word.kind !== 'ADP' ? word.pos : word.lower);
  }
  list.and(F[':']);
  list.and(direction);
  list.end();
  if (end - from > 3) return;
  list.begin(F['lex:']);
  for (let at = from; at < end; at += 1) {
    if (at > from) list.and(F._);
    list.and(words[at]?.lower ?? NONE);
  }
  list.and(F[':']);
  list.and(direction);
  list.end();
}

function roundFeatures(
  { words, list }: SentenceSetting,
  left: Mention,
  right: Mention,
  direction: Part,
): void {
  const add = (name: Part, value: Part): void => {
    list.add(name, value, F[':'], direction);
  };
  const before = (at: number): number => (words[at - 1]?.isOwned === true ? at - 2 : at - 1);
  const joint = (at: number, edge: Part): Part => {
    const word = words[at];
    if (word === undefined) return edge;
    return word.isJoint ? word.lower : word.pos;
  };
  const preposition = (at: number): Part => {
    const word = words[at];
    return word?.isPreposition === true ? word.lower : F['-'];
  };
  const [beforeLeft, beforeRight] = [before(left.from), before(right.from)];
  add(F['pr:'], joint(beforeRight, F['^']));
  add(F['pl:'], joint(beforeLeft, F['^']));
  add(F['nl:'], joint(left.to, F.$));
  add(F['nr:'], joint(right.to, F.$));
  list.add(F['plpr:'], preposition(beforeLeft), F['>'], preposition(beforeRight), F[':'], direction);
  const afterLeft = verbFrom(words, left.to, left.to + 7);
  const afterRight = verbFrom(words, right.to, right.to + 7);
  if (afterLeft) add(F['vl:'], afterLeft.lemma);
  if (afterRight) add(F['vr:'], afterRight.lemma);
  for (let at = left.from - 1; at >= Math.max(0, left.from - 8); at -= 1) {
    const word = words[at];
    if (word?.kind !== 'VERB') continue;
    add(F['vb:'], word.lemma);
    break;
  }
  for (let step = 1; step <= 2; step += 1) {
    const [next, last] = [words[right.to + step - 1], words[left.from - step]];
    if (next && isTelling(next)) add(F['after:'], next.lemma);
    if (last && isTelling(last)) add(F['before:'], last.lemma);
  }
}

const isTelling = ({ kind }: Word): boolean => kind === 'NOUN' || kind === 'VERB' || kind === 'ADP';

function verbFrom(words: readonly Word[], from: number, to: number): Word | undefined {
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at += 1)
    if (words[at]?.kind === 'VERB') return words[at];
  return undefined;
}

/** Which types the lexicon knows of between the two, before and after them. */
function lexiconFeatures(
  { words, typed, list }: SentenceSetting,
  { direction, kinds }: Pair,
  left: Mention,
  right: Mention,
): void {
  let count = 0;
  const look = (from: number, to: number, where: Part): void => {
    for (const at of typed) {
      if (at < from) continue;
      if (at >= to) break;
      for (const type of words[at]?.types ?? []) {
        count += 1;
        list.add(F['L:'], type, where, F[':'], direction);
        list.begin(F['L:']);
        list.and(type);
        list.and(where);
        list.and(F[':']);
        list.and(direction);
        list.and(F[':']);
        list.and(kinds);
        list.end();
      }
    }
  };
  look(left.to, Math.min(right.from, left.to + FARTHEST), F[':btw']);
  if (count === 0) list.add(F['nobtw:'], direction);
  look(left.from - 6, left.from, F[':bef']);
  look(right.to, right.to + 5, F[':aft']);
}
