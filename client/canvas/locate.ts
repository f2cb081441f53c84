import type { ActorId } from '../../graph-data/model/ids.ts';
import type { Hovered } from './canvas-state.ts';
import type { DrawingGraph } from './drawing-graph.ts';
import type { Point } from './geometry.ts';
import type { PagePoint } from './network-canvas-options.ts';
import type { Scene } from './scene.ts';

/** Where on a node to try, in radii from its centre: another node may cover the middle. */
const NODE_POINTS: readonly Point[] = [
  { x: 0, y: 0 },
  { x: 0.6, y: 0 },
  { x: -0.6, y: 0 },
  { x: 0, y: 0.6 },
  { x: 0, y: -0.6 },
];
const LINE_SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** A point of the page where a click hits the actor's node, asked of `find`; undefined where there is none. */
export function locateActor(
  container: HTMLElement,
  scene: Scene,
  find: (point: Point) => Hovered,
  actor: ActorId,
): PagePoint | undefined {
  const node = scene.findNode(actor);
  if (node === undefined) return undefined;
  const points = NODE_POINTS.map(({ x, y }) => ({
    x: node.x + x * node.radius,
    y: node.y + y * node.radius,
  }));
  return firstHit(container, points, (point) => {
    const found = find(point);
    return found.kind === 'actor' && found.actor === actor;
  });
}

/** A point of the page where a click hits a line between two actors. */
export function locatePair(
  container: HTMLElement,
  scene: Scene,
  drawing: DrawingGraph,
  find: (point: Point) => Hovered,
  one: ActorId,
  other: ActorId,
): PagePoint | undefined {
  if (!drawing.hasNode(one) || !drawing.hasNode(other)) return undefined;
  const edges = [...drawing.edges(one, other), ...drawing.edges(other, one)];
  const points = edges.flatMap((edge) =>
    scene.pointsOn(drawing.getEdgeAttributes(edge), drawing.source(edge), drawing.target(edge), LINE_SHARES),
  );
  return firstHit(container, points, (point) => {
    const found = find(point);
    return (
      (found.kind === 'edge' && edges.includes(found.edge)) ||
      (found.kind === 'pair' && [found.a, found.b].includes(one) && [found.a, found.b].includes(other))
    );
  });
}

/** The first point that hits and that nothing of the page covers. */
function firstHit(
  container: HTMLElement,
  points: readonly Point[],
  isHit: (point: Point) => boolean,
): PagePoint | undefined {
  const { left, top } = container.getBoundingClientRect();
  for (const point of points) {
    const page = { x: left + point.x, y: top + point.y };
    const element = document.elementFromPoint(page.x, page.y);
    if (element !== null && container.contains(element) && isHit(point)) return page;
  }
  return undefined;
}
