import { describe, expect, it } from 'vitest';
import { toPlayStart, toStep, toStepMs } from '../../../client/state/timeline-play.ts';
import { readTimelineOpen, writeTimelineOpen } from '../../../client/state/timeline-open.ts';

describe('going through time', () => {
  it('when nothing is chosen, then it begins with the first bucket, or a stretch an eighth wide', () => {
    const all = { first: 0, last: 31 };
    expect(toPlayStart(all, 'growing', 32)).toEqual({ first: 0, last: 0 });
    expect(toPlayStart(all, 'moving', 32)).toEqual({ first: 0, last: 3 });
    expect(toPlayStart({ first: 0, last: 0 }, 'moving', 1)).toEqual({ first: 0, last: 0 });
  });

  it('when a stretch is chosen, then it goes on from there, and anew from the start once it has come to the end', () => {
    expect(toPlayStart({ first: 3, last: 6 }, 'moving', 10)).toEqual({ first: 3, last: 6 });
    expect(toPlayStart({ first: 6, last: 9 }, 'moving', 10)).toEqual({ first: 0, last: 3 });
    expect(toPlayStart({ first: 6, last: 9 }, 'growing', 10)).toEqual({ first: 6, last: 6 });
  });

  it('when it grows, then only its end moves; when it moves, then both; and neither goes beyond an end', () => {
    expect(toStep({ first: 2, last: 4 }, 'growing', 6, 1)).toEqual({ first: 2, last: 5 });
    expect(toStep({ first: 2, last: 5 }, 'growing', 6, 1)).toBeUndefined();
    expect(toStep({ first: 2, last: 2 }, 'growing', 6, -1)).toBeUndefined();
    expect(toStep({ first: 2, last: 4 }, 'moving', 6, 1)).toEqual({ first: 3, last: 5 });
    expect(toStep({ first: 3, last: 5 }, 'moving', 6, 1)).toBeUndefined();
    expect(toStep({ first: 0, last: 2 }, 'moving', 6, -1)).toBeUndefined();
  });

  it('when there are few or many buckets, then a step is neither too quick to see nor too slow to wait for', () => {
    expect([1, 40, 400].map(toStepMs)).toEqual([900, 500, 200]);
  });
});

describe('whether the timeline is open', () => {
  it('when it was left open or closed, then it is so again; where nothing is kept, nothing is said', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    expect(readTimelineOpen(storage)).toBeUndefined();
    writeTimelineOpen(storage, true);
    expect(readTimelineOpen(storage)).toBe(true);
    writeTimelineOpen(storage, false);
    expect(readTimelineOpen(storage)).toBe(false);
    const forbidden = {
      getItem: () => {
        throw new Error('forbidden');
      },
    };
    expect(readTimelineOpen(forbidden)).toBeUndefined();
    expect(readTimelineOpen(undefined)).toBeUndefined();
  });
});
