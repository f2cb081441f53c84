import type { MergeAnswer } from '../contract/writes.ts';
import type { Network } from '../network/network.ts';
import { toActorRef } from './answer-parts.ts';
import type { ViewContext } from './view-context.ts';
import { selectAll } from './view-context.ts';

/** What merging would change, before anything is. */
export type MergePreview = Omit<MergeAnswer, 'seq' | 'version'>;

/**
 * What reading one actor as another changes: of the relations with an accepted claim, those either has a part in now and
 * then, how many claims, of any status, name the one that goes, and how many tie the two. Both are indices of actors that nothing is merged into
 * yet. Cost: one scan of the relations and one of the claims.
 */
export function viewMerge(context: ViewContext, from: number, into: number): MergePreview {
  const { network } = context;
  const { relations, vocabulary } = network;
  const selection = selectAll(context);
  const read = (actor: number | undefined): number => (actor === from ? into : (actor ?? -1));
  const after = new Set<string>();
  let before = 0;
  for (let relation = 0; relation < relations.length; relation += 1) {
    const [subject, object] = [relations.subject[relation], relations.object[relation]];
    const isOfThem = [subject, object].some((end) => end === from || end === into);
    if (!isOfThem || selection.relationClaims[relation] === 0) continue;
    before += 1;
    const type = relations.type[relation] ?? -1;
    const ends = [read(subject), read(object)];
    if (vocabulary.types[type]?.mutual === true) ends.sort((a, b) => a - b);
    after.add(`${ends.join(' ')} ${type}`);
  }
  return {
    actor: toActorRef(network, into),
    relationsBefore: before,
    relationsAfter: after.size,
    claims: countClaims(network, (ends, speaker) => ends.includes(from) || speaker === from),
    between: countClaims(network, (ends) => ends.includes(from) && ends.includes(into)),
  };
}

function countClaims(
  { claims }: Network,
  isCounted: (ends: readonly (number | undefined)[], speaker: number | undefined) => boolean,
): number {
  let count = 0;
  for (let row = 0; row < claims.length; row += 1)
    if (isCounted([claims.subject[row], claims.object[row]], claims.speaker[row])) count += 1;
  return count;
}
