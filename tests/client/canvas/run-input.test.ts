import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toRunInput } from '../../../client/canvas/run-input.ts';
import { startLayout } from '../../../graph-data/network/layout/layout.ts';
import { rowsOf } from '../../graph-data/network/layout/edges-of.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const drawing = toDrawingGraph(
  sampleGraph(
    [
      { from: 'b', to: 'a', claims: 2 },
      { from: 'a', to: 'b', claims: 3 },
      { from: 'c', to: 'a' },
      { from: 'c', to: 'c' },
    ],
    ['d'],
  ),
);

describe('toRunInput', () => {
  it('when a drawing is relaxed, then the layout gets sorted nodes and one damped weight for each pair, no self-loops', () => {
    const { input } = toRunInput(drawing, new Set());
    expect(input.ids).toEqual(['a', 'b', 'c', 'd']);
    expect(rowsOf(input.edges)).toEqual([
      [0, 1, expect.closeTo(1 + Math.log(5), 14)],
      [0, 2, 1],
    ]);
  });

  it('when the layout has made no step, then everything is where it was', () => {
    const { input, toPlaces } = toRunInput(drawing, new Set());
    const places = toPlaces(startLayout(input).positions());
    drawing.forEachNode((id, { x, y }) => {
      expect(places.get(actor(id))?.x).toBeCloseTo(x, 3);
      expect(places.get(actor(id))?.y).toBeCloseTo(y, 3);
    });
  });

  it('when a node is pinned, then the run does not move it', () => {
    const { input, toPlaces, toLastPlaces } = toRunInput(drawing, new Set([actor('b')]));
    const layout = startLayout(input);
    layout.step(50);
    expect(layout.positions().slice(2, 4)).toEqual(Float32Array.from(input.start ?? []).slice(2, 4));
    expect(
      [toPlaces(layout.positions()), toLastPlaces(layout.positions())].map((places) => [...places.keys()]),
    ).toEqual([
      ['a', 'c', 'd'],
      ['a', 'c', 'd'],
    ]);
  });
});
