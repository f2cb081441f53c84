import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { Parameter } from '../../api/api-request.ts';
import { LONGEST_PAGE } from '../../api/requests.ts';

/** The conditions of the claims between two actors, both ways; of an actor with itself where both are one. */
export function toPairConditions(a: ActorId, b: ActorId): Parameter[] {
  return [
    ['between', a],
    ['between', b],
    ['limit', String(LONGEST_PAGE)],
  ];
}

/** Those of the claims that answer the conditions that are of the pair: what an actor does to itself is none of two. */
export function claimsOfPair(a: ActorId, b: ActorId, claims: readonly ClaimAnswer[]): readonly ClaimAnswer[] {
  return a === b ? claims : claims.filter(({ subject, object }) => subject.id !== object.id);
}

export function toPairTitle(a: string, b: string, isOne: boolean): string {
  return isOne ? `${a} and itself` : `${a} and ${b}`;
}
