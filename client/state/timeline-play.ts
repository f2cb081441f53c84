import type { TimeWindow } from './timeline-window.ts';
import { movedBy } from './timeline-window.ts';

/** What moves as time goes by: the end alone, so that more and more is there, or a stretch with both its ends. */
export const PLAY_MODES = ['growing', 'moving'] as const;
export type PlayMode = (typeof PLAY_MODES)[number];

/** A stretch of nothing chosen is so large a part of everything. */
const SHARE = 1 / 8;
/** All of time is gone through in about this, a step no shorter and no longer than these. */
const WHOLE_MS = 20_000;
const STEP_MS = { least: 200, most: 900 };

/** Where going through time begins: where the window is, or anew from the start where that has come to the end. */
export function toPlayStart(window: TimeWindow, mode: PlayMode, count: number): TimeWindow {
  const isAtEnd = window.last >= count - 1;
  if (!isAtEnd) return window;
  if (mode === 'growing') return { first: window.first, last: window.first };
  const width = window.first === 0 ? Math.max(1, Math.round(count * SHARE)) : window.last - window.first + 1;
  return { first: 0, last: width - 1 };
}

/** The window one bucket later or earlier; undefined where there is none. */
export function toStep(
  window: TimeWindow,
  mode: PlayMode,
  count: number,
  by: 1 | -1,
): TimeWindow | undefined {
  if (mode === 'moving') {
    const moved = movedBy(window, by, count);
    return moved.first === window.first ? undefined : moved;
  }
  const last = window.last + by;
  return last < window.first || last >= count ? undefined : { ...window, last };
}

/** How long a step lasts among so many. */
export function toStepMs(count: number): number {
  return Math.round(Math.max(STEP_MS.least, Math.min(STEP_MS.most, WHOLE_MS / Math.max(1, count))));
}
