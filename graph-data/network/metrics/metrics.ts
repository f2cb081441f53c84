import { DirectedGraph, UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import pagerank from 'graphology-metrics/centrality/pagerank.js';
import type { MetricsInput } from './metrics-input.ts';
import { createSeededRandom } from './seeded-random.ts';

/** Numbers of each actor, in the order of the input's ids. */
export interface Metrics {
  readonly ids: readonly string[];
  /** Other actors it is tied to. */
  readonly degree: Uint32Array;
  readonly claims: Uint32Array;
  /**
   * Share of a reader's time who follows claims from subject to object at random, by their number, and jumps anywhere in
   * 15 of 100 steps; all together 1. To six significant digits.
   */
  readonly pagerank: Float64Array;
  /** From 1, the largest first, ties by the first actor's id; 0 where an actor is tied to nobody. */
  readonly community: Uint32Array;
  readonly communities: number;
  /** Null until it was asked for: see `startBetweenness`. */
  readonly betweenness: Float64Array | null;
}

interface Tie {
  readonly weight: number;
}

const SEED = 20_250_313;

/**
 * Degree, claims, PageRank and communities (Louvain: Blondel et al. 2008, seeded) by graphology's libraries: the same for
 * the same input everywhere. Communities and degree see ties without direction. Cost: about linear in the arcs.
 */
export function computeMetrics(input: MetricsInput): Metrics {
  const { ids, claims } = input;
  const ties = toTies(input);
  const degree = Uint32Array.from(ids, (id) => ties.degree(id));
  const community =
    ties.size === 0
      ? new Uint32Array(ids.length)
      : numberCommunities(
          ids,
          louvain(ties, { getEdgeWeight: 'weight', rng: createSeededRandom(SEED) }),
          degree,
        );
  return {
    ids,
    degree,
    claims,
    pagerank: computePagerank(input),
    community,
    communities: community.reduce((most, number) => Math.max(most, number), 0),
    betweenness: null,
  };
}

/** The network without directions: a tie a pair, weight = claims either way, what holds both ways counted once a way. */
export function toTies({ ids, sources, targets, weights }: MetricsInput): UndirectedGraph<object, Tie> {
  const graph = new UndirectedGraph<object, Tie>();
  for (const id of ids) graph.addNode(id);
  weights.forEach((weight, arc) => {
    const [source, target] = [ids[sources[arc] ?? 0], ids[targets[arc] ?? 0]];
    graph.updateEdge(source, target, (known) => ({ weight: (known.weight ?? 0) + weight }));
  });
  return graph;
}

function computePagerank({ ids, sources, targets, weights }: MetricsInput): Float64Array {
  const graph = new DirectedGraph<object, Tie>();
  for (const id of ids) graph.addNode(id);
  weights.forEach((weight, arc) => {
    graph.addEdge(ids[sources[arc] ?? 0], ids[targets[arc] ?? 0], { weight });
  });
  const rank = ids.length === 0 ? {} : pagerank(graph, { getEdgeWeight: 'weight' });
  return Float64Array.from(ids, (id) => roundMetric(rank[id] ?? 0));
}

function numberCommunities(
  ids: readonly string[],
  found: Readonly<Record<string, number>>,
  degree: Uint32Array,
): Uint32Array {
  const members = new Map<number, number[]>();
  ids.forEach((id, index) => {
    if (degree[index] === 0) return;
    const community = found[id] ?? -1;
    members.set(community, [...(members.get(community) ?? []), index]);
  });
  const numbers = new Uint32Array(ids.length);
  [...members.values()]
    .sort((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0))
    .forEach((group, place) => {
      for (const index of group) numbers[index] = place + 1;
    });
  return numbers;
}

/** Six significant digits: what is left of a sum's order or a machine's last bit is not told. */
export function roundMetric(value: number): number {
  return Number(value.toPrecision(6));
}
