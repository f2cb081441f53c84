import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toStartPositions } from '../../../../graph-data/network/layout/start-positions.ts';

const pointsOf = (positions: ArrayLike<number>): [x: number, y: number][] =>
  Array.from({ length: positions.length / 2 }, (_, at) => [
    positions[at * 2] ?? NaN,
    positions[at * 2 + 1] ?? NaN,
  ]);

describe('toStartPositions', () => {
  it('when ids are any, then each starts within the square from −1 to 1, never at (0, 0), by its id alone', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), (ids) => {
        const start = toStartPositions(ids);
        for (const [x, y] of pointsOf(start)) {
          expect(Math.abs(x)).toBeLessThanOrEqual(1);
          expect(Math.abs(y)).toBeLessThanOrEqual(1);
          expect(x === 0 && y === 0).toBe(false);
        }
        expect(pointsOf(toStartPositions(ids.toReversed()))).toEqual(pointsOf(start).toReversed());
      }),
    );
  });

  it('when there are very many ids, then they fill the square evenly and no two start together', () => {
    const ids = Array.from({ length: 100_000 }, (_, at) => `actor-${at}`).concat('costarring', 'liquid');
    const points = pointsOf(toStartPositions(ids));
    expect(new Set(points.map(String)).size).toBe(ids.length);
    const quarters = [0, 0, 0, 0];
    for (const [x, y] of points) {
      const at = (x < 0 ? 0 : 1) + (y < 0 ? 0 : 2);
      quarters[at] = (quarters[at] ?? 0) + 1;
    }
    for (const quarter of quarters) expect(quarter / ids.length).toBeCloseTo(0.25, 1);
  });
});
