import type { LayoutEdges } from '../../../../graph-data/network/layout/layout-edges.ts';

type Edge = readonly [source: number, target: number, weight: number];

/** Edges in columns, in the order given. */
export function edgesOf(edges: readonly Edge[]): LayoutEdges {
  return {
    sources: Uint32Array.from(edges, ([source]) => source),
    targets: Uint32Array.from(edges, ([, target]) => target),
    weights: Float64Array.from(edges, ([, , weight]) => weight),
  };
}

/** The same, the other way round. */
export function rowsOf({ sources, targets, weights }: LayoutEdges): Edge[] {
  return Array.from(weights, (weight, edge) => [sources[edge] ?? NaN, targets[edge] ?? NaN, weight]);
}
