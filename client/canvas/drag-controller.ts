import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { Point } from './geometry.ts';
import type { Place } from './positions.ts';
import type { Renderer } from './renderer.ts';

export interface DragController {
  /** A drag is under way, or ended with the very event that may also be a click. */
  readonly isDragging: boolean;
}

/** Pixels that tell a drag from a click. */
const THRESHOLD = { mouse: 4, touch: 9 };

/**
 * Lets the user drag nodes by mouse or one finger. The camera stands still meanwhile.
 * @param onStart before the node first moves
 * @param onEnd where it was dropped, in graph units
 */
export function attachDrag(
  renderer: Renderer,
  state: CanvasState,
  onStart: (actor: ActorId) => void,
  onEnd: (actor: ActorId, place: Place) => void,
): DragController {
  let held: { readonly actor: ActorId; readonly from: Point; readonly grip: Point } | undefined;
  let isDragging = false;

  renderer.on('downNode', ({ node, event }) => {
    isDragging = false;
    held = undefined;
    const { original } = event;
    if ('button' in original ? original.button !== 0 : original.touches.length > 1) return;
    const at = renderer.graphToViewport(state.drawing.getNodeAttributes(node));
    const grip = { x: at.x - event.x, y: at.y - event.y };
    held = { actor: node as ActorId, from: { x: event.x, y: event.y }, grip };
  });
  renderer.on('downStage', () => {
    isDragging = false;
    held = undefined;
  });

  renderer.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (held === undefined) return;
    const { original } = event;
    const isTouch = 'touches' in original;
    if (isTouch && original.touches.length > 1) {
      release();
      return;
    }
    preventSigmaDefault();
    if (!isDragging) {
      const way = Math.sqrt((event.x - held.from.x) ** 2 + (event.y - held.from.y) ** 2);
      if (way < (isTouch ? THRESHOLD.touch : THRESHOLD.mouse)) return;
      isDragging = true;
      onStart(held.actor);
    }
    if (!state.drawing.hasNode(held.actor)) return;
    const place = renderer.viewportToGraph({ x: event.x + held.grip.x, y: event.y + held.grip.y });
    state.drawing.mergeNodeAttributes(held.actor, place);
    original.preventDefault();
  });

  const release = (): void => {
    const drop = held;
    held = undefined;
    if (drop === undefined || !isDragging || !state.drawing.hasNode(drop.actor)) return;
    const { x, y } = state.drawing.getNodeAttributes(drop.actor);
    onEnd(drop.actor, { x, y });
  };
  renderer.getMouseCaptor().on('mouseup', release);
  renderer.getTouchCaptor().on('touchup', release);
  return {
    get isDragging() {
      return isDragging;
    },
  };
}
