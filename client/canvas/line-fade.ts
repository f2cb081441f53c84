import type { CanvasState } from './canvas-state.ts';
import type { DrawingGraph } from './drawing-graph.ts';
import type { ShownPart } from './shown-part.ts';
import { isLineShown } from './shown-part.ts';

/** How long a line takes to come or to go. */
const FADE_MS = 220;
/** Among more lines than this all come and go at once: no frame would be in time. */
const MOST_LINES = 8_000;

/** Lets lines come and go after the part that is shown has changed. */
export interface LineFade {
  /** From what was shown before to what the state says now, from wherever each line is; at once under reduced motion. */
  start(before: ShownPart | null): void;
  /** Everything is wholly there or not at all. */
  stop(): void;
}

/** Writes how much there is of each line into the state's `fading`, frame by frame, and tells after each. */
export function createLineFade(
  state: CanvasState,
  prefersReducedMotion: boolean,
  onFrame: () => void,
): LineFade {
  let frame: number | undefined;
  let lastMs: number | undefined;
  const stop = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    lastMs = undefined;
    state.fading.clear();
  };
  const step = (nowMs: number): void => {
    const share = lastMs === undefined ? 0 : (nowMs - lastMs) / FADE_MS;
    lastMs = nowMs;
    advance(state.fading, state.drawing, state.shown, share);
    onFrame();
    if (state.fading.size > 0) frame = requestAnimationFrame(step);
    else stop();
  };
  return {
    start(before) {
      if (prefersReducedMotion || document.hidden || state.drawing.size > MOST_LINES) {
        stop();
        return;
      }
      state.drawing.forEachEdge((id, data) => {
        if (isLineShown(before, data) !== isLineShown(state.shown, data) && !state.fading.has(id))
          state.fading.set(id, isLineShown(before, data) ? 1 : 0);
      });
      if (state.fading.size > 0) frame ??= requestAnimationFrame(step);
    },
    stop,
  };
}

/** Moves each line by so much of its whole way, towards being there or not; those that arrive are taken out. */
export function advance(
  fading: Map<string, number>,
  drawing: DrawingGraph,
  shown: ShownPart | null,
  share: number,
): void {
  for (const [id, there] of fading) {
    const isComing = drawing.hasEdge(id) && isLineShown(shown, drawing.getEdgeAttributes(id));
    const next = there + (isComing ? share : -share);
    if (next >= 1 || next <= 0 || !drawing.hasEdge(id)) {
      // It may just have turned round: with no time gone it has not arrived.
      if (share > 0) fading.delete(id);
    } else fading.set(id, next);
  }
}
