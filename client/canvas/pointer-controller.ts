import type { Selection } from '../state/selection.ts';
import { NOTHING, toActorSelection, toPairSelection } from '../state/selection.ts';
import type { CanvasState, Hovered } from './canvas-state.ts';
import type { Point } from './geometry.ts';
import { findLineAt, findNodeAt } from './hit-test.ts';
import type { CanvasEvents } from './network-canvas-options.ts';
import type { Overlay } from './overlay.ts';
import type { PointerInput } from './pointer-event.ts';
import { toPointerInput } from './pointer-event.ts';
import type { Renderer } from './renderer.ts';
import { MANY_LINES } from './renderer.ts';

export interface PointerController {
  /** What a click at this point of the canvas hits. */
  readonly find: (point: Point) => Hovered;
  detach(): void;
}

/** Pixels round a node within which the pointer still means it. */
const REACH = { mouse: 3, touch: 14 };
/** Sigma's own measure of a drag of the ground: more moves than this are no click. */
const MOST_MOVES = 3;

/**
 * Turns clicks and taps into selections, and the pointer's way into what it is over. Names and marks count as the node or
 * line they belong to; a second click on a node within Sigma's double-click time asks for its neighbours, and any other is a
 * click like the first: none zooms.
 * @param isDragging a click that ends a drag selects nothing
 */
export function attachPointer(
  renderer: Renderer,
  state: CanvasState,
  overlay: Overlay,
  events: Pick<CanvasEvents, 'onSelect' | 'onExpand'>,
  isDragging: () => boolean,
  onHover: (hovered: Hovered) => void,
): PointerController {
  const container = renderer.getContainer();
  const mouse = renderer.getMouseCaptor();
  const touch = renderer.getTouchCaptor();

  const find = (point: Point, reach: number): Hovered => {
    const { scene } = overlay;
    const actor = findNodeAt(scene, point, 0)?.id ?? overlay.labelAt(point);
    if (actor !== undefined) return { kind: 'actor', actor };
    const mark = overlay.markAt(point);
    if (mark !== undefined) return mark;
    const near = findNodeAt(scene, point, reach)?.id;
    if (near !== undefined) return { kind: 'actor', actor: near };
    const edge = state.drawing.size > MANY_LINES ? undefined : findLineAt(scene, state.drawing, point);
    return edge === undefined ? { kind: 'none' } : { kind: 'edge', edge };
  };
  const select = (input: PointerInput): void => {
    if (isDragging()) return;
    events.onSelect(toSelection(find(input, input.isTouch ? REACH.touch : REACH.mouse), state));
  };
  const selectAgain = (input: PointerInput): void => {
    const found = find(input, input.isTouch ? REACH.touch : REACH.mouse);
    select(input);
    if (found.kind === 'actor' && !isDragging()) events.onExpand(found.actor);
  };
  mouse.on('click', (event) => select(toPointerInput(event)));
  touch.on('tap', (event) => select(toPointerInput(event)));
  mouse.on('doubleClick', (event) => {
    event.preventSigmaDefault();
    if (mouse.draggedEvents < MOST_MOVES) selectAgain(toPointerInput(event));
  });
  touch.on('doubletap', (event) => {
    event.preventSigmaDefault();
    selectAgain(toPointerInput(event));
  });

  let frame: number | undefined;
  let last: Point | undefined;
  const look = (): void => {
    frame = undefined;
    if (last === undefined || isDragging() || mouse.isMouseDown) return;
    const hovered = find(last, REACH.mouse);
    container.style.cursor = hovered.kind === 'none' ? '' : 'pointer';
    onHover(hovered);
  };
  mouse.on('mousemove', ({ x, y }) => {
    last = { x, y };
    frame ??= requestAnimationFrame(look);
  });
  mouse.on('mouseleave', () => {
    last = undefined;
    container.style.cursor = '';
    onHover({ kind: 'none' });
  });
  return {
    find: (point) => find(point, 0),
    detach() {
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
  };
}

function toSelection(found: Hovered, { drawing }: CanvasState): Selection {
  if (found.kind === 'actor') return toActorSelection(found.actor);
  if (found.kind === 'pair') return toPairSelection(found.a, found.b);
  if (found.kind === 'none' || !drawing.hasEdge(found.edge)) return NOTHING;
  const { a, b, relations } = drawing.getEdgeAttributes(found.edge);
  return toPairSelection(a, b, relations.length === 1 ? (relations[0] ?? null) : null);
}
