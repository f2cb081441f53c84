import type { NeighboursAnswer } from '../contract/answers.ts';
import { MOST_SPEAKERS } from '../contract/answers.ts';
import type { NeighboursQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { NearestPage, NeighbourItem } from '../network/neighbourhood/neighbourhood.ts';
import { findNearest, findNeighbours, keepStrongest } from '../network/neighbourhood/neighbourhood.ts';
import type { Network } from '../network/network.ts';
import type { RelationSummary } from '../network/relation-summary.ts';
import type { Modality } from '../model/vocabulary.ts';
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
  readonly items: readonly NeighbourItem[];
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
  const cuts = [
    `depth=${query.depth}`,
    ...(query.direction === 'both' ? [] : [`direction=${query.direction}`]),
    ...(items.length < total ? [`limit=${query.limit}`] : []),
    ...(items.some(({ ties, tieCount }) => ties.length < tieCount) ? [`relations=${query.relations}`] : []),
  ];
  return {
    actor,
    selection,
    items,
    nextCursor: bounds.nextCursor(total),
    meta: toMeta(network, selection, countShown(selection, items), cuts),
  };
}

/** Each relation ties one item to one actor a step nearer: none stands in two. */
function countShown({ relationClaims }: Selection, items: readonly NeighbourItem[]): Counts {
  let relations = 0;
  let claims = 0;
  for (const { ties } of items) {
    relations += ties.length;
    for (const { relation } of ties) claims += relationClaims[relation] ?? 0;
  }
  return { actors: items.length, relations, claims };
}

function findPage(
  network: Network,
  selection: Selection,
  actor: number,
  { direction, depth, relations: most }: NeighboursQuery,
  { offset, end }: PageBounds,
): NearestPage {
  if (depth === 1) return findNearest(network, selection, actor, direction, { offset, end, most });
  const all = findNeighbours(network, selection, actor, direction, depth);
  return {
    total: all.length,
    items: all.slice(offset, end).map((neighbour) => keepStrongest(network, selection, neighbour, most)),
  };
}

function toItem(
  { network }: ViewContext,
  selection: Selection,
  item: NeighbourItem,
): NeighboursAnswer['items'][number] {
  return {
    actor: toActorRef(network, item.actor),
    distance: item.distance,
    claims: item.claims,
    origins: item.origins,
    disputed: item.isDisputed,
    relationCount: item.tieCount,
    relations: item.ties.map((tie) => {
      const {
        typeLabel: _typeLabel,
        stances: _stances,
        ...fields
      } = toRelationFields(network, selection, tie.relation);
      return {
        ...fields,
        speakers: fields.speakers.slice(0, MOST_SPEAKERS),
        speakerCount: fields.speakers.length,
        modalities: withoutZeros(fields.modalities),
        direction: tie.direction,
        with: toActorRef(network, tie.with).id,
      };
    }),
  };
}

/** The modalities that claims have, in the vocabulary's order. */
export function withoutZeros(modalities: RelationSummary['modalities']): Partial<Record<Modality, number>> {
  return Object.fromEntries(Object.entries(modalities).filter(([, claims]) => claims > 0));
}
