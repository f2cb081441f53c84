import { describe, expect, it } from 'vitest';
import type { DrawnEdge } from '../../../client/canvas/drawing-graph.ts';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { pointOnCurve, toControlPoint } from '../../../client/canvas/geometry.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const PLAN = { asserted: 0, denied: 0, planned: 1, hypothetical: 0 };
const DENIAL = { asserted: 0, denied: 1, planned: 0, hypothetical: 0 };

function linesOf(graph: ReturnType<typeof sampleGraph>, mostLines?: number): DrawnEdge[] {
  return toDrawingGraph(graph, () => undefined, mostLines).mapEdges((_, attributes) => attributes);
}

/** On which side of the straight line from `a` to `b` a line bends: -1, 0 or 1. */
function sideOf(drawing: ReturnType<typeof toDrawingGraph>, edge: string): number {
  const places = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 } };
  const [source, target] = [places[drawing.source(edge) as 'a'], places[drawing.target(edge) as 'a']];
  const control = toControlPoint(source, target, drawing.getEdgeAttribute(edge, 'curvature'));
  return Math.sign(Math.round(pointOnCurve(source, control, target, 0.5).y * 1000));
}

describe('toDrawingGraph', () => {
  it('when a pair has one relation, then one straight line is drawn that carries its words', () => {
    const graph = sampleGraph([{ from: 'b', to: 'a', label: 'friend', stance: 'positive', claims: 3 }]);
    expect(linesOf(graph)).toEqual([
      expect.objectContaining({
        a: 'a',
        b: 'b',
        label: 'friend',
        relations: ['b.type-0.a'],
        claims: 3,
        stance: 'positive',
        curvature: 0,
        arrows: 'target',
      }),
    ]);
  });

  it('when two relations run in opposite directions, then their lines bend to different sides', () => {
    const drawing = toDrawingGraph(
      sampleGraph([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
    );
    const sides = drawing.mapEdges((edge) => sideOf(drawing, edge));
    expect([...sides].sort()).toEqual([-1, 1]);
  });

  it('when three relations run the same way, then they fan out: one to each side and one straight', () => {
    const drawing = toDrawingGraph(
      sampleGraph([
        { from: 'b', to: 'a' },
        { from: 'b', to: 'a' },
        { from: 'b', to: 'a' },
      ]),
    );
    expect(drawing.mapEdges((edge) => sideOf(drawing, edge)).sort()).toEqual([-1, 0, 1]);
  });

  it('when a pair has more than three relations, then one bundle is drawn with their number and all their claims', () => {
    const lines = linesOf(sampleGraph([1, 2, 3, 4].map((claims) => ({ from: 'a', to: 'b', claims }))));
    expect(lines.map(({ label, claims, relations }) => [label, claims, relations.length])).toEqual([
      ['4 relations', 10, 4],
    ]);
  });

  it('when a bundle holds relations of both directions, then it has arrowheads at both ends, and else at one', () => {
    const oneWay = ['x', 'y', 'z'].map(() => ({ from: 'b', to: 'a' }));
    expect(linesOf(sampleGraph([...oneWay, { from: 'a', to: 'b' }]))[0]?.arrows).toBe('both');
    const drawing = toDrawingGraph(sampleGraph([{ from: 'a', to: 'b', direction: 'both' }, ...oneWay]));
    const [edge] = drawing.edges();
    expect([drawing.source(edge), drawing.getEdgeAttribute(edge, 'arrows')]).toEqual(['b', 'target']);
  });

  it('when a relation is mutual, then its line has no arrowhead', () => {
    expect(linesOf(sampleGraph([{ from: 'a', to: 'b', direction: 'both' }]))[0]?.arrows).toBe('none');
  });

  it('when a bundle holds stances, then it shows that of most claims, and neutral where they balance', () => {
    const bundle = (positive: number, negative: number) =>
      linesOf(
        sampleGraph([
          { from: 'a', to: 'b', stance: 'positive', claims: positive },
          { from: 'a', to: 'b', stance: 'negative', claims: negative },
          { from: 'a', to: 'b' },
          { from: 'b', to: 'a' },
        ]),
      )[0]?.stance;
    expect([bundle(5, 1), bundle(1, 5), bundle(4, 4), bundle(1, 0)]).toEqual([
      'positive',
      'negative',
      'neutral',
      'neutral',
    ]);
  });

  it('when claims are only planned, denied or disputed, then the line says so', () => {
    const lines = linesOf(
      sampleGraph([
        { from: 'a', to: 'b', modalities: PLAN },
        { from: 'c', to: 'd', modalities: DENIAL },
        { from: 'e', to: 'f', disputed: true },
      ]),
    );
    expect(lines.map(({ isTentative, isDenied, isDisputed }) => [isTentative, isDenied, isDisputed])).toEqual(
      [
        [true, false, false],
        [false, true, false],
        [false, false, true],
      ],
    );
  });

  it('when an actor has relations with itself, then they become a count on its node and no line', () => {
    const drawing = toDrawingGraph(
      sampleGraph([
        { from: 'a', to: 'a' },
        { from: 'a', to: 'a' },
        { from: 'a', to: 'b' },
      ]),
    );
    expect([drawing.size, drawing.getNodeAttribute('a', 'ownRelations')]).toEqual([1, 2]);
    expect(drawing.getNodeAttribute('b', 'ownRelations')).toBe(0);
  });

  it('when there are too many lines, then one is drawn for each ordered pair, on different sides', () => {
    const graph = sampleGraph([
      { from: 'a', to: 'b' },
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
      { from: 'c', to: 'd' },
    ]);
    const drawing = toDrawingGraph(graph, () => undefined, 3);
    expect(drawing.size).toBe(3);
    const sides = drawing.filterEdges((_, { a }) => a === 'a').map((edge) => sideOf(drawing, edge));
    expect(sides.sort()).toEqual([-1, 1]);
  });

  it('when a node was moved, then it stands there, and the others where they are stored', () => {
    const graph = sampleGraph([{ from: 'a', to: 'b' }], ['c']);
    const drawing = toDrawingGraph(graph, (id) => (id === actor('b') ? { x: 7, y: 8 } : undefined));
    expect(drawing.mapNodes((id, { x, y }) => [id, x, y])).toEqual([
      ['a', 0, -0],
      ['b', 7, 8],
      ['c', 20, -10],
    ]);
  });
});
