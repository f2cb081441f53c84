import type { ActorDetail, ActorsAnswer } from '../contract/answers.ts';
import type { LensQuery, ActorsQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { findActors } from '../network/find-actors.ts';
import type { Selection } from '../network/lens/apply-lens.ts';
import { findNeighbours } from '../network/neighbourhood/neighbourhood.ts';
import type { Network } from '../network/network.ts';
import { claimsOf, getActor } from '../network/network.ts';
import { toActorSummary, toMetaOfAllActors } from './answer-parts.ts';
import { cutPage } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { getActorIndex, selectAll } from './view-context.ts';

/** Actors by name or alias; without a query all of them, most claims first. */
export function viewActors(context: ViewContext, query: ActorsQuery): ActorsAnswer {
  const { network } = context;
  const selection = selectAll(context);
  const found = findActors(network, query.q, query.kind, selection.actorClaims);
  const page = cutPage(found, query, network.version, ['actors', query.q, query.kind]);
  const cuts = [
    ...(query.q === '' ? [] : [`q=${query.q}`]),
    ...query.kind.map((kind) => `kind=${kind}`),
    ...(page.items.length < found.length ? [`limit=${query.limit}`] : []),
  ];
  const about = countAbout(network, selection, new Set(page.items));
  return {
    items: page.items.map((index) => toActorSummary(network, selection, index)),
    nextCursor: page.nextCursor,
    meta: toMetaOfAllActors(network, selection, { ...about, actors: page.items.length }, cuts),
  };
}

/** One actor, with what the lens leaves of its claims. Throws `not-found`. */
export function viewActor(context: ViewContext, id: string, query: LensQuery): ActorDetail {
  const { network } = context;
  const index = getActorIndex(network, id);
  const selection = context.select(toLens(query));
  let asSubject = 0;
  let asObject = 0;
  let disputes = 0;
  for (let relation = 0; relation < network.relations.length; relation += 1) {
    const isSubject = network.relations.subject[relation] === index;
    const isObject = network.relations.object[relation] === index;
    if (selection.relationClaims[relation] === 0 || (!isSubject && !isObject)) continue;
    if (network.disputes.has(relation)) disputes += 1;
    for (const row of claimsOf(network.relations, relation)) {
      if (selection.passes[row] === 0) continue;
      // Mutual relations are kept in actor order: a claim's subject is the one it was written with.
      const isReversed = network.claims.isReversed[row] === 1;
      if (isReversed ? isObject : isSubject) asSubject += 1;
      if (isReversed ? isSubject : isObject) asObject += 1;
    }
  }
  const neighbours = findNeighbours(network, selection, index, 'both', 1).length;
  const about = countAbout(network, selection, new Set([index]));
  return {
    ...toActorSummary(network, selection, index),
    wikidata: getActor(network, index).wikidata ?? null,
    asSubject,
    asObject,
    neighbours,
    disputes,
    merged: network.actors
      .filter(
        ({ id: each, mergedInto }) => mergedInto !== undefined && network.actorIndex.get(each) === index,
      )
      .map(({ id: each, name, kind }) => ({ id: each, label: name, kind })),
    meta: toMetaOfAllActors(network, selection, { ...about, actors: 1 }, [`actor=${id}`]),
  };
}

/** The relations, and the claims in them, that the lens leaves of those with one of these actors at an end. */
function countAbout(
  { relations }: Network,
  selection: Selection,
  actors: ReadonlySet<number>,
): { relations: number; claims: number } {
  const about = { relations: 0, claims: 0 };
  for (let relation = 0; relation < relations.length; relation += 1) {
    const claims = selection.relationClaims[relation] ?? 0;
    if (claims === 0) continue;
    if (!actors.has(relations.subject[relation] ?? -1) && !actors.has(relations.object[relation] ?? -1))
      continue;
    about.relations += 1;
    about.claims += claims;
  }
  return about;
}
