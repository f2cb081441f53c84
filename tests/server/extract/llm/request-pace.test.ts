import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS, toWaitMs } from '../../../../server/extract/llm/request-pace.ts';
import { toTestPace } from './model-server.ts';

describe('toWaitMs', () => {
  it('when asked again, then the wait doubles up to a bound, and half of it is chance', () => {
    const [least, most] = [toTestPace({ random: () => 0 }), toTestPace({ random: () => 0.9999 })];
    expect([0, 1, 2, 9].map((attempt) => toWaitMs(attempt, null, least))).toEqual([500, 1000, 2000, 30_000]);
    expect([0, 1, 2, 9].map((attempt) => toWaitMs(attempt, null, most))).toEqual([1000, 2000, 4000, 59_997]);
  });

  it.each([
    ['20', 20_000],
    [' 20 ', 20_000],
    ['0', 750],
    ['Sat, 01 Mar 2025 12:00:30 GMT', 30_000],
    ['Sat, 01 Mar 2025 11:00:00 GMT', 750],
    ['86400', LONGEST_WAIT_MS],
    ['Sun, 01 Mar 2026 12:00:00 GMT', LONGEST_WAIT_MS],
    ['soon', 750],
    ['-5', 750],
  ])('when the server says Retry-After: %s, then the wait is %d ms', (retryAfter, wait) => {
    expect(toWaitMs(0, retryAfter, toTestPace())).toBe(wait);
  });
});
