import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import type { Lens } from '../../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import type { Network } from '../../../../graph-data/network/network.ts';
import { getActor, getRelationId } from '../../../../graph-data/network/network.ts';
import type { Neighbour } from '../../../../graph-data/network/neighbourhood/neighbourhood.ts';
import {
  DIRECTIONS,
  findNearest,
  findNeighbours,
  keepStrongest,
} from '../../../../graph-data/network/neighbourhood/neighbourhood.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import { lookThrough, neighboursOf, readAs } from '../naive-network.ts';

const tiesOf = (network: Network, neighbour: Neighbour): string[] =>
  neighbour.ties.map(
    (tie) => `${getRelationId(network, tie.relation)} ${tie.direction} ${getActor(network, tie.with).id}`,
  );

describe('findNeighbours', () => {
  const anyDepth = fc.integer({ min: 1, max: 3 });
  const anyActor = fc.constantFrom('ann', 'bob', 'cy', 'gus') as fc.Arbitrary<ActorId>;

  it('when asked in any direction and depth, then it finds what a plain breadth-first walk finds', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        anyActor,
        fc.constantFrom(...DIRECTIONS),
        anyDepth,
        (dataset, lens, id, direction, depth) => {
          const network = toSmallNetwork(dataset);
          const index = network.actorIndex.get(id) ?? -9;
          const found = findNeighbours(network, applyLens(network, lens), index, direction, depth);
          const claims = lookThrough(dataset, lens);
          const expected = neighboursOf(claims, readAs(dataset, id), direction, depth);
          expect(
            new Map(
              found.map((neighbour) => [
                getActor(network, neighbour.actor).id,
                { distance: neighbour.distance, ties: tiesOf(network, neighbour).sort() },
              ]),
            ),
          ).toEqual(expected);
          expect(found).toHaveLength(expected.size);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('when any neighbourhood is listed, then by distance, most claims, id; ties by most claims, relation', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, anyActor, anyDepth, (dataset, lens, id, depth) => {
        const network = toSmallNetwork(dataset);
        const selection = applyLens(network, lens);
        const found = findNeighbours(network, selection, network.actorIndex.get(id) ?? -9, 'both', depth);
        const ordered = found.toSorted(
          (a, b) =>
            a.distance - b.distance ||
            b.claims - a.claims ||
            (getActor(network, a.actor).id < getActor(network, b.actor).id ? -1 : 1),
        );
        expect(found).toEqual(ordered);
        for (const { ties, claims } of found) {
          const weights = ties.map((tie) => selection.relationClaims[tie.relation] ?? -9);
          expect(weights).toEqual(weights.toSorted((a, b) => b - a));
          expect(claims).toBe(weights.reduce((sum, weight) => sum + weight, 0));
        }
      }),
    );
  });

  it('when an actor is reached by two ways, then it stands at the shorter one, with every tie to that ring', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        claims: [
          { says: 'a leads b' },
          { says: 'a leads c' },
          { says: 'b supports d' },
          { says: 'd rejects c' },
          { says: 'b consults c' },
          { says: 'a supports a' },
        ],
      }),
    );
    const found = findNeighbours(network, applyLens(network, DEFAULT_LENS), 0, 'both', 3);
    const answer = found.map((each) => [
      getActor(network, each.actor).id,
      each.distance,
      tiesOf(network, each),
    ]);
    expect(answer).toEqual([
      ['b', 1, ['a.leads.b out a']],
      ['c', 1, ['a.leads.c out a']],
      ['d', 2, ['b.supports.d out b', 'd.rejects.c in c']],
    ]);
  });

  it('when the lens turns the ranking round, then neighbours and their relations are ranked by what it leaves', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        claims: [
          { says: 'a leads b' },
          { says: 'a leads b' },
          { says: 'a leads b' },
          { says: 'a leads c' },
          { says: 'a supports c', stance: 'negative' },
          { says: 'a supports c', stance: 'negative' },
          { says: 'a leads b', stance: 'negative' },
          { says: 'a leads c', stance: 'negative' },
          { says: 'b leads e' },
          { says: 'c leads d' },
          { says: 'c leads d' },
        ],
      }),
    );
    const read = (lens: Partial<Lens>) =>
      findNeighbours(network, applyLens(network, { ...DEFAULT_LENS, ...lens }), 0, 'both', 2).map((each) => [
        getActor(network, each.actor).id,
        each.claims,
        tiesOf(network, each)[0],
      ]);
    expect(read({})).toEqual([
      ['b', 4, 'a.leads.b out a'],
      ['c', 4, 'a.leads.c out a'],
      ['d', 2, 'c.leads.d out c'],
      ['e', 1, 'b.leads.e out b'],
    ]);
    expect(read({ stances: ['negative'] })).toEqual([
      ['c', 3, 'a.supports.c out a'],
      ['b', 1, 'a.leads.b out a'],
    ]);
  });

  it('when nothing passes the lens, then there is no neighbour', () => {
    const network = toSmallNetwork(toSmallDataset({ claims: [{ says: 'a leads b' }] }));
    const selection = applyLens(network, { ...DEFAULT_LENS, stances: ['negative'] });
    expect(findNeighbours(network, selection, 0, 'both', 3)).toEqual([]);
  });
});

describe('findNearest', () => {
  it('when asked for any part, then it is that part of all neighbours at depth 1, in the same order, with their strongest ties', () => {
    const anyActor = fc.constantFrom('ann', 'bob', 'cy', 'gus') as fc.Arbitrary<ActorId>;
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        anyActor,
        fc.constantFrom(...DIRECTIONS),
        fc.nat({ max: 4 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        (dataset, lens, id, direction, offset, limit, most) => {
          const network = toSmallNetwork(dataset);
          const selection = applyLens(network, lens);
          const actor = network.actorIndex.get(id) ?? -9;
          const all = findNeighbours(network, selection, actor, direction, 1);
          for (const begin of [offset, offset, 0])
            // the second time, less is looked at
            expect(
              findNearest(network, selection, actor, direction, { offset: begin, end: begin + limit, most }),
            ).toEqual({
              total: all.length,
              items: all
                .slice(begin, begin + limit)
                .map((neighbour) => keepStrongest(network, selection, neighbour, most)),
            });
        },
      ),
      { numRuns: 400 },
    );
  });
});
