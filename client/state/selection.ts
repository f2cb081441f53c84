import type { ActorId, RelationId } from '../../graph-data/model/ids.ts';

/**
 * What is selected: an actor, or a pair of actors (the edge or bundle of edges between them, both directions), with one
 * of its relations in front where one was chosen. `a` < `b` by id, so that equal pairs are equal.
 */
export type Selection =
  | { readonly kind: 'none' }
  | { readonly kind: 'actor'; readonly actor: ActorId }
  | { readonly kind: 'pair'; readonly a: ActorId; readonly b: ActorId; readonly relation: RelationId | null };

export const NOTHING: Selection = { kind: 'none' };

/** The selection of an actor. */
export function toActorSelection(actor: ActorId): Selection {
  return { kind: 'actor', actor };
}

/** The selection of everything between two actors, in either order. */
export function toPairSelection(one: ActorId, other: ActorId, relation: RelationId | null = null): Selection {
  const [a, b] = one < other ? [one, other] : [other, one];
  return { kind: 'pair', a, b, relation };
}

export function isSameSelection(one: Selection, other: Selection): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
