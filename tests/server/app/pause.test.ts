import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pause } from '../../../server/app/pause.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a pause', () => {
  it('when the task is asked for again and again, then it runs once, after the last', () => {
    const task = vi.fn();
    const pause = new Pause(100, task);
    for (let count = 0; count < 5; count += 1) {
      pause.ask();
      vi.advanceTimersByTime(99);
    }
    expect(task).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(task).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1000);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('when it is cancelled, then the task does not run until it is asked for again', () => {
    const task = vi.fn();
    const pause = new Pause(100, task);
    pause.ask();
    pause.cancel();
    vi.advanceTimersByTime(1000);
    pause.end();
    expect(task).not.toHaveBeenCalled();
    pause.ask();
    vi.advanceTimersByTime(100);
    expect(task).toHaveBeenCalledTimes(1);
  });

  it('when it is ended, then the task runs at once where it was asked for, and not again', () => {
    const task = vi.fn();
    const pause = new Pause(100, task);
    pause.end();
    expect(task).not.toHaveBeenCalled();
    pause.ask();
    pause.end();
    vi.advanceTimersByTime(1000);
    expect(task).toHaveBeenCalledTimes(1);
  });
});
