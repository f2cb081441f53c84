import type { Dispute } from '../disputes.ts';
import type { Network } from '../network.ts';
import { findRelation } from '../relation-table.ts';
import { countOrigins } from './count-origins.ts';

/** A dispute as a reader meets it: what is said of a pair of actors, and what others say instead, over all their relations. */
export interface DisputedPair {
  readonly subject: number;
  readonly object: number;
  /** Whether no direction is its own: it is about mutual relations alone, or about both directions by way of one. */
  readonly isMutual: boolean;
  /** In order. */
  readonly relations: readonly number[];
  /** Claim rows in table order; the first side is that of the first relation. */
  readonly sides: readonly [readonly number[], readonly number[]];
  readonly origins: readonly [number, number];
}

const known = new WeakMap<Network, readonly DisputedPair[]>();

/**
 * All disputes of the network: disputed relations whose claims say otherwise of each other, or of a third, are one. A side holds
 * what agrees against the other: a denial stands with what is the opposite of the denied. Most origins of the weaker side first,
 * then of both together, then by pair. Worked out once a network; cost: that of the disputed claims.
 */
export function listDisputes(network: Network): readonly DisputedPair[] {
  const disputes = known.get(network) ?? rank(groupRelations(network).map((group) => toPair(network, group)));
  known.set(network, disputes);
  return disputes;
}

function rank(disputes: DisputedPair[]): DisputedPair[] {
  return disputes.sort(
    (a, b) =>
      Math.min(...b.origins) - Math.min(...a.origins) ||
      b.origins[0] + b.origins[1] - a.origins[0] - a.origins[1] ||
      a.subject - b.subject ||
      a.object - b.object ||
      (a.relations[0] ?? 0) - (b.relations[0] ?? 0),
  );
}

/** The disputed relations in groups that hang together, by the first of each, each in order. */
function groupRelations(network: Network): number[][] {
  const { disputes } = network;
  const leaders = new Map<number, number>();
  const leaderOf = (relation: number): number => {
    let leader = leaders.get(relation) ?? relation;
    while (leaders.get(leader) !== undefined && leaders.get(leader) !== leader)
      leader = leaders.get(leader) ?? leader;
    leaders.set(relation, leader);
    return leader;
  };
  for (const [relation, { otherSide }] of disputes) {
    for (const row of otherSide) {
      const [one, other] = [leaderOf(relation), leaderOf(relationOf(network, row))];
      leaders.set(Math.max(one, other), Math.min(one, other));
    }
  }
  const groups = Map.groupBy(
    [...leaders.keys()].sort((a, b) => a - b),
    leaderOf,
  );
  return [...groups.values()];
}

function relationOf({ claims, relations }: Network, row: number): number {
  const [subject, type, object] = [claims.subject[row], claims.type[row], claims.object[row]];
  return findRelation(relations, subject ?? -1, type ?? -1, object ?? -1);
}

function toPair(network: Network, group: readonly number[]): DisputedPair {
  const { claims, relations, vocabulary } = network;
  const sides = splitSides(group.flatMap((relation) => network.disputes.get(relation) ?? []));
  const directed = group.filter(
    (relation) => vocabulary.types[relations.type[relation] ?? -1]?.mutual !== true,
  );
  const subjects = new Set(directed.map((relation) => relations.subject[relation] ?? -1));
  const first = (subjects.size === 1 ? directed : group)[0] ?? -1;
  const ends = [relations.subject[first] ?? -1, relations.object[first] ?? -1] as const;
  const isMutual = subjects.size !== 1;
  const [subject, object] = isMutual ? [Math.min(...ends), Math.max(...ends)] : ends;
  return {
    subject,
    object,
    isMutual,
    relations: group,
    sides,
    origins: [countOrigins(claims, sides[0]), countOrigins(claims, sides[1])],
  };
}

/** Puts disputes that hang together into two sides, each claim into one. */
function splitSides(disputes: readonly Dispute[]): [number[], number[]] {
  const sides = [new Set<number>(), new Set<number>()] as const;
  const [here, there] = sides;
  const place = (rows: readonly number[], side: Set<number>): void => {
    for (const row of rows) if (!here.has(row) && !there.has(row)) side.add(row);
  };
  const waiting = [...disputes];
  while (waiting.length > 0) {
    const touches = ({ side, otherSide }: Dispute): boolean =>
      [...side, ...otherSide].some((row) => here.has(row) || there.has(row));
    const next = Math.max(0, waiting.findIndex(touches));
    const [dispute] = waiting.splice(next, 1);
    if (dispute === undefined) break;
    const { side, otherSide } = dispute;
    const isTurned = side.some((row) => there.has(row)) || otherSide.some((row) => here.has(row));
    place(side, isTurned ? there : here);
    place(otherSide, isTurned ? here : there);
  }
  const inOrder = (rows: ReadonlySet<number>): number[] => [...rows].sort((a, b) => a - b);
  return [inOrder(here), inOrder(there)];
}
