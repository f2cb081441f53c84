import Sigma from 'sigma';
import { AbstractEdgeProgram } from 'sigma/rendering';
import type { CanvasState } from './canvas-state.ts';
import { DiscProgram } from './disc-program.ts';
import type { DrawingGraph, DrawnEdge, DrawnNode } from './drawing-graph.ts';
import { FRAME, sizeDivisor } from './view.ts';

export type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** Above this many lines they are thin and straight, are hidden while the camera moves, and cannot be pointed at. */
export const MANY_LINES = 20_000;

/** Draws none of the lines, which `line-layer.ts` does. */
class NoLines extends AbstractEdgeProgram<DrawnNode, DrawnEdge> {
  override drawLabel = undefined;
  override reallocate(): void {}
  override process(): void {}
  override render(): void {}
  override kill(): void {}
}

/** The drawing as Sigma shall see it: the same nodes, and no lines, each of which would cost it much to look at. */
export function toNodesAlone(drawing: DrawingGraph): DrawingGraph {
  return Object.create(drawing, {
    edges: { value: () => [] },
    forEachEdge: { value: () => undefined },
    // An emitter writes to the object it is called on.
    on: { value: drawing.on.bind(drawing) },
    removeListener: { value: drawing.removeListener.bind(drawing) },
  }) as DrawingGraph;
}

/** Whether the camera moves, as Sigma itself sees it. */
export function isOnTheMove(renderer: Renderer): boolean {
  const mouse = renderer.getMouseCaptor();
  return (
    renderer.getCamera().isAnimated() ||
    mouse.isMoving ||
    mouse.draggedEvents > 0 ||
    mouse.currentWheelDirection !== 0
  );
}

/** Starts Sigma on the state's drawing. Throws where WebGL is missing. */
export function createRenderer(
  container: HTMLElement,
  state: CanvasState,
  prefersReducedMotion: boolean,
): Renderer {
  // Asked for each node of each frame: reading the container's size there would make the browser lay the page out.
  let [width, height] = [container.offsetWidth, container.offsetHeight];
  const renderer: Renderer = new Sigma<DrawnNode, DrawnEdge>(toNodesAlone(state.drawing), container, {
    allowInvalidContainer: true,
    autoRescale: true,
    stagePadding: 0,
    renderLabels: false,
    renderEdgeLabels: false,
    enableEdgeEvents: false,
    enableCameraRotation: false,
    zIndex: true,
    defaultDrawNodeHover: () => undefined,
    // By the names that Sigma has programs for, so that it makes none of these.
    nodeProgramClasses: { circle: DiscProgram },
    edgeProgramClasses: { line: NoLines, arrow: NoLines },
    minEdgeThickness: 0.8,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    zoomingRatio: 1.5,
    zoomDuration: prefersReducedMotion ? 1 : 220,
    inertiaDuration: prefersReducedMotion ? 1 : 180,
    inertiaRatio: prefersReducedMotion ? 0 : 2,
    zoomToSizeRatioFunction: (ratio) => sizeDivisor(ratio, width, height, state.drawing.order),
  });
  renderer.on('resize', () => {
    ({ width, height } = renderer.getDimensions());
  });
  renderer.setCustomBBox({ x: [-FRAME, FRAME], y: [-FRAME, FRAME] });
  renderer.refresh();
  return renderer;
}
