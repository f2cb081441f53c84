import { OWN_VOICE } from './claim-table.ts';
import type { Network } from './network.ts';
import { toNetwork } from './network.ts';

/**
 * The network without the actors that none of its claims names, as subject, object or speaker, and without the documents that
 * state none of them. Actors that are read as one that is named stay. Cost: a look at each claim; where anything goes, all is
 * built anew around the table of claims.
 */
export function onlyNamed(network: Network): Network {
  const { claims, actors, documents } = network;
  const isNamed = new Uint8Array(actors.length);
  const hasClaims = new Uint8Array(documents.length);
  for (const column of [claims.subject, claims.object, claims.speaker, claims.via.actor])
    column.forEach((actor) => {
      if (actor !== OWN_VOICE) isNamed[actor] = 1;
    });
  claims.document.forEach((document) => {
    hasClaims[document] = 1;
  });
  const actorStays = actors.map(({ id }) => isNamed[network.actorIndex.get(id) ?? -1] === 1);
  const documentStays = Array.from(hasClaims, (has) => has === 1);
  if ([...actorStays, ...documentStays].every(Boolean)) return network;

  const moveActor = toMove(actorStays);
  return toNetwork({
    version: network.version,
    vocabulary: network.vocabulary,
    documents: documents.filter((_, index) => documentStays[index]),
    actors: actors.filter((_, index) => actorStays[index]),
    claims: {
      ...claims,
      subject: claims.subject.map(moveActor),
      object: claims.object.map(moveActor),
      speaker: claims.speaker.map((actor) => (actor === OWN_VOICE ? OWN_VOICE : moveActor(actor))),
      via: { ...claims.via, actor: claims.via.actor.map(moveActor) },
      document: claims.document.map(toMove(documentStays)),
    },
  });
}

/** Where each of a list comes to stand when others go: in the same order, so that claims keep theirs. */
function toMove(stays: readonly boolean[]): (index: number) => number {
  let next = 0;
  const moved = stays.map((does) => (does ? next++ : -1));
  return (index) => moved[index] ?? -1;
}
