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

/** Iterations of one run, and of each frame of it: about two seconds. */
const ITERATIONS = 360;
const ITERATIONS_A_FRAME = 3;

/**
 * Each frame asks the worker for a few more iterations and shows them; under reduced motion all are asked for at once.
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
      const ask = (): void => {
        frame = undefined;
        const iterations =
          prefersReducedMotion || document.hidden ? left : Math.min(left, ITERATIONS_A_FRAME);
        left -= iterations;
        order({ kind: 'step', iterations });
      };
      started.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
        if (worker !== started) return;
        last = left <= 0 ? toLastPlaces(data) : toPlaces(data);
        if (left > 0) onStep(last);
        if (left <= 0) stop();
        else if (document.hidden) ask();
        else frame = requestAnimationFrame(ask);
      });
      started.addEventListener('error', stop);
      order({ kind: 'start', input });
      ask();
    },
    stop,
  };
}
