import type { NeighboursAnswer } from '../contract/answers.ts';
import type { NeighboursQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { Neighbour } from '../network/neighbourhood/neighbourhood.ts';
import { findNeighbours } from '../network/neighbourhood/neighbourhood.ts';
import { toActorRef, toMeta, toRelationFields } from './answer-parts.ts';
import { cutPage, toLensKey } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { getActorIndex } from './view-context.ts';

/** Everyone within `depth` steps: by distance, then claims, then id. Throws `not-found`. */
export function viewNeighbours(context: ViewContext, id: string, query: NeighboursQuery): NeighboursAnswer {
  const { network } = context;
  const actor = getActorIndex(network, id);
  const lens = toLens(query);
  const selection = context.select(lens);
  const all = findNeighbours(network, selection, actor, query.direction, query.depth);
  const page = cutPage(all, query, network.version, [
    'neighbours',
    id,
    query.direction,
    query.depth,
    toLensKey(lens),
  ]);
  const relations = new Set(page.items.flatMap((item) => item.ties.map((tie) => tie.relation)));
  const cuts = [
    `depth=${query.depth}`,
    ...(query.direction === 'both' ? [] : [`direction=${query.direction}`]),
    ...(page.items.length < all.length ? [`limit=${query.limit}`] : []),
  ];
  const shown = {
    actors: page.items.length,
    relations: relations.size,
    claims: [...relations].reduce((sum, relation) => sum + (selection.relationClaims[relation] ?? 0), 0),
  };
  return {
    actor: toActorRef(network, actor),
    items: page.items.map((item) => toItem(context, selection, item)),
    nextCursor: page.nextCursor,
    meta: toMeta(network, selection, shown, cuts),
  };
}

function toItem(
  { network }: ViewContext,
  selection: Selection,
  item: Neighbour,
): NeighboursAnswer['items'][number] {
  return {
    actor: toActorRef(network, item.actor),
    distance: item.distance,
    claims: item.claims,
    origins: item.ties.reduce((sum, tie) => sum + (selection.relationOrigins[tie.relation] ?? 0), 0),
    relations: item.ties.map((tie) => ({
      ...toRelationFields(network, selection, tie.relation),
      direction: tie.direction,
      with: toActorRef(network, tie.with),
    })),
  };
}
