import type { ActorId } from '../../graph-data/model/ids.ts';
import type { CanvasState } from './canvas-state.ts';
import type { Place, Places } from './positions.ts';

/** Moves nodes on the canvas, at once or gliding. */
export interface Motion {
  readonly isMoving: boolean;
  /** Puts nodes there now; stops what glides. */
  place(places: Places): void;
  /** Lets nodes glide there; at once under reduced motion or while the page is not visible. */
  glide(places: Places, durationMs: number, onEnd?: () => void): void;
  stop(): void;
}

/** Writes places into the state's drawing, which Sigma follows. */
export function createMotion(state: CanvasState, prefersReducedMotion: boolean): Motion {
  let frame: number | undefined;
  let finish: (() => void) | undefined;
  const write = (placeOf: (id: ActorId) => Place | undefined): void => {
    state.drawing.updateEachNodeAttributes(
      (id, attributes) => {
        const place = placeOf(id as ActorId);
        return place === undefined ? attributes : { ...attributes, x: place.x, y: place.y };
      },
      { attributes: ['x', 'y'] },
    );
  };
  const stop = (): void => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    const end = finish;
    finish = undefined;
    end?.();
  };
  return {
    get isMoving() {
      return frame !== undefined;
    },
    place(places) {
      stop();
      write((id) => places.get(id));
    },
    glide(places, durationMs, onEnd) {
      stop();
      if (prefersReducedMotion || document.hidden) {
        write((id) => places.get(id));
        onEnd?.();
        return;
      }
      finish = onEnd;
      const from = new Map<string, Place>();
      state.drawing.forEachNode((id, { x, y }) => from.set(id, { x, y }));
      let startedMs: number | undefined;
      const step = (nowMs: number): void => {
        startedMs ??= nowMs;
        const share = Math.min(1, (nowMs - startedMs) / durationMs);
        const eased = 1 - (1 - share) ** 3;
        write((id) => {
          const [start, end] = [from.get(id), places.get(id)];
          if (start === undefined || end === undefined) return end;
          return {
            x: start.x + (end.x - start.x) * eased,
            y: start.y + (end.y - start.y) * eased,
          };
        });
        if (share < 1) frame = requestAnimationFrame(step);
        else {
          frame = undefined;
          stop();
        }
      };
      frame = requestAnimationFrame(step);
    },
    stop,
  };
}
