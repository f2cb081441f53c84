import { toPart, toParts } from '../../hashing/part.ts';
import type { Mention } from '../../report.ts';
import { isImplied, type MentionFacts, type Pair, type SentenceSetting } from './setting.ts';

/** In longer sentences single words say little of one pair. */
const SHORT = 40;
const F = toParts(
  'S:',
  'sv:',
  'sayer:',
  'first:',
  'sw:',
  'SL:',
  'isub:',
  'isays:',
  'ipr:',
  ':',
  '>',
  'true',
  'false',
  'x',
  'a',
  'b',
);
const NONE = toPart('');

/** What the words of a sentence say of all of its pairs. */
export function sentenceFeatures({
  words,
  types,
  list,
}: Pick<SentenceSetting, 'words' | 'types' | 'list'>): void {
  for (const type of types) list.add(F['S:'], type);
  if (words.length < SHORT)
    for (const { kind, lemma } of words) if (kind === 'VERB') list.add(F['sv:'], lemma);
}

/** Which of the two speaks in the sentence, where somebody does. */
export function sayerFeatures({ hasSayers, list }: SentenceSetting, { first, second }: Pair): void {
  if (!hasSayers) return;
  list.add(F['sayer:'], first.isSayer ? F.true : F.false, F[':'], second.isSayer ? F.true : F.false);
}

/** For a pair of which one or both are not said: all that the sentence says, and the part of the one that is. */
export function impliedFeatures(setting: SentenceSetting, { first, second }: Pair): void {
  const { words, types, parts, list } = setting;
  const form = (m: Mention): ReturnType<typeof parts.get> => (isImplied(m) ? parts.get(m.form) : F.x);
  const [formA, formB] = [form(first.mention), form(second.mention)];
  list.add(F['first:'], words[0]?.lower ?? NONE);
  for (const { kind, lemma } of words.slice(0, 2 * SHORT))
    if (kind === 'VERB' || kind === 'NOUN' || kind === 'ADJ')
      list.add(F['sw:'], lemma, F[':'], formA, F['>'], formB);
  const [wholeA, wholeB] = [parts.get(first.mention.form), parts.get(second.mention.form)];
  for (const type of types) list.add(F['SL:'], type, F[':'], wholeA, F['>'], wholeB);
  const said: MentionFacts = isImplied(first.mention) ? second : first;
  if (isImplied(said.mention)) return;
  const which = isImplied(first.mention) ? F.a : F.b;
  list.add(F['isub:'], said.isSubject ? F.true : F.false, F[':'], which);
  if (said.says) list.add(F['isays:'], which);
  const before = words[said.mention.from - 1];
  if (before?.kind === 'ADP') list.add(F['ipr:'], before.lower, F[':'], which);
}
