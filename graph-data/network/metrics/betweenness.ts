import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import type { MetricsInput } from './metrics-input.ts';
import { roundMetric, toTies } from './metrics.ts';

/** A betweenness that is being computed, one source after the other. */
export interface BetweennessRun {
  /** From 0 to 1: of all actors, those whose shortest paths are counted. */
  readonly progress: number;
  /** Counts the paths from so many more actors. */
  step(sources: number): void;
  /** In the order of the input's ids, to six significant digits; right when progress is 1. */
  values(): Float64Array;
}

/**
 * How often an actor lies between two others: of all ordered pairs of other actors the share of shortest paths through it,
 * 0 to 1 (Brandes 2001, by graphology's routine; equal to `graphology-metrics` without weights, normalised). Ties have
 * no direction and no length. Cost in all: actors × ties.
 */
export function startBetweenness(input: MetricsInput): BetweennessRun {
  const count = input.ids.length;
  const findPaths = count === 0 ? null : createUnweightedIndexedBrandes(toTies(input));
  const sums = new Float64Array(count);
  const shares = new Float64Array(count);
  let next = 0;

  const addPathsFrom = (source: number): void => {
    if (findPaths === null) return;
    const [farthestLast, cameFrom, paths] = findPaths(source);
    shares.fill(0);
    while (farthestLast.size > 0) {
      const actor = farthestLast.pop() ?? 0;
      const share = (1 + (shares[actor] ?? 0)) / (paths[actor] ?? 1);
      for (const before of cameFrom[actor] ?? [])
        shares[before] = (shares[before] ?? 0) + (paths[before] ?? 0) * share;
      if (actor !== source) sums[actor] = (sums[actor] ?? 0) + (shares[actor] ?? 0);
    }
  };

  return {
    get progress() {
      return count === 0 ? 1 : next / count;
    },
    step(sources) {
      for (const end = Math.min(count, next + sources); next < end; next += 1) addPathsFrom(next);
    },
    values() {
      const scale = count > 2 ? 1 / ((count - 1) * (count - 2)) : 1;
      return sums.map((sum) => roundMetric(sum * scale));
    },
  };
}
