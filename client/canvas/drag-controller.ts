import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { Point } from './geometry.ts';
import { findNodeAt } from './hit-test.ts';
import type { Overlay } from './overlay.ts';
import type { PointerInput } from './pointer-event.ts';
import { toPointerInput } from './pointer-event.ts';
import type { Place } from './positions.ts';
import type { Renderer } from './renderer.ts';

export interface DragController {
  /** A drag is under way, or ended with the very event that may also be a click. */
  readonly isDragging: boolean;
}

/** Pixels that tell a drag from a click, and how near to a node's rim a finger takes hold of it. */
const THRESHOLD = { mouse: 4, touch: 9 };
const FINGER_REACH = 6;

/**
 * Lets the user drag nodes by mouse or one finger. The camera stands still meanwhile.
 * @param onStart before the node first moves
 * @param onEnd where it was dropped, in graph units
 */
export function attachDrag(
  renderer: Renderer,
  state: CanvasState,
  overlay: Pick<Overlay, 'scene'>,
  onStart: (actor: ActorId) => void,
  onEnd: (actor: ActorId, place: Place) => void,
): DragController {
  let held: { readonly actor: ActorId; readonly from: Point; readonly grip: Point } | undefined;
  let isDragging = false;

  const take = (input: PointerInput): void => {
    isDragging = false;
    held = undefined;
    if (!input.isMain || input.fingers > 1) return;
    const node = findNodeAt(overlay.scene, input, input.isTouch ? FINGER_REACH : 0);
    if (node === undefined) return;
    held = { actor: node.id, from: input, grip: { x: node.x - input.x, y: node.y - input.y } };
  };
  const release = (): void => {
    const drop = held;
    held = undefined;
    if (drop === undefined || !isDragging || !state.drawing.hasNode(drop.actor)) return;
    const { x, y } = state.drawing.getNodeAttributes(drop.actor);
    onEnd(drop.actor, { x, y });
  };
  const move = (input: PointerInput): void => {
    if (held === undefined) return;
    if (input.fingers > 1) {
      release();
      return;
    }
    input.prevent();
    if (!isDragging) {
      const way = Math.sqrt((input.x - held.from.x) ** 2 + (input.y - held.from.y) ** 2);
      if (way < (input.isTouch ? THRESHOLD.touch : THRESHOLD.mouse)) return;
      isDragging = true;
      onStart(held.actor);
    }
    if (!state.drawing.hasNode(held.actor)) return;
    const place = renderer.viewportToGraph({ x: input.x + held.grip.x, y: input.y + held.grip.y });
    state.drawing.mergeNodeAttributes(held.actor, place);
  };

  const mouse = renderer.getMouseCaptor();
  const touch = renderer.getTouchCaptor();
  mouse.on('mousedown', (event) => take(toPointerInput(event)));
  touch.on('touchdown', (event) => take(toPointerInput(event)));
  mouse.on('mousemovebody', (event) => move(toPointerInput(event)));
  touch.on('touchmove', (event) => move(toPointerInput(event)));
  mouse.on('mouseup', release);
  touch.on('touchup', release);
  return {
    get isDragging() {
      return isDragging;
    },
  };
}
