import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toEdgeSize, toNodeSize } from '../../../graph-data/network/appearance.ts';
import type { NetworkGraph } from '../../../graph-data/network/graph.ts';
import { toGraph } from '../../../graph-data/network/graph.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { NO_BUDGET } from '../../../graph-data/network/overview.ts';
import type { SmallDataset, SmallInput } from '../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from './arbitrary-dataset.ts';
import { groupByRelation, lookThrough } from './naive-network.ts';

const graphOf = (dataset: SmallDataset, lens: Lens = DEFAULT_LENS, limit = 100): NetworkGraph => {
  const network = toSmallNetwork(dataset);
  const positions = network.actors.flatMap((_, index) => [index + 0.25, -index - 0.75]);
  return toGraph(network, applyLens(network, lens), positions, { ...NO_BUDGET, actors: limit });
};

const INPUT: SmallInput = {
  version: 7,
  actors: [
    { id: 'a', name: 'Ann', kind: 'person' },
    { id: 'anna', name: 'Anna', kind: 'person', mergedInto: 'a' },
    { id: 'b', name: 'Bob', kind: 'country' },
    { id: 'lone', name: 'Lone', kind: 'place' },
  ],
  claims: [
    { says: 'b consults anna', label: 'met', speaker: 'c', happenedOn: '2025-03-13' },
    { says: 'a consults b', label: 'met', speaker: 'anna' },
    { says: 'a consults b', label: 'spoke with', modality: 'denied' },
    { says: 'a supports a' },
    { says: 'a rejects b', status: 'rejected' },
  ],
};

describe('toGraph', () => {
  it('when dataset, lens and limit are any, then keys, ends and counts are those of what is chosen', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, fc.integer({ min: 1, max: 8 }), (dataset, lens, limit) => {
        const network = toSmallNetwork(dataset);
        const selection = applyLens(network, lens);
        const graph = graphOf(dataset, lens, limit);
        const present = network.actors.filter((_, index) => selection.hasActor[index] === 1);
        const claimsOf = (id: string): number =>
          selection.actorClaims[network.actors.findIndex((actor) => actor.id === id)] ?? -9;
        const ranked = present
          .map((actor) => actor.id)
          .sort((a, b) => claimsOf(b) - claimsOf(a) || (a < b ? -1 : 1))
          .slice(0, limit);
        expect(graph.nodes()).toEqual(ranked);

        const groups = [...groupByRelation(lookThrough(dataset, lens))].filter(
          ([, [first]]) =>
            first !== undefined && ranked.includes(first.subject) && ranked.includes(first.object),
        );
        expect(new Set(graph.edges())).toEqual(new Set(groups.map(([id]) => id)));
        for (const [id, claims] of groups) {
          expect(graph.getEdgeAttribute(id, 'claims')).toBe(claims.length);
          expect(id).toBe(`${graph.source(id)}.${graph.getEdgeAttribute(id, 'type')}.${graph.target(id)}`);
        }

        const { shown, total, cutBy } = graph.getAttribute('meta');
        expect(shown).toEqual({
          actors: graph.order,
          relations: graph.size,
          claims: groups.reduce((sum, [, claims]) => sum + claims.length, 0),
        });
        expect(total).toEqual(selection.total);
        expect(cutBy).toEqual(
          present.length > limit ? [...selection.cutBy, `limit=${limit}`] : selection.cutBy,
        );
      }),
    );
  });

  it('when drawn, then a node says its name, kind, counts, place and size', () => {
    const graph = graphOf(toSmallDataset(INPUT));
    expect(graph.getNodeAttributes('a')).toEqual({
      label: 'Ann',
      kind: 'person',
      claims: 4,
      spoken: 1,
      x: 0.25,
      y: -0.75,
      size: toNodeSize(4, 4),
    });
    // Merged actors keep their place in the network, so that a split puts everything back.
    expect(graph.getNodeAttributes('b')).toMatchObject({ claims: 3, spoken: 0, x: 2.25, y: -2.75 });
    expect(graph.nodes()).toEqual(['a', 'b', 'c', 'lone']);
  });

  it('when drawn, then an edge sums up its relation; a mutual one runs from the first of the two', () => {
    const graph = graphOf(toSmallDataset(INPUT));
    expect(graph.getEdgeAttributes('a.consults.b')).toEqual({
      type: 'consults',
      direction: 'both',
      label: 'met',
      labels: ['met', 'spoke with'],
      claims: 3,
      origins: 3,
      speakers: [null, 'a', 'c'],
      stance: 'neutral',
      stances: { positive: 0, neutral: 3, negative: 0 },
      modalities: { asserted: 2, denied: 1, planned: 0, hypothetical: 0 },
      firstOn: '2025-03-13',
      lastOn: '2025-03-13',
      disputed: true,
      size: toEdgeSize(3),
    });
    expect([graph.source('a.consults.b'), graph.target('a.consults.b')]).toEqual(['a', 'b']);
    expect(graph.edges()).not.toContain('a.rejects.b');
  });

  it('when an actor is tied to itself, then it is a loop', () => {
    const graph = graphOf(toSmallDataset(INPUT));
    expect(graph.isSelfLoop('a.supports.a')).toBe(true);
    expect(graph.getEdgeAttribute('a.supports.a', 'direction')).toBe('out');
  });

  it('when the limit leaves actors out, then their relations too, and the answer says so', () => {
    const graph = graphOf(toSmallDataset(INPUT), DEFAULT_LENS, 1);
    expect(graph.nodes()).toEqual(['a']);
    expect(graph.edges()).toEqual(['a.supports.a']);
    expect(graph.getAttribute('meta')).toEqual({
      version: 7,
      shown: { actors: 1, relations: 1, claims: 1 },
      total: { actors: 4, relations: 2, claims: 4 },
      cutBy: ['limit=1'],
    });
  });

  it('when exported, then another graph imports it whole', () => {
    const graph = graphOf(toSmallDataset(INPUT));
    const copy = MultiDirectedGraph.from(
      JSON.parse(JSON.stringify(graph.export())) as ReturnType<NetworkGraph['export']>,
    );
    expect(copy.export()).toEqual(graph.export());
  });
});
