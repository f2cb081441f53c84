import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutInput } from '../../../../graph-data/network/layout/layout.ts';
import {
  computeLayout,
  normalisePositions,
  startLayout,
  toStartPositions,
} from '../../../../graph-data/network/layout/layout.ts';

/** Up to 24 nodes, tied or not. */
const anyInput: fc.Arbitrary<LayoutInput> = fc
  .record({
    count: fc.integer({ min: 0, max: 24 }),
    ties: fc.array(fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 23 }), fc.integer({ min: 1, max: 9 })), {
      maxLength: 40,
    }),
  })
  .map(({ count, ties }) => {
    const weights = new Map<number, number>();
    for (const [a, b, claims] of ties) if (a < b && b < count) weights.set(a * 100 + b, 1 + Math.log(claims));
    return {
      ids: Array.from({ length: count }, (_, at) => `actor-${String(at).padStart(2, '0')}`),
      edges: [...weights]
        .sort(([a], [b]) => a - b)
        .map(([pair, weight]) => [Math.floor(pair / 100), pair % 100, weight]),
    };
  });

const pointsOf = (positions: ArrayLike<number>): [x: number, y: number][] =>
  Array.from({ length: positions.length / 2 }, (_, at) => [
    positions[at * 2] ?? NaN,
    positions[at * 2 + 1] ?? NaN,
  ]);

/** Mean place, and the root mean square distance from (0, 0). */
const measure = (positions: ArrayLike<number>) => {
  const points = pointsOf(positions);
  const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / points.length;
  return {
    x: mean(points.map(([x]) => x)),
    y: mean(points.map(([, y]) => y)),
    radius: Math.sqrt(mean(points.map(([x, y]) => x * x + y * y))),
  };
};

describe('computeLayout', () => {
  it('when computed twice, then the picture is the same to the last digit', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        expect(computeLayout(input)).toEqual(computeLayout(structuredClone(input)));
      }),
      { numRuns: 20 },
    );
  });

  it('when the input is any, then every node has a place of its own, centred, at 100 units on the whole', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const positions = computeLayout(input);
        expect(positions).toHaveLength(input.ids.length * 2);
        expect([...positions].every(Number.isFinite)).toBe(true);
        expect(new Set(pointsOf(positions).map(String)).size).toBe(input.ids.length);
        if (input.ids.length < 2) return;
        const { x, y, radius } = measure(positions);
        expect(x).toBeCloseTo(0, 1);
        expect(y).toBeCloseTo(0, 1);
        expect(radius).toBeCloseTo(100, 0);
      }),
      { numRuns: 60 },
    );
  });

  it('when there is no node, then there is no place; when there is one, then it stands at (0, 0)', () => {
    expect(computeLayout({ ids: [], edges: [] })).toEqual(new Float64Array(0));
    expect(computeLayout({ ids: ['a'], edges: [] })).toEqual(Float64Array.of(0, 0));
  });

  it('when no node is tied, then all are spread', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `actor-${at}`);
    const points = pointsOf(computeLayout({ ids, edges: [] }));
    const nearest = points.map(([x, y], at) =>
      Math.min(...points.filter((_, other) => other !== at).map(([u, v]) => Math.hypot(x - u, y - v))),
    );
    expect(Math.min(...nearest)).toBeGreaterThan(5);
  });

  it('when two groups are tied within and hardly between, then each stands together', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `actor-${String(at).padStart(2, '0')}`);
    const edges: [number, number, number][] = [];
    for (let a = 0; a < 12; a += 1)
      for (let b = a + 1; b < 12; b += 1) if (a % 2 === b % 2 || (a === 0 && b === 1)) edges.push([a, b, 1]);
    const points = pointsOf(computeLayout({ ids, edges }));
    const distances = (isSame: boolean): number[] =>
      points.flatMap(([x, y], a) =>
        points.flatMap(([u, v], b) =>
          a < b && (a % 2 === b % 2) === isSame ? [Math.hypot(x - u, y - v)] : [],
        ),
      );
    const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(distances(false))).toBeGreaterThan(1.5 * mean(distances(true)));
  });

  it('when there are many nodes, then the quicker way gives finite places, no two the same, and the same twice', () => {
    const ids = Array.from({ length: 600 }, (_, at) => `actor-${String(at).padStart(3, '0')}`);
    const edges = ids.slice(1).map((_, at): [number, number, number] => [Math.floor(at / 3), at + 1, 1]);
    const positions = computeLayout({ ids, edges });
    expect([...positions].every(Number.isFinite)).toBe(true);
    expect(new Set(pointsOf(positions).map(String)).size).toBe(600);
    expect(computeLayout({ ids, edges })).toEqual(positions);
  });

  it('when two ids would start at one place, then they stand apart all the same', () => {
    // Known to collide in FNV-1a of 32 bits.
    const points = pointsOf(computeLayout({ ids: ['costarring', 'liquid', 'x'], edges: [] }));
    expect(new Set(points.map(String)).size).toBe(3);
  });
});

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

describe('startLayout', () => {
  const input: LayoutInput = {
    ids: ['a', 'b', 'c'],
    edges: [[0, 1, 1]],
    start: [0, 1, 2, 3, 4, 5],
    pinned: [0, 1, 0],
  };

  it('when it has not stepped, then nodes stand where they were told to start', () => {
    expect(startLayout(input).positions()).toEqual(Float32Array.of(0, 1, 2, 3, 4, 5));
  });

  it('when it steps, then what is pinned stays and the rest moves', () => {
    const layout = startLayout(input);
    layout.step(10);
    const [ax, , bx, by] = layout.positions();
    expect([bx, by]).toEqual([2, 3]);
    expect(ax).not.toBe(0);
  });

  it('when it steps in parts, then it arrives where it would in one', () => {
    const [whole, parts] = [startLayout(input), startLayout(input)];
    whole.step(30);
    for (let at = 0; at < 3; at += 1) parts.step(10);
    expect(parts.positions()).toEqual(whole.positions());
  });
});

describe('normalisePositions', () => {
  it('when places are shifted and scaled, then they come out the same, to hundredths, without −0', () => {
    const shape = [0, 0, 10, 0, 0, 10, -3, 7];
    const normal = normalisePositions(shape);
    expect(normalisePositions(shape.map((value, at) => value * 4 + (at % 2 === 0 ? 50 : -9)))).toEqual(
      normal,
    );
    for (const value of normal) expect(Math.round(value * 100) / 100).toBe(value);
    expect(normalisePositions([5, 5]).some((value) => Object.is(value, -0))).toBe(false);
    expect(measure(normal).radius).toBeCloseTo(100, 1);
  });

  it('when all stand at one place, then they stay together at (0, 0)', () => {
    expect(normalisePositions([3, 4, 3, 4])).toEqual(Float64Array.of(0, 0, 0, 0));
  });
});
