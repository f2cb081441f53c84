import type { ActorId } from '../../graph-data/model/ids.ts';
import type { AppearanceController } from './appearance-controller.ts';
import type { CanvasState, Hovered } from './canvas-state.ts';
import type { Point } from './geometry.ts';
import { isInside } from './geometry.ts';
import type { PlacedLabel } from './label-placement.ts';
import { createLabels, sampleLines } from './labels.ts';
import type { Mark } from './marks.ts';
import { drawMarks, placeMarks } from './marks.ts';
import { createNodeMarks } from './node-marks.ts';
import { PALETTES } from './palette.ts';
import type { Renderer } from './renderer.ts';
import { MANY_LINES, isOnTheMove } from './renderer.ts';
import type { Scene } from './scene.ts';
import { toScene } from './scene.ts';
import { createTextMeasure } from './text-measure.ts';

/** Names and marks above the drawing: what Sigma does not draw. */
export interface Overlay {
  /** Where everything stood in the last frame. */
  readonly scene: Scene;
  /** The actor whose name is at this point of the canvas. */
  labelAt(point: Point): ActorId | undefined;
  /** The line or pair whose mark is at this point of the canvas. */
  markAt(point: Point): Hovered | undefined;
}

const LAYER = 'overlay';
/** Among more nodes than this names stay beside their nodes while the camera moves, and are placed anew when it rests. */
const MOST_NODES = 3_000;

/** Draws names and marks after each frame of Sigma, on one more canvas under the one that takes the pointer. */
export function attachOverlay(
  renderer: Renderer,
  state: CanvasState,
  appearance: AppearanceController,
): Overlay {
  const canvas = renderer.createCanvas(LAYER, { beforeLayer: 'mouse' });
  const context = canvas.getContext('2d');
  let labels: readonly PlacedLabel[] = [];
  let marks: readonly Mark[] = [];
  let scene = toScene(renderer, state);
  /** Where the nodes of the labels stood when these were placed. */
  let anchors: ReadonlyMap<string, Point> = new Map();
  let settling: number | undefined;
  const settleSoon = (): void => {
    settling ??= requestAnimationFrame(() => {
      settling = undefined;
      if (isOnTheMove(renderer)) settleSoon();
      else renderer.scheduleRender();
    });
  };
  renderer.on('kill', () => {
    if (settling !== undefined) cancelAnimationFrame(settling);
  });
  if (context === null) throw new Error('no 2D canvas');
  const family = getComputedStyle(renderer.getContainer()).fontFamily || 'system-ui, sans-serif';
  const measure = createTextMeasure(context);
  const names = createLabels(state, measure, family);
  const drawNodeMarks = createNodeMarks();

  renderer.on('afterRender', () => {
    const { width, height } = renderer.getDimensions();
    resizeTo(canvas, width, height);
    const density = canvas.width / Math.max(1, width);
    context.setTransform(density, 0, 0, density, 0, 0);
    context.clearRect(0, 0, width, height);
    const palette = PALETTES[state.theme];
    const { emphasis } = appearance;
    scene = toScene(renderer, state);
    const { order, size } = state.drawing;
    if ((order > MOST_NODES || size > MANY_LINES) && isOnTheMove(renderer)) {
      labels = carry(labels, anchors, scene);
      anchors = toAnchors(labels, scene);
      marks = [];
      names.draw(context, labels, scene, emphasis, palette);
      settleSoon();
      return;
    }
    drawNodeMarks(context, scene, state, emphasis, palette);
    if (state.isArriving) {
      labels = [];
      marks = [];
      return;
    }
    const lines = sampleLines(scene, state, emphasis);
    const first = names.placeFirst(scene, emphasis, lines);
    const boxesOf = (placed: readonly { readonly box: Mark['box'] }[]): Mark['box'][] =>
      placed.map(({ box }) => box);
    marks = placeMarks(scene, state, emphasis, measure, family, scene.nodes, boxesOf(first));
    const rest = names.placeRest(scene, emphasis, lines, [...boxesOf(first), ...boxesOf(marks)]);
    labels = [...first, ...rest];
    anchors = toAnchors(labels, scene);
    drawMarks(context, marks, palette, family);
    names.draw(context, labels, scene, emphasis, palette);
  });

  return {
    get scene() {
      return scene;
    },
    labelAt: (point) => labels.find(({ box }) => isInside(point, box))?.id as ActorId | undefined,
    markAt: (point) => marks.find(({ box }) => isInside(point, box))?.of,
  };
}

function toAnchors(labels: readonly PlacedLabel[], scene: Scene): Map<string, Point> {
  return new Map(
    labels.flatMap(({ id }): [string, Point][] => {
      const node = scene.findNode(id);
      return node === undefined ? [] : [[id, node]];
    }),
  );
}

/** The labels as far from where they were placed as their nodes are now. */
function carry(
  labels: readonly PlacedLabel[],
  anchors: ReadonlyMap<string, Point>,
  scene: Scene,
): PlacedLabel[] {
  return labels.flatMap((label) => {
    const [from, to] = [anchors.get(label.id), scene.findNode(label.id)];
    if (from === undefined || to === undefined) return [];
    const [x, y] = [to.x - from.x, to.y - from.y];
    const { left, top, right, bottom } = label.box;
    return [{ ...label, box: { left: left + x, right: right + x, top: top + y, bottom: bottom + y } }];
  });
}

function resizeTo(canvas: HTMLCanvasElement, width: number, height: number): void {
  const density = window.devicePixelRatio || 1;
  const [across, down] = [Math.round(width * density), Math.round(height * density)];
  if (canvas.width !== across) canvas.width = across;
  if (canvas.height !== down) canvas.height = down;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}
