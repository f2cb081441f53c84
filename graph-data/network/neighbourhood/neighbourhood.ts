import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { getRelationType } from '../network.ts';

export const DIRECTIONS = ['in', 'out', 'both'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The farthest a neighbourhood reaches, in steps. */
export const DEEPEST = 3;

/** A relation by which a neighbour was reached. */
export interface Tie {
  readonly relation: number;
  /** The actor one step nearer. */
  readonly with: number;
  /** Seen from that nearer actor: `out` runs from it to the neighbour; `both` for mutual types. */
  readonly direction: Direction;
}

export interface Neighbour {
  readonly actor: number;
  /** Steps from the actor asked about, 1 to 3. */
  readonly distance: number;
  /** Passing claims of its ties. */
  readonly claims: number;
  /** Most claims first, ties by relation number. */
  readonly ties: readonly Tie[];
}

/** A neighbour with its strongest ties alone, and what all of them amount to. */
export interface NeighbourItem extends Neighbour {
  readonly origins: number;
  readonly isDisputed: boolean;
  /** Of all its ties. */
  readonly tieCount: number;
}

/**
 * Everyone within `depth` steps of an actor, following relations that pass the lens: nearest first, then most claims,
 * then actor order. `out` follows relations from subject to object, `in` the other way; mutual relations run both ways.
 * An actor stands at its shortest distance, with every tie to actors one step nearer. Empty when there is none.
 */
export function findNeighbours(
  network: Network,
  selection: Selection,
  actor: number,
  direction: Direction,
  depth: number,
): Neighbour[] {
  const distanceOf = new Map([[actor, 0]]);
  const found: Neighbour[] = [];
  let frontier = [actor];
  for (let distance = 1; distance <= depth && frontier.length > 0; distance += 1) {
    const ties = new Map<number, Tie[]>();
    for (const near of frontier) {
      for (const tie of tiesOf(network, selection, near, direction)) {
        if ((distanceOf.get(tie.actor) ?? distance) < distance) continue;
        distanceOf.set(tie.actor, distance);
        const known = ties.get(tie.actor);
        const entry: Tie = { relation: tie.relation, with: near, direction: tie.direction };
        if (known === undefined) ties.set(tie.actor, [entry]);
        else known.push(entry);
      }
    }
    const claimsOfTie = (tie: Tie): number => selection.relationClaims[tie.relation] ?? 0;
    const ring = [...ties].map(([neighbour, list]): Neighbour => ({
      actor: neighbour,
      distance,
      claims: list.reduce((sum, tie) => sum + claimsOfTie(tie), 0),
      ties: list.sort(
        (a, b) => claimsOfTie(b) - claimsOfTie(a) || a.relation - b.relation || a.with - b.with,
      ),
    }));
    ring.sort((a, b) => b.claims - a.claims || a.actor - b.actor);
    found.push(...ring);
    frontier = ring.map((neighbour) => neighbour.actor);
  }
  return found;
}

/** A neighbour without the ties beyond the `most` strongest. */
export function keepStrongest(
  network: Network,
  selection: Selection,
  neighbour: Neighbour,
  most: number,
): NeighbourItem {
  const { ties } = neighbour;
  let origins = 0;
  let isDisputed = false;
  for (const { relation } of ties) {
    origins += selection.relationOrigins[relation] ?? 0;
    isDisputed ||= network.disputes.has(relation);
  }
  return {
    ...neighbour,
    ties: ties.length > most ? ties.slice(0, most) : ties,
    origins,
    isDisputed,
    tieCount: ties.length,
  };
}

/** Some of the neighbours one step away, and how many there are in all. */
export interface NearestPage {
  readonly total: number;
  readonly items: readonly NeighbourItem[];
}

/** Which neighbours one step away are wanted: from `offset` up to, not including, `end`, each with its `most` strongest ties. */
export interface NearestBounds {
  readonly offset: number;
  readonly end: number;
  readonly most: number;
}

/**
 * What {@link findNeighbours} and {@link keepStrongest} answer at depth 1: of a hub with ten thousand ties only those asked for
 * are made. Cost: one look at each tie, and a sort where the lens changes who comes first; the next time
 * only the ties up to `end` are looked at, where it does not and both directions are asked for.
 */
export function findNearest(
  network: Network,
  selection: Selection,
  actor: number,
  direction: Direction,
  { offset, end, most }: NearestBounds,
): NearestPage {
  const { start, neighbour, relation } = network.adjacency;
  const { relationClaims, relationOrigins } = selection;
  const first = start[actor] ?? 0;
  const last = start[actor + 1] ?? 0;
  const isOpen = toDirectionTest(network, actor, direction);
  const ranked = direction === 'both' ? rankedTotalsOf(network, selection) : undefined;
  const knownTotal = (ranked?.[actor] ?? 0) - 1;
  const enough = knownTotal < 0 ? Infinity : end;
  // Entries of one neighbour stand together: where each begins, and its claims.
  const begins: number[] = [];
  const claims: number[] = [];
  let isRanked = true;
  for (let at = first; at < last && begins.length < enough;) {
    const other = neighbour[at];
    const begin = at;
    let sum = 0;
    for (; at < last && neighbour[at] === other; at += 1) {
      const count = relationClaims[relation[at] ?? 0] ?? 0;
      if (count > 0 && isOpen(relation[at] ?? 0)) sum += count;
    }
    if (sum === 0) continue;
    const before = claims.length - 1;
    if (before >= 0) {
      const order = (claims[before] ?? 0) - sum || (other ?? 0) - (neighbour[begins[before] ?? 0] ?? 0);
      isRanked &&= order > 0;
    }
    begins.push(begin);
    claims.push(sum);
  }
  const total = knownTotal < 0 ? begins.length : knownTotal;
  if (isRanked && ranked !== undefined) ranked[actor] = total + 1;
  const toItem = (begin: number, sum: number): NeighbourItem => {
    const other = neighbour[begin] ?? 0;
    let kept = 0;
    let tieCount = 0;
    let origins = 0;
    let isDisputed = false;
    for (let at = begin; at < last && neighbour[at] === other; at += 1) {
      const tie = relation[at] ?? 0;
      if ((relationClaims[tie] ?? 0) === 0 || !isOpen(tie)) continue;
      tieCount += 1;
      origins += relationOrigins[tie] ?? 0;
      isDisputed ||= network.disputes.has(tie);
      kept = putStrongest(kept, tie, relationClaims, most);
    }
    const ties = strongest.slice(0, kept).map((tie) => ({
      relation: tie,
      with: actor,
      direction: directionOf(network, actor, tie),
    }));
    return { actor: other, distance: 1, claims: sum, ties, origins, isDisputed, tieCount };
  };
  if (isRanked) {
    const sums = claims.slice(offset, end);
    return { total, items: begins.slice(offset, end).map((begin, place) => toItem(begin, sums[place] ?? 0)) };
  }
  const places = begins.map((_, place) => place);
  const other = (place: number): number => neighbour[begins[place] ?? 0] ?? 0;
  places.sort((a, b) => (claims[b] ?? 0) - (claims[a] ?? 0) || other(a) - other(b));
  const wanted = places.slice(offset, end);
  return { total, items: wanted.map((place) => toItem(begins[place] ?? 0, claims[place] ?? 0)) };
}

/** Written over for each neighbour: a list of its own for each of twenty would be most of what an answer throws away. */
const strongest: number[] = [];

/**
 * Puts a relation where it belongs among the first `kept` of `strongest`, at most `most`, by claims, behind those with as many.
 * Returns how many are kept now.
 */
function putStrongest(kept: number, relation: number, claims: Uint32Array, most: number): number {
  const own = claims[relation] ?? 0;
  let at = kept;
  for (; at > 0 && (claims[strongest[at - 1] ?? 0] ?? 0) < own; at -= 1) {
    if (at < most) strongest[at] = strongest[at - 1] ?? 0;
  }
  if (at < most) strongest[at] = relation;
  return Math.min(kept + 1, most);
}

const known = new WeakMap<Selection, Uint32Array>();

/** By actor, one more than how many neighbours it has where they stand in the selection's order; 0 where that is not known. */
function rankedTotalsOf(network: Network, selection: Selection): Uint32Array {
  const totals = known.get(selection) ?? new Uint32Array(network.actors.length);
  known.set(selection, totals);
  return totals;
}

/** How a relation runs, seen from one of its actors. */
function directionOf(network: Network, actor: number, relation: number): Direction {
  if (getRelationType(network, relation).mutual) return 'both';
  return network.relations.subject[relation] === actor ? 'out' : 'in';
}

/** Whether a relation of this actor may be followed in the direction asked for. */
function toDirectionTest(network: Network, actor: number, wanted: Direction): (relation: number) => boolean {
  if (wanted === 'both') return () => true;
  return (relation) => {
    const direction = directionOf(network, actor, relation);
    return direction === 'both' || direction === wanted;
  };
}

interface DirectedTie {
  readonly actor: number;
  readonly relation: number;
  readonly direction: Direction;
}

function* tiesOf(
  network: Network,
  selection: Selection,
  actor: number,
  wanted: Direction,
): Generator<DirectedTie> {
  const { adjacency } = network;
  const isOpen = toDirectionTest(network, actor, wanted);
  const end = adjacency.start[actor + 1] ?? 0;
  for (let at = adjacency.start[actor] ?? 0; at < end; at += 1) {
    const relation = adjacency.relation[at] ?? 0;
    if (selection.relationClaims[relation] === 0) continue;
    if (!isOpen(relation)) continue;
    yield {
      actor: adjacency.neighbour[at] ?? 0,
      relation,
      direction: directionOf(network, actor, relation),
    };
  }
}
