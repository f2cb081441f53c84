import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { Vocabulary } from '../words/relation-words.ts';

/** The claims of one relation, in the order they came. */
export interface RelationGroup {
  readonly relation: string;
  readonly type: string;
  readonly claims: readonly ClaimAnswer[];
}

/** The relations that run one way between two actors, or both ways. */
export interface DirectionGroup {
  readonly from: ActorRef;
  readonly to: ActorRef;
  readonly direction: 'out' | 'both';
  readonly relations: readonly RelationGroup[];
}

/**
 * The claims between two actors by direction (most claims first, mutual types last), and in each by relation, most claims
 * first; equal ones, and the claims of one relation, in the order the claims came.
 */
export function groupClaims(claims: readonly ClaimAnswer[], vocabulary: Vocabulary): DirectionGroup[] {
  const directions = new Map<string, { from: ActorRef; to: ActorRef; claims: ClaimAnswer[] }>();
  for (const claim of claims) {
    const isMutual = vocabulary.get(claim.type)?.mutual === true;
    const isTurned = isMutual && claim.object.id < claim.subject.id;
    const [from, to] = isTurned ? [claim.object, claim.subject] : [claim.subject, claim.object];
    const key = isMutual ? 'both' : from.id;
    const group = directions.get(key);
    if (group === undefined) directions.set(key, { from, to, claims: [claim] });
    else group.claims.push(claim);
  }
  const groups = [...directions].map(([key, { from, to, claims: own }]) => ({
    from,
    to,
    direction: key === 'both' ? ('both' as const) : ('out' as const),
    relations: toRelations(own),
  }));
  return [
    ...groups.filter(({ direction }) => direction === 'out').sort((a, b) => countOf(b) - countOf(a)),
    ...groups.filter(({ direction }) => direction === 'both'),
  ];
}

function countOf({ relations }: DirectionGroup): number {
  return relations.reduce((sum, { claims }) => sum + claims.length, 0);
}

function toRelations(claims: readonly ClaimAnswer[]): RelationGroup[] {
  const byRelation = Map.groupBy(claims, (claim) => claim.relation);
  return [...byRelation]
    .map(([relation, own]) => ({ relation, type: own[0]?.type ?? 'other', claims: own }))
    .sort((a, b) => b.claims.length - a.claims.length);
}
