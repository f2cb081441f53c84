import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layDown, separate } from '../../../../graph-data/network/layout/arrange.ts';

const place = fc.double({ min: -100, max: 100, noNaN: true });
const pictures = fc
  .array(fc.tuple(place, place), { maxLength: 40 })
  .map((places): Float64Array => Float64Array.from(places.flat()));

function extentOf(picture: ArrayLike<number>): { width: number; height: number } {
  const all = Array.from(picture);
  const span = (values: number[]): number => Math.max(...values) - Math.min(...values);
  return {
    width: span(all.filter((_, at) => at % 2 === 0)),
    height: span(all.filter((_, at) => at % 2 === 1)),
  };
}

function leastDistance(picture: ArrayLike<number>): number {
  let least = Infinity;
  for (let one = 0; one < picture.length; one += 2) {
    for (let other = 0; other < one; other += 2) {
      const x = (picture[one] ?? 0) - (picture[other] ?? 0);
      const y = (picture[one + 1] ?? 0) - (picture[other + 1] ?? 0);
      least = Math.min(least, Math.hypot(x, y));
    }
  }
  return least;
}

describe('layDown', () => {
  it('when a picture stands or leans, then it lies: its long axis along x', () => {
    const standing = layDown([0, -100, 0, 100, 5, 0]);
    expect(extentOf(standing).width).toBeGreaterThan(extentOf(standing).height * 5);
    const leaning = layDown([-50, -50, 50, 50]);
    expect(extentOf(leaning).height).toBeCloseTo(0);
    expect(extentOf(leaning).width).toBeCloseTo(Math.hypot(100, 100) * 1.15);
  });

  it('whatever the picture, then it is centred, finite and spreads at least as much along as across', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const laid = layDown(picture);
        expect(laid).toHaveLength(picture.length);
        const sums = [0, 0];
        const squares = [0, 0];
        laid.forEach((value, at) => {
          sums[at % 2] = (sums[at % 2] ?? 0) + value;
          squares[at % 2] = (squares[at % 2] ?? 0) + value * value;
        });
        expect(sums).toEqual([expect.closeTo(0, 6), expect.closeTo(0, 6)]);
        expect(squares[0]).toBeGreaterThanOrEqual((squares[1] ?? 0) - 1e-6);
      }),
    );
  });
});

describe('separate', () => {
  // A hundred nodes on a square with one pair far too near each other.
  const grid = Float64Array.from(
    { length: 200 },
    (_, at) => ((at % 2 === 0 ? at / 2 : Math.floor(at / 20)) % 10) * 10,
  );
  grid.set([0.5, 0.5], 2);

  it('when two nodes stand too near each other, then they are moved apart, and those far away stay', () => {
    const apart = separate(grid);
    expect(leastDistance(grid)).toBeLessThan(1);
    expect(leastDistance(apart)).toBeGreaterThan(3.5);
    expect(apart.slice(100)).toEqual(grid.slice(100));
  });

  it('when one of them is pinned, then only the other moves', () => {
    const pinned = new Uint8Array(100);
    pinned[0] = 1;
    const apart = separate(grid, pinned);
    expect([apart[0], apart[1]]).toEqual([grid[0], grid[1]]);
    expect(leastDistance(apart)).toBeGreaterThan(3.5);
  });

  it('whatever the picture, then the same comes out twice, finite, and the input is left as it was', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        const before = picture.slice();
        const apart = separate(picture);
        expect(picture).toEqual(before);
        expect(separate(picture)).toEqual(apart);
        expect(apart.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
