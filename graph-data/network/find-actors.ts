import type { ActorKind } from '../model/actor.ts';
import { foldText } from '../model/text.ts';
import type { Network } from './network.ts';
import { getActor } from './network.ts';

/**
 * The actors whose name or an alias holds every word of the query, accents and case aside: whole name first, then names
 * that begin with the query, then words that do, then the rest; within each, most claims first, ties by actor order.
 * An empty query finds everyone; `kinds` empty means all kinds. Merged actors are found through who they were merged into.
 * @param claims claims an actor has, by index
 */
export function findActors(
  network: Network,
  query: string,
  kinds: readonly ActorKind[],
  claims: ArrayLike<number>,
): number[] {
  const wanted = foldText(query);
  const best = new Map<number, number>();
  network.actors.forEach((actor) => {
    const index = network.actorIndex.get(actor.id) ?? -1;
    const kind = getActor(network, index).kind;
    if (kinds.length > 0 && !kinds.includes(kind)) return;
    const score = Math.min(
      ...[actor.name, ...actor.aliases, actor.id].map((name) => scoreName(foldText(name), wanted)),
    );
    if (score < (best.get(index) ?? Infinity)) best.set(index, score);
  });
  return [...best]
    .filter(([, score]) => score < NO_MATCH)
    .sort(([a, s], [b, t]) => s - t || (claims[b] ?? 0) - (claims[a] ?? 0) || a - b)
    .map(([index]) => index);
}

const NO_MATCH = 9;

/** 0 same, 1 begins with, 2 a word begins with, 3 contains, 4 contains each word, 9 nothing. */
function scoreName(name: string, query: string): number {
  if (query === '') return 0;
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (` ${name.replaceAll('-', ' ')}`.includes(` ${query}`)) return 2;
  if (name.includes(query)) return 3;
  return query.split(' ').every((word) => name.includes(word)) ? 4 : NO_MATCH;
}
