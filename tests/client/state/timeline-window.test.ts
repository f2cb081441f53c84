import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scale, TimeWindow } from '../../../client/state/timeline-window.ts';
import { movedBy, toDates, toDayNumbers, toWindow, withEnd } from '../../../client/state/timeline-window.ts';

const MONTHS: Scale = {
  bucket: 'month',
  isWhole: true,
  buckets: [
    { start: '2025-01-01', end: '2025-01-31', label: '2025-01' },
    { start: '2025-02-01', end: '2025-02-28', label: '2025-02' },
    { start: '2025-03-01', end: '2025-03-31', label: '2025-03' },
    { start: '2025-04-01', end: '2025-04-30', label: '2025-04' },
  ],
};
const ALL = { from: null, to: null };

describe('the window of a lens’s dates', () => {
  it.each([
    [ALL, 0, 3],
    [{ from: '2025-02', to: '2025-03' }, 1, 2],
    [{ from: null, to: '2025-03-03' }, 0, 2],
    [{ from: '2025-02-28', to: null }, 1, 3],
    [{ from: '2025', to: '2025' }, 0, 3],
    [{ from: '2025-02-10/2025-03-05', to: '2025-02-10/2025-03-05' }, 1, 2],
    [{ from: '202X', to: '2025-01~' }, 0, 0],
    [{ from: '2031', to: null }, 3, 3],
    [{ from: null, to: '1990' }, 0, 0],
    [{ from: 'not a date', to: null }, 0, 3],
  ])('when they are %j, then it touches the buckets %i to %i', (dates, first, last) => {
    expect(toWindow(dates, MONTHS)).toEqual({ first, last });
  });

  it('when an end is moved, then it has its bucket’s date, and the other stays as it was written', () => {
    const before = { from: null, to: '2025-03-03' };
    expect(toDates({ first: 1, last: 2 }, MONTHS, before)).toEqual({ from: '2025-02', to: '2025-03-03' });
    expect(toDates({ first: 1, last: 1 }, MONTHS, before)).toEqual({ from: '2025-02', to: '2025-02' });
  });

  it('when an end reaches that of everything, then it is open; in a part of the timeline it is not', () => {
    expect(toDates({ first: 0, last: 3 }, MONTHS, { from: '2025-02', to: '2025-03' })).toEqual(ALL);
    expect(toDates({ first: 1, last: 3 }, MONTHS, { from: '2025-02', to: '2025-03' })).toEqual({
      from: '2025-02',
      to: null,
    });
    const part = { ...MONTHS, isWhole: false };
    expect(toDates({ first: 0, last: 3 }, part, { from: '2025-02', to: '2025-03' })).toEqual({
      from: '2025-01',
      to: '2025-04',
    });
  });

  it('when buckets are weeks, whose names are intervals, then the dates are their first and last days', () => {
    const weeks: Scale = {
      bucket: 'week',
      isWhole: true,
      buckets: [
        { start: '2025-03-03', end: '2025-03-09', label: '2025-03-03/2025-03-09' },
        { start: '2025-03-10', end: '2025-03-16', label: '2025-03-10/2025-03-16' },
        { start: '2025-03-17', end: '2025-03-23', label: '2025-03-17/2025-03-23' },
      ],
    };
    expect(toDates({ first: 1, last: 1 }, weeks, ALL)).toEqual({ from: '2025-03-10', to: '2025-03-16' });
  });

  it('when dates are counted as days, then a month reaches from its first to its last', () => {
    expect(toDayNumbers({ from: '1970-01', to: '1970-02' })).toEqual({ from: 0, to: 58 });
    expect(toDayNumbers({ from: null, to: '2024-02' })).toEqual({
      from: null,
      to: Date.UTC(2024, 1, 29) / 86_400_000,
    });
  });
});

describe('a window that is moved', () => {
  const windows = fc
    .tuple(fc.integer({ min: 1, max: 120 }), fc.nat(), fc.nat())
    .map(([count, a, b]): [number, TimeWindow] => {
      const [one, other] = [a % count, b % count];
      return [count, { first: Math.min(one, other), last: Math.max(one, other) }];
    });

  it('when it is moved anywhere, then it stays as wide and within everything', () => {
    fc.assert(
      fc.property(windows, fc.double({ min: -500, max: 500, noNaN: true }), ([count, window], by) => {
        const { first, last } = movedBy(window, by, count);
        expect(last - first).toBe(window.last - window.first);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(last).toBeLessThan(count);
      }),
    );
  });

  it('when an end is moved anywhere, then it never passes the other', () => {
    fc.assert(
      fc.property(
        windows,
        fc.constantFrom('first' as const, 'last' as const),
        fc.double({ min: -500, max: 500, noNaN: true }),
        ([count, window], end, place) => {
          const next = withEnd(window, end, place, count);
          expect(next.first).toBeGreaterThanOrEqual(0);
          expect(next.first).toBeLessThanOrEqual(next.last);
          expect(next.last).toBeLessThan(count);
        },
      ),
    );
  });
});
