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
  const { adjacency, relations } = network;
  const end = adjacency.start[actor + 1] ?? 0;
  for (let at = adjacency.start[actor] ?? 0; at < end; at += 1) {
    const relation = adjacency.relation[at] ?? 0;
    if (selection.relationClaims[relation] === 0) continue;
    const isOut = relations.subject[relation] === actor;
    const direction = getRelationType(network, relation).mutual ? 'both' : isOut ? 'out' : 'in';
    if (wanted !== 'both' && direction !== 'both' && direction !== wanted) continue;
    yield { actor: adjacency.neighbour[at] ?? 0, relation, direction };
  }
}
