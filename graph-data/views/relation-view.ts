import type { RelationDetail } from '../contract/answers.ts';
import type { LensQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { findRelationById, getClaimId, getRelationType } from '../network/network.ts';
import { toActorRef, toMeta, toRelationFields } from './answer-parts.ts';
import type { ViewContext } from './view-context.ts';
import { notFound } from './view-context.ts';

/** One relation, and who says otherwise. Throws `not-found` also where it has no claim under the lens. */
export function viewRelation(context: ViewContext, id: string, query: LensQuery): RelationDetail {
  const { network } = context;
  const relation = findRelationById(network, id);
  const selection = context.select(toLens(query));
  if (relation < 0 || selection.relationClaims[relation] === 0) throw notFound('relation', id);
  const dispute = network.disputes.get(relation);
  const fields = toRelationFields(network, selection, relation);
  const subject = network.relations.subject[relation] ?? -1;
  const object = network.relations.object[relation] ?? -1;
  return {
    ...fields,
    subject: toActorRef(network, subject),
    object: toActorRef(network, object),
    direction: getRelationType(network, relation).mutual ? 'both' : 'out',
    disputedBy:
      dispute === undefined
        ? null
        : [
            dispute.side.map((row) => getClaimId(network, row)),
            dispute.otherSide.map((row) => getClaimId(network, row)),
          ],
    meta: toMeta(
      network,
      selection,
      { actors: subject === object ? 1 : 2, relations: 1, claims: fields.claims },
      [`relation=${fields.id}`],
    ),
  };
}
