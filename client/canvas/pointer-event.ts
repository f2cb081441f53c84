import type { MouseCoords, TouchCoords } from 'sigma/types';
import type { Point } from './geometry.ts';
import type { Renderer } from './renderer.ts';

/** One event of Sigma's captors, mouse or fingers, in pixels of the canvas. */
export interface PointerInput extends Point {
  readonly isTouch: boolean;
  /** Fingers on the canvas; 0 for a mouse. */
  readonly fingers: number;
  /** The mouse's main button, or a finger. */
  readonly isMain: boolean;
  /** Keeps the captor from moving the camera, and the browser from what it would do. */
  prevent(): void;
}

/** Reads a captor's event. A touch that has ended is where it was last. */
export function toPointerInput(event: MouseCoords | TouchCoords): PointerInput {
  const { original } = event;
  const at = 'touches' in event ? (event.touches[0] ?? event.previousTouches[0]) : event;
  return {
    x: at?.x ?? 0,
    y: at?.y ?? 0,
    isTouch: 'touches' in event || ('pointerType' in original && original.pointerType === 'touch'),
    fingers: 'touches' in event ? event.touches.length : 0,
    isMain: !('button' in original) || original.button === 0,
    prevent() {
      event.preventSigmaDefault();
      if (original.cancelable) original.preventDefault();
    },
  };
}

/**
 * Takes Sigma's own listeners off its captors, which go on moving the camera. They read pixels back from the GPU for every
 * move of the pointer, know no names and marks, and want lines hit exactly: `hit-test.ts` does without.
 */
export function takeOverPointer(renderer: Renderer): void {
  renderer.getMouseCaptor().removeAllListeners();
  renderer.getTouchCaptor().removeAllListeners();
}
