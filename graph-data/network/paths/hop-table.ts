import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import { getRelationType } from '../network.ts';

/** Whether a path may follow relations either way, or from subject to object alone (mutual ones run both ways). */
export const PATH_DIRECTIONS = ['any', 'forward'] as const;
export type PathDirection = (typeof PATH_DIRECTIONS)[number];

/** Hops as compressed sparse rows, one a pair: those of actor a are `start[a]` to `start[a + 1] - 1`, by the other actor. */
export interface HopRows {
  readonly start: Uint32Array;
  readonly other: Uint32Array;
  /** Of all relations of the pair that may be followed this way. */
  readonly origins: Uint32Array;
}

/** The steps a path may be made of under a lens: parallel relations of a pair are one. */
export interface HopTable {
  /** From an actor to those that may come after it, and to those that may come before it. */
  readonly along: HopRows;
  readonly against: HopRows;
  /** Of each actor under the lens, in whichever direction. */
  readonly neighbours: Uint32Array;
}

/** The place of the hop to `other` in the row of an actor, or -1. */
export function findHop(rows: HopRows, actor: number, other: number): number {
  let low = rows.start[actor] as number;
  let high = (rows.start[actor + 1] as number) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = rows.other[middle] as number;
    if (found === other) return middle;
    if (found < other) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Tables kept a network: the one asked for, and the one without its lens that an answer without a path is held against. */
const MOST_TABLES = 2;

interface Kept {
  readonly selection: Selection;
  readonly direction: PathDirection;
  readonly table: HopTable;
}
const known = new WeakMap<Network, Kept[]>();

/** The hops that a lens leaves; the last two of a network are kept. Cost: two looks at each tie. */
export function toHopTable(network: Network, selection: Selection, direction: PathDirection): HopTable {
  const kept = known.get(network) ?? [];
  const fitting = kept.find((entry) => entry.selection === selection && entry.direction === direction);
  const entry = fitting ?? { selection, direction, table: makeTable(network, selection, direction) };
  known.set(network, [entry, ...kept.filter((other) => other !== entry)].slice(0, MOST_TABLES));
  return entry.table;
}

/** Whether this relation may be followed from one of its actors to the other. */
export function isFollowed(
  network: Network,
  relation: number,
  from: number,
  direction: PathDirection,
): boolean {
  return (
    direction === 'any' ||
    network.relations.subject[relation] === from ||
    getRelationType(network, relation).mutual
  );
}

function makeTable(network: Network, selection: Selection, direction: PathDirection): HopTable {
  const { start, neighbour, relation } = network.adjacency;
  const { relationClaims } = selection;
  const neighbours = new Uint32Array(network.actors.length);
  for (let actor = 0; actor < neighbours.length; actor += 1) {
    const end = start[actor + 1] as number;
    let last = -1;
    for (let at = start[actor] as number; at < end; at += 1) {
      if (neighbour[at] === last || relationClaims[relation[at] as number] === 0) continue;
      last = neighbour[at] as number;
      neighbours[actor] = (neighbours[actor] as number) + 1;
    }
  }
  const against = makeRows(network, selection, (actor) => (direction === 'any' ? ANYONE : actor));
  const along = direction === 'any' ? against : makeRows(network, selection, (_actor, other) => other);
  return { along, against, neighbours };
}

/** Instead of the actor that must be a relation's subject. */
const ANYONE = -1;

/**
 * Rows of who has a hop to whom. Actors are gone through in their order, each put into the rows of its neighbours, so that
 * every row is in order without being sorted.
 * @param subjectOf who must be the subject of a relation between the two, unless it is mutual
 */
function makeRows(
  network: Network,
  selection: Selection,
  subjectOf: (actor: number, other: number) => number,
): HopRows {
  const { start, neighbour, relation } = network.adjacency;
  const { relations, vocabulary } = network;
  const isMutual = vocabulary.types.map(({ mutual }) => mutual);
  const count = network.actors.length;
  const rowStart = new Uint32Array(count + 1);
  // The sum of each pair, at its first entry.
  const sums = new Uint32Array(neighbour.length);
  for (let actor = 0; actor < count; actor += 1) {
    const end = start[actor + 1] as number;
    let first = start[actor] as number;
    for (let at = first; at < end; at += 1) {
      const other = neighbour[at] as number;
      if (other !== neighbour[first]) first = at;
      const tie = relation[at] as number;
      const subject = subjectOf(actor, other);
      const isOpen =
        subject === ANYONE || relations.subject[tie] === subject || isMutual[relations.type[tie] as number];
      const origins = isOpen === true ? (selection.relationOrigins[tie] as number) : 0;
      if (origins === 0) continue;
      if (sums[first] === 0) rowStart[other + 1] = (rowStart[other + 1] as number) + 1;
      sums[first] = (sums[first] as number) + origins;
    }
  }
  for (let actor = 0; actor < count; actor += 1)
    rowStart[actor + 1] = (rowStart[actor + 1] as number) + (rowStart[actor] as number);
  const next = rowStart.slice();
  const total = rowStart[count] as number;
  const other = new Uint32Array(total);
  const origins = new Uint32Array(total);
  for (let actor = 0; actor < count; actor += 1) {
    const end = start[actor + 1] as number;
    for (let at = start[actor] as number; at < end; at += 1) {
      if (sums[at] === 0) continue;
      const row = neighbour[at] as number;
      const place = next[row] as number;
      next[row] = place + 1;
      other[place] = actor;
      origins[place] = sums[at] as number;
    }
  }
  return { start: rowStart, other, origins };
}
