import type { ActorDetail, ActorsAnswer } from '../contract/answers.ts';
import type { ActorQuery, ActorsQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import { findActors } from '../network/find-actors.ts';
import { findNeighbours } from '../network/neighbourhood/neighbourhood.ts';
import { getActor } from '../network/network.ts';
import { toActorSummary, toMeta } from './answer-parts.ts';
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
  return {
    items: page.items.map((index) => toActorSummary(network, selection, index)),
    nextCursor: page.nextCursor,
    meta: toMeta(network, selection, { ...selection.shown, actors: page.items.length }, cuts),
  };
}

/** One actor, with what the lens leaves of its claims. Throws `not-found`. */
export function viewActor(context: ViewContext, id: string, query: ActorQuery): ActorDetail {
  const { network } = context;
  const index = getActorIndex(network, id);
  const selection = context.select(toLens(query));
  let asSubject = 0;
  let asObject = 0;
  let disputes = 0;
  for (let relation = 0; relation < network.relations.length; relation += 1) {
    const claims = selection.relationClaims[relation] ?? 0;
    const isSubject = network.relations.subject[relation] === index;
    const isObject = network.relations.object[relation] === index;
    if (isSubject) asSubject += claims;
    if (isObject) asObject += claims;
    if ((isSubject || isObject) && claims > 0 && network.disputes.has(relation)) disputes += 1;
  }
  const neighbours = findNeighbours(network, selection, index, 'both', 1).length;
  const summary = toActorSummary(network, selection, index);
  const relations = selection.relationClaims.reduce(
    (count, claims, relation) =>
      claims > 0 &&
      (network.relations.subject[relation] === index || network.relations.object[relation] === index)
        ? count + 1
        : count,
    0,
  );
  return {
    ...summary,
    wikidata: getActor(network, index).wikidata ?? null,
    asSubject,
    asObject,
    neighbours,
    disputes,
    meta: toMeta(network, selection, { actors: 1, relations, claims: summary.claims }),
  };
}
