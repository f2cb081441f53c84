import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutInput } from '../../../../graph-data/network/layout/layout-input.ts';
import {
  computeLayout,
  normalisePositions,
  startLayout,
} from '../../../../graph-data/network/layout/layout.ts';
import { edgesOf } from './edges-of.ts';

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
      edges: edgesOf(
        [...weights]
          .sort(([a], [b]) => a - b)
          .map(([pair, weight]) => [Math.floor(pair / 100), pair % 100, weight]),
      ),
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
    expect(computeLayout({ ids: [], edges: edgesOf([]) })).toEqual(new Float64Array(0));
    expect(computeLayout({ ids: ['a'], edges: edgesOf([]) })).toEqual(Float64Array.of(0, 0));
  });

  it('when no node is tied, then all are spread', () => {
    const ids = Array.from({ length: 30 }, (_, at) => `actor-${at}`);
    const points = pointsOf(computeLayout({ ids, edges: edgesOf([]) }));
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
    const points = pointsOf(computeLayout({ ids, edges: edgesOf(edges) }));
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
    const positions = computeLayout({ ids, edges: edgesOf(edges) });
    expect([...positions].every(Number.isFinite)).toBe(true);
    expect(new Set(pointsOf(positions).map(String)).size).toBe(600);
    expect(computeLayout({ ids, edges: edgesOf(edges) })).toEqual(positions);
  });

  it('when most of very many nodes are tied to nothing, then they are spread all the same, each in a place of its own', () => {
    const ids = Array.from({ length: 700 }, (_, at) => `actor-${at}`).sort();
    const points = pointsOf(computeLayout({ ids, edges: edgesOf([[3, 5, 1]]) }));
    expect(new Set(points.map(String)).size).toBe(700);
    const isIn = ([x, y]: readonly number[], right: boolean, top: boolean): boolean =>
      (x ?? 0) > 0 === right && (y ?? 0) > 0 === top;
    for (const right of [true, false])
      for (const top of [true, false])
        expect(points.filter((point) => isIn(point, right, top)).length).toBeGreaterThan(100);
  });

  it('when it is stopped, then it ends at once with the reason', () => {
    const ids = Array.from({ length: 600 }, (_, at) => `actor-${String(at).padStart(3, '0')}`);
    const edges = edgesOf(ids.slice(1).map((_, at): [number, number, number] => [at, at + 1, 1]));
    let looks = 0;
    const signal = {
      throwIfAborted: () => {
        looks += 1;
        if (looks === 5) throw new Error('stopped');
      },
    };
    expect(() => computeLayout({ ids, edges }, signal)).toThrow('stopped');
    expect(looks).toBe(5);
  });

  it('when two ids would start at one place, then they stand apart all the same', () => {
    // Known to collide in FNV-1a of 32 bits.
    const points = pointsOf(computeLayout({ ids: ['costarring', 'liquid', 'x'], edges: edgesOf([]) }));
    expect(new Set(points.map(String)).size).toBe(3);
  });
});

describe('startLayout', () => {
  const input: LayoutInput = {
    ids: ['a', 'b', 'c'],
    edges: edgesOf([[0, 1, 1]]),
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

  it('when there are many nodes, then what is pinned stays too, and the rest comes to rest', () => {
    const ids = Array.from({ length: 500 }, (_, at) => `actor-${String(at).padStart(3, '0')}`);
    const edges = edgesOf(
      ids.slice(1).map((_, at): [number, number, number] => [Math.floor(at / 3), at + 1, 1]),
    );
    const pinned = Uint8Array.from(ids, (_, at) => (at === 7 ? 1 : 0));
    const layout = startLayout({ ids, edges, pinned });
    const start = layout.positions();
    layout.step(360);
    const late = layout.positions();
    layout.step(20);
    const later = layout.positions();
    expect(later.slice(14, 16)).toEqual(start.slice(14, 16));
    const way = (from: Float32Array, to: Float32Array): number =>
      Math.sqrt(from.reduce((sum, value, at) => sum + (value - (to[at] ?? 0)) ** 2, 0));
    expect(way(start, late)).toBeGreaterThan(100 * way(late, later));
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
