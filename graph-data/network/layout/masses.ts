import type { LayoutEdges } from './layout-edges.ts';

/** The mass of each node: 1 and the weights of its edges. */
export function toMasses(count: number, { sources, targets, weights }: LayoutEdges): Float64Array {
  const masses = new Float64Array(count).fill(1);
  for (let edge = 0; edge < weights.length; edge += 1) {
    const source = sources[edge] ?? 0;
    const target = targets[edge] ?? 0;
    const weight = weights[edge] ?? 0;
    masses[source] = (masses[source] ?? 0) + weight;
    masses[target] = (masses[target] ?? 0) + weight;
  }
  return masses;
}
