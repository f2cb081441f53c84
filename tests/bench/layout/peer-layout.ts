import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Forces } from '../../../graph-data/network/layout/forces.ts';
import { FORCES } from '../../../graph-data/network/layout/forces.ts';
import { toMasses } from '../../../graph-data/network/layout/masses.ts';
import { toStartPositions } from '../../../graph-data/network/layout/start-positions.ts';
import type { PairNetwork } from './generate-pairs.ts';

const NODE_STRIDE = 10;
const EDGE_STRIDE = 3;

/** graphology-layout-forceatlas2 in one of its two settings, with the forces these stand for. */
export interface PeerSettings {
  readonly name: 'inferred' | 'tuned';
  readonly forces: Forces;
  readonly settings: Required<ForceAtlas2Settings>;
}

/** What the library leaves as it is where nothing is said (its defaults.js). */
const DEFAULTS = {
  linLogMode: false,
  outboundAttractionDistribution: false,
  adjustSizes: false,
  edgeWeightInfluence: 1,
  barnesHutTheta: 0.5,
};

/** `inferSettings(graph)`, which its documentation recommends. */
export function toInferredSettings(nodeCount: number): PeerSettings {
  const inferred = forceAtlas2.inferSettings(nodeCount) as typeof DEFAULTS & Required<ForceAtlas2Settings>;
  const settings = { ...DEFAULTS, ...inferred };
  const { scalingRatio: scaling, gravity } = settings;
  return { name: 'inferred', settings, forces: { scaling, gravity, weightInfluence: 1 } };
}

/** As fast as it goes without losing quality, at our forces. */
export function toTunedSettings(): PeerSettings {
  const settings = {
    ...DEFAULTS,
    edgeWeightInfluence: FORCES.weightInfluence,
    scalingRatio: FORCES.scaling,
    strongGravityMode: true,
    gravity: FORCES.gravity,
    slowDown: 1,
    barnesHutOptimize: true,
    barnesHutTheta: 1.8,
  };
  return { name: 'tuned', settings, forces: FORCES };
}

/** The peer on the same network from the same start, an iteration at a time. */
export function startPeerLayout(
  { ids, edges }: PairNetwork,
  settings: Required<ForceAtlas2Settings>,
): { step(iterations: number): void; positions(): Float64Array } {
  const start = toStartPositions(ids);
  const masses = toMasses(ids.length, edges);
  const nodeMatrix = new Float32Array(ids.length * NODE_STRIDE);
  const edgeMatrix = new Float32Array(edges.weights.length * EDGE_STRIDE);
  ids.forEach((_, node) => {
    // x, y, force, former force, mass, convergence, size, fixed
    const [x, y] = [start[node * 2] ?? 0, start[node * 2 + 1] ?? 0];
    nodeMatrix.set([x, y, 0, 0, 0, 0, masses[node] ?? 1, 1, 1, 0], node * NODE_STRIDE);
  });
  edges.weights.forEach((weight, edge) => {
    const ends = [edges.sources[edge] ?? 0, edges.targets[edge] ?? 0];
    edgeMatrix.set([...ends.map((end) => end * NODE_STRIDE), weight], edge * EDGE_STRIDE);
  });
  return {
    step(iterations) {
      for (let done = 0; done < iterations; done += 1) iterate(settings, nodeMatrix, edgeMatrix);
    },
    positions: () =>
      Float64Array.from(
        { length: ids.length * 2 },
        (_, at) => nodeMatrix[(at >> 1) * NODE_STRIDE + (at & 1)] ?? 0,
      ),
  };
}
