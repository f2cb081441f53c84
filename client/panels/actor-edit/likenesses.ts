import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import type { LikenessesAnswer } from '../../../graph-data/contract/writes.ts';

export interface Likeness {
  readonly other: ActorRef;
  readonly reason: string;
}

/** Whom an actor may be the same as, seen from it: each other actor once, with the first reason. */
export function findLikenesses(all: LikenessesAnswer['items'], id: string): Likeness[] {
  const found = new Map<string, Likeness>();
  for (const { actor, other, reason } of all) {
    const counterpart = actor.id === id ? other : other.id === id ? actor : undefined;
    if (counterpart !== undefined && !found.has(counterpart.id))
      found.set(counterpart.id, { other: counterpart, reason });
  }
  return [...found.values()];
}
