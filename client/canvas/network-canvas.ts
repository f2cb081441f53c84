import { MultiDirectedGraph } from 'graphology';
import type { ActorId } from '../../graph-data/model/ids.ts';
import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import { toStartPositions } from '../../graph-data/network/layout/start-positions.ts';
import { NOTHING } from '../state/selection.ts';
import type { CanvasState } from './canvas-state.ts';
import { toDrawingGraph } from './drawing-graph.ts';
import { createLayoutRun } from './layout-run.ts';
import { createLineFade } from './line-fade.ts';
import { locateActor, locatePair } from './locate.ts';
import { applyLooks } from './node-look.ts';
import { createMotion } from './motion.ts';
import type { Mounted, MountHooks } from './mount.ts';
import { mount } from './mount.ts';
import type { Camera, CanvasEvents, NetworkCanvas, NetworkCanvasOptions } from './network-canvas-options.ts';
import { PALETTES } from './palette.ts';
import type { Place } from './positions.ts';
import { createPositions } from './positions.ts';
import { toShownPart } from './shown-part.ts';

/** How long nodes take from the start to their stored places, and back to them. */
const ARRIVAL_MS = 900;
const RETURN_MS = 350;
/** The last touch of a run: nodes that came too near each other step apart. */
const SETTLE_MS = 200;
/** The start's square, in graph units: about as large as the finished picture. */
const START_SPREAD = 130;

/**
 * Draws networks in the container, which it fills. Without WebGL it draws nothing, tells `onUnavailable` once, and every
 * method is safe to call.
 */
export function createNetworkCanvas(
  container: HTMLElement,
  events: CanvasEvents,
  { theme, prefersReducedMotion }: NetworkCanvasOptions,
): NetworkCanvas {
  const state: CanvasState = {
    drawing: new MultiDirectedGraph(),
    shown: null,
    fading: new Map(),
    theme,
    looks: null,
    selection: NOTHING,
    path: [],
    hovered: { kind: 'none' },
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
    pinned: new Set(),
    isArriving: false,
  };
  let mounted: Mounted | undefined;
  let isDestroyed = false;
  let shownGraph: NetworkGraph | undefined;
  let givenCamera: Camera | undefined;

  const positions = createPositions(state);
  const motion = createMotion(state, prefersReducedMotion);
  const fade = createLineFade(state, prefersReducedMotion, () => mounted?.appearance.updateLines());
  const run = createLayoutRun(
    state,
    prefersReducedMotion,
    (places) => motion.place(places),
    (places) => {
      positions.move(places);
      motion.glide(places, SETTLE_MS);
      events.onRunning(false);
    },
  );
  const allPlaces = (): Map<ActorId, Place> =>
    new Map(
      state.drawing.nodes().flatMap((id): [ActorId, Place][] => {
        const place = positions.placeOf(id as ActorId);
        return place === undefined ? [] : [[id as ActorId, place]];
      }),
    );
  const settle = (): void => {
    motion.glide(allPlaces(), RETURN_MS);
    events.onPinned(state.pinned.size);
  };

  const giveUp = (reason: string): void => {
    run.stop();
    motion.stop();
    fade.stop();
    mounted?.unmount();
    mounted = undefined;
    if (!isDestroyed) events.onUnavailable(reason);
  };
  const hooks: MountHooks = {
    events,
    placeOf: (actor) => positions.placeOf(actor),
    onDragStart() {
      run.stop();
      motion.stop();
      positions.remember();
    },
    onDragEnd(actor, place) {
      positions.move(new Map([[actor, place]]));
      positions.pin(actor);
      events.onPinned(state.pinned.size);
      mounted?.renderer.scheduleRender();
    },
    onContextRestored() {
      const camera = mounted?.renderer.getCamera().getState();
      mounted?.unmount();
      start();
      if (camera !== undefined) mounted?.renderer.getCamera().setState(camera);
    },
    onContextGone: () => giveUp('The graphics card was taken away from this page and did not come back.'),
  };
  const start = (): void => {
    try {
      mounted = mount(container, state, hooks, prefersReducedMotion);
    } catch (error) {
      container.replaceChildren();
      const cause = error instanceof Error ? error.message : String(error);
      const reason = hasWebGl()
        ? `The network could not be drawn: ${cause}`
        : 'This browser cannot draw the network: WebGL is missing or switched off.';
      queueMicrotask(() => giveUp(reason));
    }
  };
  const paint = (): void => {
    container.style.backgroundColor = PALETTES[state.theme].background;
  };
  paint();
  start();

  const isStill = (): boolean => !motion.isMoving && !run.isRunning && mounted?.camera.isMoving === false;

  return {
    setGraph(graph, relations = null) {
      const before = state.shown;
      if (graph === shownGraph && relations === (before?.relations ?? null)) return;
      state.shown = relations === null ? null : toShownPart(graph, relations);
      if (graph === shownGraph) {
        fade.start(before);
        mounted?.appearance.update();
        return;
      }
      fade.stop();
      const isFirst = shownGraph === undefined;
      shownGraph = graph;
      run.stop();
      motion.stop();
      positions.setStored(graph);
      const arrives = isFirst && givenCamera === undefined && !prefersReducedMotion && !document.hidden;
      const ids = graph.nodes();
      const startPlaces = arrives ? toStartPositions(ids) : new Float32Array();
      const indexOf = new Map(ids.map((id, index) => [id, index]));
      state.hovered = { kind: 'none' };
      state.isArriving = arrives;
      state.drawing = toDrawingGraph(graph, (actor) => {
        if (!arrives) return positions.placeOf(actor);
        const at = (indexOf.get(actor) ?? 0) * 2;
        return { x: (startPlaces[at] ?? 0) * START_SPREAD, y: (startPlaces[at + 1] ?? 0) * START_SPREAD };
      });
      if (state.looks !== null) applyLooks(state.drawing, graph, state.looks);
      // The camera first: a large network is drawn once, not twice.
      if (isFirst && givenCamera !== undefined) {
        mounted?.camera.set(givenCamera);
        mounted?.camera.reveal();
      } else if (isFirst) mounted?.camera.resize();
      mounted?.appearance.update();
      if (!arrives) return;
      motion.glide(allPlaces(), ARRIVAL_MS, () => {
        state.isArriving = false;
        mounted?.renderer.scheduleRender();
      });
    },
    setSelection(selection) {
      state.selection = selection;
      mounted?.appearance.update();
      mounted?.camera.reveal();
    },
    setPath(actors) {
      if (actors.join(' ') === state.path.join(' ')) return;
      state.path = actors;
      mounted?.appearance.update();
      if (state.selection.kind === 'none') mounted?.camera.flyToActors(actors);
    },
    setTheme(next) {
      state.theme = next;
      paint();
      mounted?.appearance.update();
    },
    setLooks(looks) {
      if (looks === state.looks) return;
      state.looks = looks;
      if (shownGraph !== undefined) applyLooks(state.drawing, shownGraph, looks);
      mounted?.appearance.update();
    },
    setInsets(insets) {
      if (JSON.stringify(insets) === JSON.stringify(state.insets)) return;
      state.insets = insets;
      mounted?.camera.makeRoom();
    },
    zoomIn: () => mounted?.camera.zoomIn(),
    zoomOut: () => mounted?.camera.zoomOut(),
    fit: () => mounted?.camera.fit(),
    flyTo: (selection) => mounted?.camera.flyTo(selection),
    setCamera(camera) {
      givenCamera = camera;
      mounted?.camera.set(camera);
    },
    run() {
      if (run.isRunning) {
        run.stop();
        return;
      }
      if (mounted === undefined || state.drawing.order === 0) return;
      motion.stop();
      positions.remember();
      run.start();
      events.onRunning(true);
    },
    reset() {
      run.stop();
      positions.remember();
      positions.reset();
      settle();
      mounted?.camera.fit();
    },
    undo() {
      run.stop();
      if (!positions.undo()) return false;
      settle();
      return true;
    },
    locate(actor) {
      if (mounted === undefined || !isStill()) return undefined;
      mounted.renderer.refresh(); // what was moved last may not be drawn yet
      return locateActor(container, mounted.overlay.scene, mounted.pointer.find, actor);
    },
    locatePair(one, other) {
      if (mounted === undefined || !isStill()) return undefined;
      const { renderer, overlay, pointer } = mounted;
      renderer.refresh();
      return locatePair(container, overlay.scene, state.drawing, pointer.find, one, other);
    },
    destroy() {
      isDestroyed = true;
      run.stop();
      motion.stop();
      fade.stop();
      mounted?.unmount();
      mounted = undefined;
    },
  };
}

function hasWebGl(): boolean {
  const canvas = document.createElement('canvas');
  return (canvas.getContext('webgl2') ?? canvas.getContext('webgl')) !== null;
}
