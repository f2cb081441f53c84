import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import type { Network } from '../../../../graph-data/network/network.ts';
import { getActor } from '../../../../graph-data/network/network.ts';
import type { FoundPaths } from '../../../../graph-data/network/paths/find-paths.ts';
import { findPaths } from '../../../../graph-data/network/paths/find-paths.ts';
import { PATH_DIRECTIONS, toHopTable } from '../../../../graph-data/network/paths/hop-table.ts';
import { LONGEST_PATH } from '../../../../graph-data/network/paths/path-levels.ts';
import type { SmallDataset } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import { lookThrough, readAs } from '../naive-network.ts';
import { naivePaths } from './naive-paths.ts';

const PLENTY = 1e9;
const named = (network: Network, { paths }: FoundPaths) =>
  paths.map(({ actors, strength }) => ({
    actors: actors.map((actor) => getActor(network, actor).id),
    strength,
  }));

/** A network of few actors with many ties, each by one to three claims: paths cross, tie and turn back on each other. */
const tangle: fc.Arbitrary<SmallDataset> = fc
  .array(fc.tuple(fc.nat({ max: 8 }), fc.constantFrom('leads', 'consults'), fc.nat({ max: 8 })), {
    minLength: 6,
    maxLength: 40,
  })
  .map((ties) => {
    const claims = ties.map(([one, type, other]) => ({ says: `a${one} ${type} a${other}` }));
    const actors = ['a0', 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'];
    const dataset = toSmallDataset({ actors, claims });
    Object.defineProperty(dataset, fc.toStringMethod, { value: () => fc.stringify(ties) });
    return dataset;
  });

const anyQuestion = fc.record({
  direction: fc.constantFrom(...PATH_DIRECTIONS),
  count: fc.integer({ min: 1, max: 20 }),
  maxLength: fc.integer({ min: 1, max: LONGEST_PATH }),
  mostNeighbours: fc.constantFrom(Infinity, Infinity, 2, 3, 5),
});

describe('findPaths', () => {
  it('when asked between any two actors under any lens, then it is the beginning of all simple paths in order', () => {
    const anyActor = fc.constantFrom('ann', 'bob', 'cy', 'dee', 'gus') as fc.Arbitrary<ActorId>;
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        fc.tuple(anyActor, anyActor),
        anyQuestion,
        (dataset, lens, ids, { direction, ...rest }) => {
          const [from, to] = ids.map((id) => readAs(dataset, id)) as [ActorId, ActorId];
          fc.pre(from !== to);
          const network = toSmallNetwork(dataset);
          const hops = toHopTable(network, applyLens(network, lens), direction);
          const indices = { from: network.actorIndex.get(from) ?? -9, to: network.actorIndex.get(to) ?? -9 };
          const found = findPaths(network, hops, { ...indices, ...rest }, { hops: PLENTY });
          const expected = naivePaths(lookThrough(dataset, lens), { from, to, direction, ...rest });
          expect(named(network, found)).toEqual(expected.slice(0, rest.count));
          expect(found.isComplete).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('when actors are tied in a tangle, then every pair’s paths are the beginning of all simple paths in order', () => {
    fc.assert(
      fc.property(tangle, anyQuestion, (dataset, { direction, ...rest }) => {
        const network = toSmallNetwork(dataset);
        const claims = lookThrough(dataset, DEFAULT_LENS);
        const hops = toHopTable(network, applyLens(network, DEFAULT_LENS), direction);
        for (const to of [1, 2, 3]) {
          const found = findPaths(network, hops, { from: 0, to, ...rest }, { hops: PLENTY });
          const ends = { from: 'a0' as ActorId, to: `a${to}` as ActorId };
          const expected = naivePaths(claims, { ...ends, direction, ...rest });
          expect(named(network, found)).toEqual(expected.slice(0, rest.count));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('when the budget ends, then what was found is the beginning of the answer, and it says that there may be more', () => {
    fc.assert(
      fc.property(tangle, anyQuestion, fc.nat({ max: 150 }), (dataset, { direction, ...rest }, budget) => {
        const network = toSmallNetwork(dataset);
        const hops = toHopTable(network, applyLens(network, DEFAULT_LENS), direction);
        const ask = (most: number) => findPaths(network, hops, { from: 0, to: 1, ...rest }, { hops: most });
        const whole = ask(PLENTY);
        const part = ask(budget);
        expect(part.paths).toEqual(whole.paths.slice(0, part.paths.length));
        if (part.paths.length < whole.paths.length) expect(part.isComplete).toBe(false);
        expect(ask(PLENTY)).toEqual(whole); // nothing of the search that ended is left
      }),
      { numRuns: 150 },
    );
  });

  it('when the ends are leaves of one hub, then the one way is found, and none is looked for through the hub again', () => {
    const spokes = Array.from({ length: 300 }, (_, spoke) => `x${spoke}`);
    const claims = ['ann', 'bob', ...spokes].map((spoke) => ({ says: `hub leads ${spoke}` }));
    const rim = spokes.map((spoke, at) => ({ says: `${spoke} leads x${(at + 7) % 300}` }));
    const network = toSmallNetwork(toSmallDataset({ claims: [...claims, ...rim] }));
    const hops = toHopTable(network, applyLens(network, DEFAULT_LENS), 'any');
    const indexOf = (id: string): number => network.actorIndex.get(id as ActorId) ?? -9;
    const question = { from: indexOf('ann'), to: indexOf('bob'), count: 5, mostNeighbours: Infinity };
    const budget = { hops: 100 };
    const found = findPaths(network, hops, { ...question, maxLength: LONGEST_PATH }, budget);
    expect(named(network, found)).toEqual([{ actors: ['ann', 'hub', 'bob'], strength: 1 }]);
    expect(found.isComplete).toBe(true);
    expect(findPaths(network, hops, { ...question, maxLength: 1 }, budget).paths).toEqual([]);
  });
});
