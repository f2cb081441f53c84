import type { DrawingGraph } from './drawing-graph.ts';
import type { Point } from './geometry.ts';
import { pointOnCurve, toControlPoint } from './geometry.ts';
import type { Scene, SceneNode } from './scene.ts';

/** How near to a line's middle the pointer must come to mean it, in pixels. */
const LINE_REACH = 6;
/** Straight pieces that a bow is measured as. */
const PIECES = 16;

/**
 * The node at a point: of several the one on top, that is the smallest; else the one whose rim is nearest and within
 * `reach` pixels.
 */
export function findNodeAt(scene: Scene, point: Point, reach: number): SceneNode | undefined {
  let top: SceneNode | undefined;
  let nearest: SceneNode | undefined;
  let least = reach;
  for (const node of scene.nodes) {
    const away = Math.sqrt((node.x - point.x) ** 2 + (node.y - point.y) ** 2) - node.radius;
    if (away <= 0 && (top === undefined || node.radius <= top.radius)) top = node;
    if (away > least) continue;
    least = away;
    nearest = node;
  }
  return top ?? nearest;
}

/** The line nearest to a point, at most 6 pixels away, and not where a node covers it. */
export function findLineAt(scene: Scene, drawing: DrawingGraph, point: Point): string | undefined {
  let nearest: string | undefined;
  let least = LINE_REACH;
  drawing.forEachEdge((edge, data, source, target) => {
    if (!scene.isLineShown(data)) return;
    const { curvature } = data;
    const [from, to] = [scene.findNode(source), scene.findNode(target)];
    if (from === undefined || to === undefined) return;
    const bow = Math.abs(curvature) * (Math.abs(from.x - to.x) + Math.abs(from.y - to.y)) + LINE_REACH;
    if (point.x < Math.min(from.x, to.x) - bow || point.x > Math.max(from.x, to.x) + bow) return;
    if (point.y < Math.min(from.y, to.y) - bow || point.y > Math.max(from.y, to.y) + bow) return;
    const away = distanceToCurve(point, from, toControlPoint(from, to, curvature), to);
    if (away >= least) return;
    least = away;
    nearest = edge;
  });
  return nearest;
}

function distanceToCurve(point: Point, from: Point, control: Point, to: Point): number {
  let least = Infinity;
  let start = from;
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const end = pointOnCurve(from, control, to, piece / PIECES);
    least = Math.min(least, distanceToPiece(point, start, end));
    start = end;
  }
  return least;
}

function distanceToPiece(point: Point, start: Point, end: Point): number {
  const [x, y] = [end.x - start.x, end.y - start.y];
  const square = x * x + y * y;
  const along = square === 0 ? 0 : ((point.x - start.x) * x + (point.y - start.y) * y) / square;
  const share = Math.max(0, Math.min(1, along));
  return Math.sqrt((start.x + x * share - point.x) ** 2 + (start.y + y * share - point.y) ** 2);
}
