import { createNodeBorderProgram } from '@sigma/node-border';
import Sigma from 'sigma';
import { EdgeLineProgram } from 'sigma/rendering';
import type { CanvasState } from './canvas-state.ts';
import type { DrawnEdge, DrawnNode } from './drawing-graph.ts';
import { LineProgram } from './line-program.ts';
import { sizeDivisor } from './view.ts';

export type Renderer = Sigma<DrawnNode, DrawnEdge>;

/** Above this many lines they are thin and straight, are hidden while the camera moves, and cannot be pointed at. */
export const MANY_LINES = 20_000;

/** Half the side, in graph units, of the square that the camera's 0 to 1 stands for: the same for every network. */
export const FRAME = 200;

const BorderProgram = createNodeBorderProgram<DrawnNode, DrawnEdge>({
  borders: [
    { size: { value: 1.5, mode: 'pixels' }, color: { attribute: 'borderColor' } },
    { size: { fill: true }, color: { attribute: 'color' } },
  ],
  drawLabel: undefined,
  drawHover: () => undefined,
});

/** Nodes are hit-tested by `hit-test.ts`: without a buffer to pick from Sigma draws each of them once, not twice. */
class NodeProgram extends BorderProgram {
  constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Renderer) {
    super(gl, null, renderer);
  }
}

/** Starts Sigma on the state's drawing. Throws where WebGL is missing. */
export function createRenderer(
  container: HTMLElement,
  state: CanvasState,
  prefersReducedMotion: boolean,
): Renderer {
  // Asked for each node of each frame: reading the container's size there would make the browser lay the page out.
  let [width, height] = [container.offsetWidth, container.offsetHeight];
  const renderer: Renderer = new Sigma<DrawnNode, DrawnEdge>(state.drawing, container, {
    allowInvalidContainer: true,
    autoRescale: true,
    stagePadding: 0,
    renderLabels: false,
    renderEdgeLabels: false,
    // Lines are hit-tested by `hit-test.ts`: Sigma would draw each of them twice, and want them hit exactly.
    enableEdgeEvents: false,
    enableCameraRotation: false,
    zIndex: true,
    defaultNodeType: 'actor',
    defaultEdgeType: 'line',
    defaultDrawNodeHover: () => undefined,
    nodeProgramClasses: { actor: NodeProgram },
    edgeProgramClasses: { line: LineProgram, thin: EdgeLineProgram },
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
