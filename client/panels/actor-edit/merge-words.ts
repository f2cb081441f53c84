import type { MergeAnswer } from '../../../graph-data/contract/writes.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';

/** What a merge would change: "12 relations become 9; 14 claims are read as Steve Witkoff’s." */
export function toMergeWords({ actor, relationsBefore, relationsAfter, claims }: MergeAnswer): string {
  const relations =
    relationsBefore === relationsAfter
      ? `${toCountWords(relationsBefore, 'relation')} of both ${relationsBefore === 1 ? 'stays' : 'stay'} as many`
      : `${toCountWords(relationsBefore, 'relation')} ${relationsBefore === 1 ? 'becomes' : 'become'} ${toNumberWords(relationsAfter)}`;
  const moved =
    claims === 0
      ? 'no claim is touched'
      : `${toCountWords(claims, 'claim')} ${claims === 1 ? 'is' : 'are'} read as about ${actor.label}`;
  return `${relations}; ${moved}.`;
}
