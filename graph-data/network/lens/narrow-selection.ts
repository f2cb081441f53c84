import { OWN_VOICE } from '../claim-table.ts';
import type { Network } from '../network.ts';
import { claimsOf } from '../network.ts';
import type { Selection } from './apply-lens.ts';

/** Which relations of a selection to keep; an empty set keeps all. Actors are their index. */
export interface Surroundings {
  /** Relations with at least one of these at an end: each actor, its neighbours and the ties to them. */
  readonly around: ReadonlySet<number>;
  /** Relations with both ends among these. */
  readonly between: ReadonlySet<number>;
}

/**
 * What is left of a selection when only these relations are kept, whole: its counts are those of the rest, its total is
 * still all there is. The actors are those at the ends, and the ones named though no relation is left to them; who only
 * speaks in a kept claim is not among them. Ties among the neighbours of an actor are not around it.
 * `cutBy` gains `around=ID` and `between=ID`. Cost: one pass over the relations, one over the claims kept.
 */
export function narrowSelection(
  network: Network,
  selection: Selection,
  { around, between }: Surroundings,
): Selection {
  if (around.size === 0 && between.size === 0) return selection;
  const { relations, claims, actors } = network;
  const passes = new Uint8Array(claims.length);
  const relationClaims = new Uint32Array(relations.length);
  const relationOrigins = new Uint32Array(relations.length);
  const actorClaims = new Uint32Array(actors.length);
  const actorSpoken = new Uint32Array(actors.length);
  const hasActor = new Uint8Array(actors.length);
  for (const actor of [...around, ...between]) hasActor[actor] = 1;
  const shown = { relations: 0, claims: 0 };

  for (let relation = 0; relation < relations.length; relation += 1) {
    const count = selection.relationClaims[relation] ?? 0;
    const subject = relations.subject[relation] ?? 0;
    const object = relations.object[relation] ?? 0;
    const isAround = around.size === 0 || around.has(subject) || around.has(object);
    const isBetween = between.size === 0 || (between.has(subject) && between.has(object));
    if (count === 0 || !isAround || !isBetween) continue;
    shown.relations += 1;
    shown.claims += count;
    relationClaims[relation] = count;
    relationOrigins[relation] = selection.relationOrigins[relation] ?? 0;
    for (const actor of new Set([subject, object])) {
      hasActor[actor] = 1;
      actorClaims[actor] = (actorClaims[actor] ?? 0) + count;
    }
    for (const row of claimsOf(relations, relation)) {
      if (selection.passes[row] !== 1) continue;
      passes[row] = 1;
      const speaker = claims.speaker[row] ?? OWN_VOICE;
      if (speaker !== OWN_VOICE) actorSpoken[speaker] = (actorSpoken[speaker] ?? 0) + 1;
    }
  }
  const idsOf = (name: string, set: ReadonlySet<number>): string[] =>
    [...set].sort((a, b) => a - b).map((actor) => `${name}=${actors[actor]?.id ?? ''}`);
  return {
    ...selection,
    passes,
    relationClaims,
    relationOrigins,
    actorClaims,
    actorSpoken,
    hasActor,
    shown: { actors: hasActor.reduce((sum, flag) => sum + flag, 0), ...shown },
    cutBy: [...selection.cutBy, ...idsOf('around', around), ...idsOf('between', between)],
  };
}
