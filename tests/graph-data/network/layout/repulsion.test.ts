import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBodies, weighBodies } from '../../../../graph-data/network/layout/bodies.ts';
import { createQuadtreeBuilder } from '../../../../graph-data/network/layout/quadtree.ts';
import { addRepulsion } from '../../../../graph-data/network/layout/repulsion.ts';

const coordinate = fc.double({ min: -50, max: 50, noNaN: true });
const anyBodies = fc
  .array(fc.tuple(coordinate, coordinate, fc.double({ min: 1, max: 40, noNaN: true })), {
    minLength: 1,
    maxLength: 150,
  })
  .map((bodies) => ({
    positions: Float64Array.from(bodies.flatMap(([x, y]) => [x, y])),
    masses: Float64Array.from(bodies, ([, , mass]) => mass),
  }));

/** Every pair, the one after the other. */
function repelEach(positions: Float64Array, masses: Float64Array): Float64Array {
  const forces = new Float64Array(positions.length);
  masses.forEach((mass, one) => {
    masses.forEach((otherMass, other) => {
      const x = (positions[one * 2] ?? 0) - (positions[other * 2] ?? 0);
      const y = (positions[one * 2 + 1] ?? 0) - (positions[other * 2 + 1] ?? 0);
      const square = x * x + y * y;
      if (square < 1e-200) return;
      forces[one * 2] = (forces[one * 2] ?? 0) + (mass * otherMass * x) / square;
      forces[one * 2 + 1] = (forces[one * 2 + 1] ?? 0) + (mass * otherMass * y) / square;
    });
  });
  return forces;
}

function repelByTree(
  positions: Float64Array,
  masses: Float64Array,
  leafSize: number,
  built = positions,
): Float64Array {
  const tree = createQuadtreeBuilder(masses.length, leafSize)(built);
  const bodies = createBodies(masses.length);
  weighBodies(bodies, tree, positions, masses);
  const forces = new Float64Array(positions.length);
  addRepulsion(tree, bodies, 1, forces);
  return forces;
}

const lengthOf = (vector: Float64Array): number =>
  Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));

describe('addRepulsion', () => {
  it('whatever the bodies, then the forces are those of all pairs, to a few hundredths on the whole', () => {
    fc.assert(
      fc.property(anyBodies, ({ positions, masses }) => {
        const exact = repelEach(positions, masses);
        const error = repelByTree(positions, masses, 4).map((force, at) => force - (exact[at] ?? 0));
        expect(lengthOf(error)).toBeLessThanOrEqual(0.05 * lengthOf(exact) + 1e-9);
      }),
    );
  });

  it('when the tree is of an older picture, then the forces are as good', () => {
    fc.assert(
      fc.property(anyBodies, ({ positions, masses }) => {
        const older = positions.map((value, at) => value + ((at * 7) % 5) - 2);
        const exact = repelEach(positions, masses);
        const error = repelByTree(positions, masses, 4, older).map((force, at) => force - (exact[at] ?? 0));
        expect(lengthOf(error)).toBeLessThanOrEqual(0.05 * lengthOf(exact) + 1e-9);
      }),
    );
  });

  it('when bodies stand at one place, then they leave each other alone and the rest is pushed', () => {
    const forces = repelByTree(Float64Array.of(1, 1, 1, 1, 1, 1, 5, 1), Float64Array.of(1, 1, 1, 2), 2);
    expect([...forces]).toEqual(
      [-0.5, 0, -0.5, 0, -0.5, 0, 1.5, 0].map((force) => expect.closeTo(force, 9) as number),
    );
  });
});

describe('createQuadtreeBuilder', () => {
  it('whatever the places, then cells hold what those within hold, and leaves hold every node once', () => {
    fc.assert(
      fc.property(anyBodies, fc.integer({ min: 1, max: 9 }), ({ positions, masses }, leafSize) => {
        const tree = createQuadtreeBuilder(masses.length, leafSize)(positions);
        expect([...tree.order].sort((a, b) => a - b)).toEqual([...masses.keys()]);
        expect([tree.starts[0], tree.ends[0], tree.skips[0]]).toEqual([0, masses.length, tree.cellCount]);
        let next = 0;
        for (let cell = 0; cell < tree.cellCount; cell += 1) {
          const within: number[] = [];
          for (let child = cell + 1; child < (tree.skips[cell] ?? 0); child = tree.skips[child] ?? Infinity) {
            expect(tree.parents[child]).toBe(cell);
            within.push(child);
          }
          if (within.length === 0) {
            expect(tree.starts[cell]).toBe(next);
            next = tree.ends[cell] ?? NaN;
            continue;
          }
          expect(within.length).toBeGreaterThan(1);
          expect(tree.starts[within[0] ?? 0]).toBe(tree.starts[cell]);
          expect(tree.ends[within.at(-1) ?? 0]).toBe(tree.ends[cell]);
        }
        expect(next).toBe(masses.length);
      }),
    );
  });
});
