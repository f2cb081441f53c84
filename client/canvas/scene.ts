import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import type { Disc, Point } from './geometry.ts';
import { pointOnCurve, toControlPoint } from './geometry.ts';
import type { Renderer } from './renderer.ts';
import { isActorShown, isLineShown } from './shown-part.ts';
import { FRAME } from './view.ts';

/** A node as it stands in this frame. */
export interface SceneNode extends Disc {
  readonly id: ActorId;
  readonly data: DrawnNode;
}

/** What is in sight in this frame, in CSS pixels of the canvas. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  /** Nodes in or near the canvas, in drawing order: most claims first. What is left out is in none of these. */
  readonly nodes: readonly SceneNode[];
  findNode(id: string): SceneNode | undefined;
  readonly isLineShown: (edge: DrawnEdge) => boolean;
  /** Is this point of the canvas in sight? */
  readonly isInSight: (point: Point) => boolean;
  /**
   * Points of a line at shares (0 to 1) of its visible part, between its nodes' rims; empty where the nodes touch
   * and for a line that is left out.
   */
  pointsOn(edge: DrawnEdge, source: string, target: string, shares: readonly number[]): Point[];
}

/** Nodes this far outside still lie under lines and labels in sight. */
const NEAR = 60;

/** Reads from the renderer where everything stands. Nodes are looked up when they are first asked for. */
export function toScene(renderer: Renderer, { drawing, shown }: CanvasState): Scene {
  const { width, height } = renderer.getDimensions();
  const toPoint = toProjection(renderer);
  const scale = renderer.scaleSize(1);
  const known = new Map<string, SceneNode>();
  const toNode = (id: string, data: DrawnNode): SceneNode => {
    const { x, y } = toPoint(data);
    return { id: id as ActorId, data, x, y, radius: data.size * scale };
  };
  const findNode = (id: string): SceneNode | undefined => {
    const found = known.get(id);
    if (found !== undefined || !drawing.hasNode(id) || !isActorShown(shown, id)) return found;
    const node = toNode(id, drawing.getNodeAttributes(id));
    known.set(id, node);
    return node;
  };
  let inSight: SceneNode[] | undefined;
  const findInSight = (): SceneNode[] => {
    const nodes: SceneNode[] = [];
    drawing.forEachNode((id, data) => {
      if (!isActorShown(shown, id)) return;
      const node = toNode(id, data);
      if (node.x <= -NEAR || node.x >= width + NEAR || node.y <= -NEAR || node.y >= height + NEAR) return;
      nodes.push(node);
    });
    return nodes;
  };
  return {
    width,
    height,
    get nodes() {
      inSight ??= findInSight();
      return inSight;
    },
    findNode,
    isLineShown: (edge) => isLineShown(shown, edge),
    isInSight: ({ x, y }) => x >= 0 && y >= 0 && x <= width && y <= height,
    pointsOn(edge, source, target, shares) {
      if (!isLineShown(shown, edge)) return [];
      const [from, to] = [findNode(source), findNode(target)];
      if (from === undefined || to === undefined) return [];
      const length = Math.sqrt((from.x - to.x) ** 2 + (from.y - to.y) ** 2);
      const [start, end] = [from.radius / length, 1 - to.radius / length];
      if (!(start < end)) return [];
      const control = toControlPoint(from, to, edge.curvature);
      return shares.map((share) => pointOnCurve(from, control, to, start + (end - start) * share));
    },
  };
}

/** Graph units to pixels. Sigma's own way from one to the other is straight, so three points tell it for all. */
function toProjection(renderer: Renderer): (point: Point) => Point {
  const origin = renderer.graphToViewport({ x: 0, y: 0 });
  const right = renderer.graphToViewport({ x: FRAME, y: 0 });
  const up = renderer.graphToViewport({ x: 0, y: FRAME });
  const [ax, ay] = [(right.x - origin.x) / FRAME, (right.y - origin.y) / FRAME];
  const [bx, by] = [(up.x - origin.x) / FRAME, (up.y - origin.y) / FRAME];
  return ({ x, y }) => ({ x: origin.x + ax * x + bx * y, y: origin.y + ay * x + by * y });
}
