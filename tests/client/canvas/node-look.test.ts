import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import {
  COLOURED_COMMUNITIES,
  STEPS,
  applyLooks,
  toLooks,
  toPaintColour,
  toRadius,
  toStep,
  toStepStarts,
} from '../../../client/canvas/node-look.ts';
import { PALETTES } from '../../../client/canvas/palette.ts';
import { toLoadedNetwork } from '../../../client/state/network-state.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import type { Metrics } from '../../../graph-data/network/metrics/metrics.ts';
import { toNetworkAnswer } from '../state/network-answer.ts';

const METRICS: Metrics = {
  ids: ['donald-trump', 'vladimir-putin'],
  degree: Uint32Array.of(1, 1),
  claims: Uint32Array.of(1, 4),
  pagerank: Float64Array.of(0.2, 0.8),
  community: Uint32Array.of(0, 1),
  communities: 1,
  betweenness: null,
};

describe('the scale of a number', () => {
  it('when values grow, then steps and radii never fall, from the least to the most', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true })),
        (pair) => {
          const [less, more] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
          expect(toStep(less, more)).toBeLessThanOrEqual(toStep(more, more));
          expect(toRadius(less, more)).toBeLessThanOrEqual(toRadius(more, more));
        },
      ),
    );
    expect([toRadius(0, 9), toRadius(9, 9), toRadius(0, 0)]).toEqual([4, 26, 4]);
    expect([toStep(0, 9), toStep(9, 9), toStep(0, 0)]).toEqual([0, STEPS - 1, 0]);
  });

  it('when a step begins, then the value there is on it', () => {
    expect(toStepStarts(50).map((start) => toStep(start, 50))).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('toLooks', () => {
  it('when size and colour tell what the network says, or the numbers are not here, then there are none', () => {
    expect(toLooks({ size: 'claims', colour: 'kind' }, METRICS)).toBeNull();
    expect(toLooks({ size: 'degree', colour: 'kind' }, null)).toBeNull();
  });

  it('when size and colour tell numbers, then each node has its radius and its paint', () => {
    expect(toLooks({ size: 'pagerank', colour: 'community' }, METRICS)).toEqual(
      new Map([
        ['donald-trump', { size: 15, paint: { kind: 'community', community: 0 } }],
        ['vladimir-putin', { size: 26, paint: { kind: 'community', community: 1 } }],
      ]),
    );
  });

  it('when betweenness is not there yet, then sizes stay and colours are those of the rest', () => {
    expect(toLooks({ size: 'betweenness', colour: 'claims' }, METRICS)?.get('donald-trump')).toEqual({
      size: undefined,
      paint: { kind: 'step', step: 2 },
    });
  });
});

describe('applyLooks', () => {
  it('when looks are given and taken back, then the nodes are as they were', () => {
    const { graph } = toLoadedNetwork(toNetworkAnswer(), DEFAULT_LENS);
    const drawing = toDrawingGraph(graph);
    const before = drawing.export();
    applyLooks(drawing, graph, toLooks({ size: 'pagerank', colour: 'community' }, METRICS));

    expect(drawing.getNodeAttribute('vladimir-putin', 'size')).toBe(26);
    applyLooks(drawing, graph, null);
    expect(drawing.export()).toEqual(before);
  });
});

describe('toPaintColour', () => {
  it('when a community is small or none, then it has the colour all of these share', () => {
    const colourOf = (community: number) => toPaintColour({ kind: 'community', community }, PALETTES.light);
    const { other, communities } = PALETTES.light;

    expect([colourOf(0), colourOf(1), colourOf(8), colourOf(9)]).toEqual([
      other,
      communities[0],
      communities[7],
      other,
    ]);
    expect(communities).toHaveLength(COLOURED_COMMUNITIES);
    expect(PALETTES.light.steps).toHaveLength(STEPS);
  });
});
