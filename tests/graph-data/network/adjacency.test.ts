import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toAdjacency } from '../../../graph-data/network/adjacency.ts';
import type { Network } from '../../../graph-data/network/network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { idsOf } from './naive-network.ts';

/** Each actor's entries as [neighbour, relation], worked out without any index. */
const tiesOf = ({ actors, relations }: Network, weight: Uint32Array) =>
  actors.map((_, actor) => {
    const ties: [neighbour: number, relation: number][] = [];
    for (let relation = 0; relation < relations.length; relation += 1) {
      const [subject, object] = [relations.subject[relation] ?? -9, relations.object[relation] ?? -9];
      if (subject !== object && subject === actor) ties.push([object, relation]);
      if (subject !== object && object === actor) ties.push([subject, relation]);
    }
    const claims = (other: number): number =>
      ties.reduce((sum, [neighbour, tie]) => sum + (neighbour === other ? (weight[tie] ?? -9) : 0), 0);
    return ties.sort(([a, r], [b, s]) => claims(b) - claims(a) || a - b || r - s);
  });

const entriesOf = ({ actors, adjacency }: Pick<Network, 'actors' | 'adjacency'>) =>
  actors.map((_, actor) => {
    const [from, to] = [adjacency.start[actor] ?? -9, adjacency.start[actor + 1] ?? -9];
    return Array.from({ length: to - from }, (_, at) => [
      adjacency.neighbour[from + at],
      adjacency.relation[from + at],
    ]);
  });

describe('toAdjacency', () => {
  it('when built, then each relation stands at both ends, neighbours together, most accepted claims first', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const accepted = new Uint32Array(network.relations.length);
        for (let relation = 0; relation < network.relations.length; relation += 1) {
          const ids = idsOf(network).slice(
            network.relations.firstClaim[relation],
            network.relations.firstClaim[relation + 1],
          );
          accepted[relation] = dataset.claims.filter(
            (claim) => ids.includes(claim.id) && claim.status === 'accepted',
          ).length;
        }
        expect(entriesOf(network)).toEqual(tiesOf(network, accepted));
      }),
    );
  });

  it('when other weights are given, then neighbours are ranked by those', () => {
    const network = toSmallNetwork(
      toSmallDataset({ claims: [{ says: 'a leads b' }, { says: 'a leads c' }, { says: 'a leads d' }] }),
    );
    const adjacency = toAdjacency(4, network.relations, Uint32Array.of(1, 5, 1));
    expect(entriesOf({ actors: network.actors.slice(0, 1), adjacency })).toEqual([
      [
        [2, 1],
        [1, 0],
        [3, 2],
      ],
    ]);
  });

  it('when an actor is tied only to itself, then it has no entries', () => {
    const network = toSmallNetwork(toSmallDataset({ claims: [{ says: 'a supports a' }] }));
    expect(network.relations.length).toBe(1);
    expect(entriesOf(network)).toEqual([[]]);
  });

  it('when there is no actor, then there is nothing', () => {
    const network = toSmallNetwork(toSmallDataset({ claims: [] }));
    expect(network.adjacency.start).toEqual(Uint32Array.of(0));
  });
});
