import type { Selection } from '../state/selection.ts';
import type { CanvasState } from './canvas-state.ts';
import type { Camera, CanvasEvents } from './network-canvas-options.ts';
import type { Place } from './positions.ts';
import type { Renderer } from './renderer.ts';
import type { Extent, Viewport } from './view.ts';
import { centreOn, fitExtent, isCramped, isPortrait, toClear, toFramed } from './view.ts';

export interface CameraController {
  zoomIn(): void;
  zoomOut(): void;
  /** Shows everything; at once where it must not be animated. */
  fit(isAnimated?: boolean): void;
  flyTo(selection: Selection): void;
  /** Brings those of them that are drawn into sight. */
  flyToActors(ids: readonly string[]): void;
  set(camera: Camera): void;
  /** The canvas changed size: what showed everything does so again, at once. */
  resize(): void;
  /** The panels changed: what showed everything does so again, and else what is selected comes out from under them. */
  makeRoom(): void;
  /** Brings what is selected, both ends of a pair, to where no panel covers it; stays where it is seen already. */
  reveal(): void;
  readonly isMoving: boolean;
  detach(): void;
}

const DURATION_MS = 320;
const ZOOM_STEP = 1.6;
/** Frames without change after which the camera is at rest. */
const REST_FRAMES = 4;
/** A flight ends no farther away than this share of the whole, and no closer than that. */
const FLIGHT = { farthest: 0.62, closest: 0.3 };
/** Where there is little room, a neighbourhood is brought no closer than this share of the whole. */
const CRAMPED_CLOSEST = 0.45;

/**
 * Moves Sigma's camera and tells where the user left it.
 * @param placeOf where a node will stand when it has arrived, in graph units
 */
export function attachCamera(
  renderer: Renderer,
  state: CanvasState,
  events: Pick<CanvasEvents, 'onCamera'>,
  prefersReducedMotion: boolean,
  placeOf: (id: string) => Place | undefined,
): CameraController {
  const camera = renderer.getCamera();
  const container = renderer.getContainer();
  let isWhole = true;
  /** What is to be told once the camera rests: undefined = nothing. */
  let news: 'camera' | 'whole' | undefined;
  let isPointerDown = false;
  let restFrame: number | undefined;
  /** Where the camera was last sent, which it may still be on its way to; undefined when the user took it over. */
  let destination: Camera | undefined;

  const viewport = (): Viewport => ({
    width: container.offsetWidth,
    height: container.offsetHeight,
    insets: state.insets,
    isTurned: isPortrait(container.offsetWidth, container.offsetHeight),
  });
  /** Turns the picture to suit the canvas. The user cannot: a picture that leans is no map any more. */
  const turn = (): void => {
    camera.enabledRotation = true;
    camera.setState({ angle: viewport().isTurned ? Math.PI / 2 : 0 });
    camera.enabledRotation = false;
  };
  const extentOf = (ids: readonly string[]): Extent | undefined => {
    let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const id of ids) {
      const place = placeOf(id);
      if (place === undefined) continue;
      const [x, y] = [toFramed(place.x), toFramed(place.y)];
      left = Math.min(left, x);
      right = Math.max(right, x);
      bottom = Math.min(bottom, y);
      top = Math.max(top, y);
    }
    return left > right ? undefined : { left, right, bottom, top };
  };
  const whole = (): Camera => {
    const extent = extentOf(state.drawing.nodes());
    return extent === undefined ? { x: 0.5, y: 0.5, ratio: 1 } : fitExtent(extent, viewport());
  };
  /** What is shown while the user leaves the camera alone: everything, but where there is little room the neighbourhood of what is selected. */
  const atRest = (): Camera => {
    const ids = selected(state.selection);
    if (ids.length === 0 || !isCramped(viewport())) return whole();
    const near =
      state.selection.kind === 'actor' ? ids.flatMap((id) => [id, ...state.drawing.neighbors(id)]) : ids;
    const extent = extentOf(near);
    return extent === undefined ? whole() : fitExtent(extent, viewport(), whole().ratio * CRAMPED_CLOSEST);
  };
  const move = (to: Camera, isAnimated: boolean): void => {
    destination = to;
    if (isAnimated && !prefersReducedMotion && !document.hidden)
      void camera.animate(to, { duration: DURATION_MS, easing: 'quadraticInOut' });
    else {
      // An animation under way would go on; one of no length ends it.
      if (camera.isAnimated()) void camera.animate(to, { duration: 1 });
      camera.setState(to);
    }
    watchRest();
  };

  const watchRest = (): void => {
    if (restFrame !== undefined) return;
    let last = camera.getState();
    let still = 0;
    const look = (): void => {
      const now = camera.getState();
      const isStill =
        now.x === last.x &&
        now.y === last.y &&
        now.ratio === last.ratio &&
        !camera.isAnimated() &&
        !isPointerDown;
      still = isStill ? still + 1 : 0;
      last = now;
      if (still < REST_FRAMES) {
        restFrame = requestAnimationFrame(look);
        return;
      }
      restFrame = undefined;
      if (news === 'camera') events.onCamera({ x: now.x, y: now.y, ratio: now.ratio });
      else if (news === 'whole') events.onCamera(null);
      news = undefined;
    };
    restFrame = requestAnimationFrame(look);
  };
  const onUpdated = (): void => {
    if (isPointerDown || news === 'camera') isWhole = false;
    if (isPointerDown) news = 'camera';
    watchRest();
  };
  const byUser = (): void => {
    isWhole = false;
    news = 'camera';
    destination = undefined;
  };
  const onDown = (): void => {
    isPointerDown = true;
    destination = undefined;
  };
  const onUp = (): void => {
    isPointerDown = false;
  };
  camera.on('updated', onUpdated);
  container.addEventListener('wheel', byUser, { capture: true, passive: true });
  container.addEventListener('pointerdown', onDown, { capture: true });
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onUp);
  turn();
  camera.setState(whole());

  const selected = (selection: Selection): string[] => {
    const ids =
      selection.kind === 'actor'
        ? [selection.actor]
        : selection.kind === 'pair'
          ? [selection.a, selection.b]
          : [];
    return ids.filter((id) => state.drawing.hasNode(id));
  };
  const zoom = (factor: number): void => {
    byUser();
    const { x, y, ratio } = camera.getState();
    const middle = centreOn({ x: 0, y: 0 }, ratio, viewport());
    const to = camera.getBoundedRatio(ratio * factor);
    const target = centreOn({ x: x - middle.x, y: y - middle.y }, to, viewport());
    move(target, true);
  };
  const flyToActors = (ids: readonly string[]): void => {
    const extent = extentOf(ids.filter((id) => state.drawing.hasNode(id)));
    if (extent === undefined) return;
    byUser();
    const all = whole().ratio;
    const closest = Math.min(camera.getState().ratio, all * FLIGHT.farthest);
    const near = fitExtent(extent, viewport(), Math.max(all * FLIGHT.closest, closest));
    move(near, true);
  };
  const reveal = (): void => {
    if (state.drawing.order === 0) return;
    if (isWhole) {
      if (isCramped(viewport())) move(atRest(), true);
      return;
    }
    const extent = extentOf(selected(state.selection));
    if (extent === undefined) return;
    const { x, y, ratio } = camera.getState();
    const present = (camera.isAnimated() ? destination : undefined) ?? { x, y, ratio };
    const clear = toClear(extent, present, viewport());
    if (clear === present) return;
    isWhole = false;
    news = 'camera';
    move(clear, true);
  };
  return {
    zoomIn: () => zoom(1 / ZOOM_STEP),
    zoomOut: () => zoom(ZOOM_STEP),
    fit(isAnimated = true) {
      isWhole = true;
      news = 'whole';
      move(whole(), isAnimated);
    },
    flyTo: (selection) => flyToActors(selected(selection)),
    flyToActors,
    set(to) {
      isWhole = false;
      news = undefined;
      move(to, false);
    },
    resize() {
      turn();
      if (isWhole) move(atRest(), false);
    },
    makeRoom() {
      if (state.drawing.order === 0) return;
      if (isWhole) move(atRest(), true);
      else reveal();
    },
    reveal,
    get isMoving() {
      return camera.isAnimated() || restFrame !== undefined;
    },
    detach() {
      if (restFrame !== undefined) cancelAnimationFrame(restFrame);
      camera.removeListener('updated', onUpdated);
      container.removeEventListener('wheel', byUser, { capture: true });
      container.removeEventListener('pointerdown', onDown, { capture: true });
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', onUp);
    },
  };
}
