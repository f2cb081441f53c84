import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Disc, Point } from './geometry.ts';
import { pointOnCurve, toControlPoint } from './geometry.ts';
import type { Renderer } from './renderer.ts';

/** A node as it stands in this frame. */
export interface SceneNode extends Disc {
  readonly id: ActorId;
  readonly data: DrawnNode;
}

/** What is in sight in this frame, in CSS pixels of the canvas. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Nodes in or near the canvas, in drawing order: most claims first. */
  readonly nodes: readonly SceneNode[];
  findNode(id: string): SceneNode | undefined;
  /** Is this point of the canvas in sight? */
  readonly isInSight: (point: Point) => boolean;
  /** Points of a line at shares (0 to 1) of its visible part, between its nodes' rims; empty where the nodes touch. */
  pointsOn(edge: DrawnEdge, source: string, target: string, shares: readonly number[]): Point[];
}

/** Nodes this far outside still lie under lines and labels in sight. */
const NEAR = 60;

/** Reads from the renderer where everything stands. */
export function toScene(renderer: Renderer, { drawing }: CanvasState): Scene {
  const { width, height } = renderer.getDimensions();
  const nodes: SceneNode[] = [];
  const all = new Map<string, SceneNode>();
  drawing.forEachNode((id, data) => {
    const { x, y } = renderer.graphToViewport(data);
    const node = { id: id as ActorId, data, x, y, radius: renderer.scaleSize(data.size) };
    all.set(id, node);
    if (x > -NEAR && x < width + NEAR && y > -NEAR && y < height + NEAR) nodes.push(node);
  });
  return {
    width,
    height,
    nodes,
    findNode: (id) => all.get(id),
    isInSight: ({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height,
    pointsOn(edge, source, target, shares) {
      const [from, to] = [all.get(source), all.get(target)];
      if (from === undefined || to === undefined) return [];
      const length = Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2);
      const [start, end] = [from.radius / length, 1 - to.radius / length];
      if (!(start < end)) return [];
      const control = toControlPoint(from, to, edge.curvature);
      return shares.map((share) => pointOnCurve(from, control, to, start + (end - start) * share));
    },
  };
}
