import type { MergeAnswer } from '../../../graph-data/contract/writes.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';

/** What a merge would change: "12 relations become 9; 14 claims are read as Steve Witkoff’s." */
export function toMergeWords(answer: MergeAnswer): string {
  const { actor, relationsBefore, relationsAfter, claims } = answer;
  const relations =
    relationsBefore === relationsAfter
      ? `${toCountWords(relationsBefore, 'relation')} of both ${relationsBefore === 1 ? 'stays' : 'stay'} as many`
      : `${toCountWords(relationsBefore, 'relation')} ${relationsBefore === 1 ? 'becomes' : 'become'} ${toNumberWords(relationsAfter)}`;
  const moved =
    claims === 0
      ? 'no claim is touched'
      : `${toCountWords(claims, 'claim')} ${claims === 1 ? 'is' : 'are'} read as about ${actor.label}`;
  return `${relations}; ${moved}.${toBetweenWords(answer)}`;
}

/** A warning where claims tie the two, for an actor that is tied to itself says that they are not one; else nothing. */
export function toBetweenWords({ actor, between }: MergeAnswer): string {
  if (between === 0) return '';
  const claims = `${toCountWords(between, 'claim')} between the two`;
  return ` Look again: ${claims} would say something of ${actor.label} about ${actor.label}.`;
}
