import { isSubject } from '../../syntax/is-subject.ts';
import { isImplied, type Pair, type SentenceSetting } from './setting.ts';

/** In longer sentences single words say little of one pair. */
const SHORT = 40;
const CONTENT = /^(VERB|NOUN|ADJ)$/;

/** What the sentence says as a whole. */
export function sentenceFeatures(
  { tokens, types, sayers }: SentenceSetting,
  { first, second }: Pair,
): string[] {
  const features = [...types].map((type) => `S:${type}`);
  if (tokens.length < SHORT)
    for (const { pos, lemma } of tokens) if (pos === 'VERB') features.push(`sv:${lemma}`);
  if (sayers.size > 0) {
    const isSayer = (actor: string): boolean => [...sayers].some((m) => m.actor === actor);
    features.push(`sayer:${isSayer(first.actor)}:${isSayer(second.actor)}`);
  }
  return features;
}

/** For a pair of which one or both are not said: all that the sentence says, and the part of the one that is. */
export function impliedFeatures(
  { tokens, types, sayers, report }: SentenceSetting,
  { first, second }: Pair,
): string[] {
  const form = (m: typeof first): string => (isImplied(m) ? m.form : 'x');
  const features = [`first:${tokens[0]?.lower ?? ''}`];
  for (const { pos, lemma } of tokens.slice(0, 2 * SHORT))
    if (CONTENT.test(pos)) features.push(`sw:${lemma}:${form(first)}>${form(second)}`);
  for (const type of types) features.push(`SL:${type}:${first.form}>${second.form}`);
  const said = isImplied(first) ? second : first;
  if (isImplied(said)) return features;
  const which = isImplied(first) ? 'a' : 'b';
  features.push(`isub:${isSubject(report, said)}:${which}`);
  if (sayers.has(said)) features.push(`isays:${which}`);
  const before = tokens[said.from - 1];
  if (before?.pos === 'ADP') features.push(`ipr:${before.lower}:${which}`);
  return features;
}
