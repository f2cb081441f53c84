import { compareIds } from '../../model/ids.ts';
import type { NetworkGraph } from '../graph.ts';

/** A network as the metrics see it: actors sorted by id, and each ordered pair that is tied, once. Can be posted to a worker. */
export interface MetricsInput {
  readonly ids: readonly string[];
  /** Claims of which the actor is subject or object. */
  readonly claims: Uint32Array;
  /**
   * Arcs as indices of `ids`, sorted by source, then target, without loops; a relation that holds both ways is two. The
   * weight is the claims that say so.
   */
  readonly sources: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float64Array;
}

/** Collapses the relations of each ordered pair: equal networks give equal inputs, in whatever order they hold their parts. */
export function toMetricsInput(graph: NetworkGraph): MetricsInput {
  const ids = graph.nodes().sort(compareIds);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const weightOf = new Map<number, number>();
  const add = (source: number, target: number, claims: number): void => {
    const key = source * ids.length + target;
    weightOf.set(key, (weightOf.get(key) ?? 0) + claims);
  };
  graph.forEachEdge((_, { claims, direction }, from, to) => {
    const [source, target] = [indexOf.get(from) ?? 0, indexOf.get(to) ?? 0];
    if (source === target) return;
    add(source, target, claims);
    if (direction === 'both') add(target, source, claims);
  });
  const arcs = [...weightOf].sort(([one], [other]) => one - other);
  return {
    ids,
    claims: Uint32Array.from(ids, (id) => graph.getNodeAttribute(id, 'claims')),
    sources: Uint32Array.from(arcs, ([key]) => Math.floor(key / ids.length)),
    targets: Uint32Array.from(arcs, ([key]) => key % ids.length),
    weights: Float64Array.from(arcs, ([, weight]) => weight),
  };
}
