import { OWN_VOICE } from './claim-table.ts';
import type { Network } from './network.ts';
import { toNetwork } from './network.ts';

/**
 * The network without the actors that none of its claims names, as subject, object or speaker. Actors that are read as one that
 * is named stay. Cost: a look at each claim; where an actor goes, all is built anew around the table of claims.
 */
export function onlyNamedActors(network: Network): Network {
  const { claims } = network;
  const isNamed = new Uint8Array(network.actors.length);
  const name = (actor: number): void => {
    if (actor !== OWN_VOICE) isNamed[actor] = 1;
  };
  for (const column of [claims.subject, claims.object, claims.speaker, claims.via.actor])
    column.forEach(name);
  const stays = network.actors.map(({ id }) => isNamed[network.actorIndex.get(id) ?? -1] === 1);
  if (stays.every(Boolean)) return network;

  // Actors keep their order, and so do claims.
  let next = 0;
  const moved = stays.map((does) => (does ? next++ : OWN_VOICE));
  const move = (actor: number): number => (actor === OWN_VOICE ? OWN_VOICE : (moved[actor] ?? OWN_VOICE));
  return toNetwork({
    version: network.version,
    vocabulary: network.vocabulary,
    documents: network.documents,
    actors: network.actors.filter((_, index) => stays[index]),
    claims: {
      ...claims,
      subject: claims.subject.map(move),
      object: claims.object.map(move),
      speaker: claims.speaker.map(move),
      via: { ...claims.via, actor: claims.via.actor.map(move) },
    },
  });
}
