import type { RelationTable } from './relation-table.ts';

/**
 * Who is tied to whom, as compressed sparse rows: the ties of actor a are the entries `start[a]` to `start[a + 1] - 1`.
 * Entries of one neighbour stand together; neighbours come with most claims first, ties by actor order; within a
 * neighbour, relations by number. A relation of an actor with itself is not in it.
 */
export interface Adjacency {
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly relation: Uint32Array;
}

/** Ranks every actor's neighbours by `weight` (claims a relation, under the lens the ranking is for). */
export function toAdjacency(actorCount: number, relations: RelationTable, weight: Uint32Array): Adjacency {
  const degree = new Uint32Array(actorCount);
  for (let relation = 0; relation < relations.length; relation += 1) {
    const subject = relations.subject[relation] ?? 0;
    const object = relations.object[relation] ?? 0;
    if (subject === object) continue;
    degree[subject] = (degree[subject] ?? 0) + 1;
    degree[object] = (degree[object] ?? 0) + 1;
  }
  const start = new Uint32Array(actorCount + 1);
  for (let actor = 0; actor < actorCount; actor += 1)
    start[actor + 1] = (start[actor] ?? 0) + (degree[actor] ?? 0);
  const total = start[actorCount] ?? 0;
  const neighbour = new Uint32Array(total);
  const relation = new Uint32Array(total);
  const next = start.slice();
  const put = (actor: number, other: number, tie: number): void => {
    const at = next[actor] ?? 0;
    next[actor] = at + 1;
    neighbour[at] = other;
    relation[at] = tie;
  };
  for (let tie = 0; tie < relations.length; tie += 1) {
    const subject = relations.subject[tie] ?? 0;
    const object = relations.object[tie] ?? 0;
    if (subject === object) continue;
    put(subject, object, tie);
    put(object, subject, tie);
  }
  rankNeighbours({ start, neighbour, relation }, actorCount, weight);
  return { start, neighbour, relation };
}

function rankNeighbours(
  { start, neighbour, relation }: Adjacency,
  actorCount: number,
  weight: Uint32Array,
): void {
  const claims = new Float64Array(actorCount);
  const ties = new Uint32Array(actorCount);
  for (let actor = 0; actor < actorCount; actor += 1) {
    const from = start[actor] ?? 0;
    const to = start[actor + 1] ?? 0;
    if (to - from < 2) continue;
    const others: number[] = [];
    let most = 0;
    for (let at = from; at < to; at += 1) {
      const other = neighbour[at] ?? 0;
      if (ties[other] === 0) others.push(other);
      ties[other] = (ties[other] ?? 0) + 1;
      claims[other] = (claims[other] ?? 0) + (weight[relation[at] ?? 0] ?? 0);
      most = Math.max(most, claims[other]);
    }
    // One number that sorts by claims, most first, then by actor; relations come in order already.
    const keys = Float64Array.from(others, (other) => (most - (claims[other] ?? 0)) * actorCount + other);
    const presentRelations = relation.slice(from, to);
    const presentNeighbours = neighbour.slice(from, to);
    let next = from;
    for (const key of keys.sort()) {
      const other = key % actorCount;
      const count = ties[other] ?? 0;
      ties[other] = next;
      claims[other] = 0;
      next += count;
    }
    presentRelations.forEach((tie, index) => {
      const other = presentNeighbours[index] ?? 0;
      const at = ties[other] ?? 0;
      ties[other] = at + 1;
      neighbour[at] = other;
      relation[at] = tie;
    });
    for (const other of others) ties[other] = 0;
  }
}
