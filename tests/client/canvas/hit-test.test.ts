import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { findLineAt, findNodeAt } from '../../../client/canvas/hit-test.ts';
import type { Scene, SceneNode } from '../../../client/canvas/scene.ts';
import { actor, sampleGraph } from './sample-graph.ts';

const drawing = toDrawingGraph(
  sampleGraph([
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'a', to: 'c' },
  ]),
);

function node(id: string, x: number, y: number, radius: number): SceneNode {
  return { id: actor(id), x, y, radius, data: drawing.getNodeAttributes('a') };
}

function scene(nodes: readonly SceneNode[], hidden: readonly string[] = []): Scene {
  return {
    width: 500,
    height: 500,
    nodes,
    findNode: (id) => nodes.find((one) => one.id === id),
    isLineShown: ({ relations }) => !relations.some((id) => hidden.includes(id)),
    isInSight: () => true,
    pointsOn: () => [],
  };
}

describe('findNodeAt', () => {
  const view = scene([node('a', 100, 100, 20), node('b', 115, 100, 8), node('c', 300, 100, 5)]);

  it('when nodes lie over each other, then the smaller one, which is on top, is hit', () => {
    expect(findNodeAt(view, { x: 115, y: 100 }, 0)?.id).toBe('b');
    expect(findNodeAt(view, { x: 95, y: 100 }, 0)?.id).toBe('a');
  });

  it('when the point is beside a node, then it is hit within reach only', () => {
    expect(findNodeAt(view, { x: 308, y: 100 }, 2)).toBeUndefined();
    expect(findNodeAt(view, { x: 308, y: 100 }, 4)?.id).toBe('c');
  });
});

describe('findLineAt', () => {
  const view = scene([node('a', 100, 100, 10), node('b', 300, 100, 10), node('c', 100, 300, 10)]);
  const lineAt = (x: number, y: number): string | undefined => findLineAt(view, drawing, { x, y });

  it('when two lines bend away from each other, then each is hit on its own bow and none between them', () => {
    const [above, below] = [lineAt(200, 84), lineAt(200, 116)];
    expect([above, below].map((edge) => edge !== undefined && drawing.getEdgeAttribute(edge, 'b'))).toEqual([
      'b',
      'b',
    ]);
    expect(above).not.toBe(below);
    expect(lineAt(200, 100)).toBeUndefined();
  });

  it('when a line is left out for a moment, then it is not hit', () => {
    const without = scene(view.nodes, ['a.type-2.c']);
    expect(findLineAt(without, drawing, { x: 100, y: 200 })).toBeUndefined();
    expect(lineAt(100, 200)).toBe('a.type-2.c');
  });

  it('when the point is up to 6 pixels beside a thin line, then the line is hit, and not farther away', () => {
    expect(lineAt(105, 200)).toBe('a.type-2.c');
    expect(lineAt(107, 200)).toBeUndefined();
  });
});
