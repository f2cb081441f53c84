import iterate from 'graphology-layout-forceatlas2/iterate.js';
import { describe, expect, it } from 'vitest';
import { startExactLayout } from '../../../../graph-data/network/layout/exact-layout.ts';
import { FORCES } from '../../../../graph-data/network/layout/forces.ts';
import { toStartPositions } from '../../../../graph-data/network/layout/start-positions.ts';
import { edgesOf } from './edges-of.ts';

describe('startExactLayout', () => {
  it('when it runs, then all stand where graphology-layout-forceatlas2 would put them, to the last digit', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `actor-${at}`);
    const rows = ids
      .flatMap((_, at): [number, number, number][] => [
        [Math.floor(at / 3), at, 1 + (at % 5) * 0.7],
        [(at * 7) % 40, at, 1],
      ])
      .filter(([source, target]) => source < target);
    const start = toStartPositions(ids);
    const nodes = new Float32Array(ids.length * 10);
    ids.forEach((_, at) => {
      nodes.set([start[at * 2] ?? 0, start[at * 2 + 1] ?? 0, 0, 0, 0, 0, 1, 1, 1, 0], at * 10);
    });
    for (const [source, target, weight] of rows)
      for (const end of [source, target]) nodes[end * 10 + 6] = (nodes[end * 10 + 6] ?? 0) + weight;
    const edges = Float32Array.from(
      rows.flatMap(([source, target, weight]) => [source * 10, target * 10, weight]),
    );
    const settings = {
      linLogMode: false,
      outboundAttractionDistribution: false,
      adjustSizes: false,
      edgeWeightInfluence: FORCES.weightInfluence,
      scalingRatio: FORCES.scaling,
      strongGravityMode: true,
      gravity: FORCES.gravity,
      slowDown: 1,
      barnesHutOptimize: false,
      barnesHutTheta: 1,
    };
    const layout = startExactLayout({ ids, edges: edgesOf(rows) }, FORCES, start);
    for (let step = 0; step < 300; step += 1) iterate(settings, nodes, edges);
    layout.step(300);
    expect(layout.positions()).toEqual(
      Float32Array.from({ length: ids.length * 2 }, (_, at) => nodes[(at >> 1) * 10 + (at & 1)] ?? NaN),
    );
  });
});
