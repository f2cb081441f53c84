import type { CanvasState } from './canvas-state.ts';
import type { LayoutAnswer, LayoutOrder } from './layout-worker.ts';
import type { Places } from './positions.ts';
import { toRunInput } from './run-input.ts';

/** Relaxes what is drawn, in a worker, for a bounded number of iterations. */
export interface LayoutRun {
  readonly isRunning: boolean;
  /** Starts from where everything stands; does nothing on an empty drawing. */
  start(): void;
  /** Stops where it is. */
  stop(): void;
}

/** Iterations of one run, and how long they are spread over where the machine is fast enough. */
const ITERATIONS = 360;
const DURATION_MS = 2_000;
/** Of these, what the worker does at a time at most: so much is always seen of the way. */
const MOST_AT_A_TIME = 40;

/**
 * Each frame asks the worker for the iterations that are due and shows where they lead; under reduced motion all are asked for at once.
 * @param onStep where nodes now stand
 * @param onEnd the run is over; where nodes go for good
 */
export function createLayoutRun(
  state: CanvasState,
  prefersReducedMotion: boolean,
  onStep: (places: Places) => void,
  onEnd: (places: Places) => void,
): LayoutRun {
  let worker: Worker | undefined;
  let frame: number | undefined;
  let last: Places = new Map();
  const stop = (): void => {
    if (worker === undefined) return;
    worker.terminate();
    worker = undefined;
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    onEnd(last);
  };
  return {
    get isRunning() {
      return worker !== undefined;
    },
    start() {
      stop();
      if (state.drawing.order === 0) return;
      const { input, toPlaces, toLastPlaces } = toRunInput(state.drawing, state.pinned);
      last = new Map();
      const started = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
      worker = started;
      const order = (message: LayoutOrder): void => {
        started.postMessage(message);
      };
      let left = ITERATIONS;
      let startedMs: number | undefined;
      const ask = (nowMs: number): void => {
        frame = undefined;
        startedMs ??= nowMs;
        const due = Math.ceil(((nowMs - startedMs) / DURATION_MS) * ITERATIONS) - (ITERATIONS - left);
        const isUnseen = prefersReducedMotion || document.hidden;
        const iterations = isUnseen ? left : Math.min(left, Math.max(1, Math.min(due, MOST_AT_A_TIME)));
        left -= iterations;
        order({ kind: 'step', iterations });
      };
      started.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
        if (worker !== started) return;
        last = left <= 0 ? toLastPlaces(data) : toPlaces(data);
        if (left > 0) onStep(last);
        if (left <= 0) stop();
        else if (document.hidden) ask(performance.now());
        else frame = requestAnimationFrame(ask);
      });
      started.addEventListener('error', stop);
      order({ kind: 'start', input });
      ask(performance.now());
    },
    stop,
  };
}
