import type { NeighboursAnswer } from '../contract/answers.ts';
import type { NeighboursQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import type { NearestPage, Neighbour } from '../network/neighbourhood/neighbourhood.ts';
import { findNearest, findNeighbours } from '../network/neighbourhood/neighbourhood.ts';
import type { Network } from '../network/network.ts';
import { toActorRef, toMeta, toRelationFields } from './answer-parts.ts';
import type { PageBounds } from './page.ts';
import { toLensKey, toPageBounds } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { getActorIndex } from './view-context.ts';

/** Everyone within `depth` steps: by distance, then claims, then id. Throws `not-found`. */
export function viewNeighbours(context: ViewContext, id: string, query: NeighboursQuery): NeighboursAnswer {
  const { network } = context;
  const { actor, items, selection, nextCursor, meta } = findNeighbourPage(context, id, query);
  return {
    actor: toActorRef(network, actor),
    items: items.map((item) => toItem(context, selection, item)),
    nextCursor,
    meta,
  };
}

/** A page of neighbours as numbers, before they are named. */
export interface NeighbourPage extends Pick<NeighboursAnswer, 'nextCursor' | 'meta'> {
  readonly actor: number;
  readonly selection: Selection;
  readonly items: readonly Neighbour[];
}

/** The page a query asks for. Throws `not-found`, `malformed-cursor`. */
export function findNeighbourPage(context: ViewContext, id: string, query: NeighboursQuery): NeighbourPage {
  const { network } = context;
  const actor = getActorIndex(network, id);
  const lens = toLens(query);
  const selection = context.select(lens);
  const call = ['neighbours', id, query.direction, query.depth, toLensKey(lens)];
  const bounds = toPageBounds(query, network.version, call);
  const { items, total } = findPage(network, selection, actor, query, bounds);
  const relations = new Set<number>();
  for (const item of items) for (const tie of item.ties) relations.add(tie.relation);
  let claims = 0;
  for (const relation of relations) claims += selection.relationClaims[relation] ?? 0;
  const cuts = [
    `depth=${query.depth}`,
    ...(query.direction === 'both' ? [] : [`direction=${query.direction}`]),
    ...(items.length < total ? [`limit=${query.limit}`] : []),
  ];
  const shown = { actors: items.length, relations: relations.size, claims };
  return {
    actor,
    selection,
    items,
    nextCursor: bounds.nextCursor(total),
    meta: toMeta(network, selection, shown, cuts),
  };
}

function findPage(
  network: Network,
  selection: Selection,
  actor: number,
  { direction, depth }: NeighboursQuery,
  { offset, end }: PageBounds,
): NearestPage {
  if (depth === 1) return findNearest(network, selection, actor, direction, offset, end);
  const all = findNeighbours(network, selection, actor, direction, depth);
  return { total: all.length, items: all.slice(offset, end) };
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
