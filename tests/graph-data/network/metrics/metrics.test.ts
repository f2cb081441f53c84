import fc from 'fast-check';
import { MultiDirectedGraph } from 'graphology';
import betweennessCentrality from 'graphology-metrics/centrality/betweenness.js';
import { describe, expect, it } from 'vitest';
import type { NetworkGraph } from '../../../../graph-data/network/graph.ts';
import { startBetweenness } from '../../../../graph-data/network/metrics/betweenness.ts';
import { computeMetrics, roundMetric, toTies } from '../../../../graph-data/network/metrics/metrics.ts';
import type { MetricsInput } from '../../../../graph-data/network/metrics/metrics-input.ts';
import { toMetricsInput } from '../../../../graph-data/network/metrics/metrics-input.ts';

type Relation = readonly [source: string, target: string, claims: number, direction?: 'out' | 'both'];

/** A network of these relations, and of actors that have none. */
function toGraph(relations: readonly Relation[], alone: readonly string[] = []): NetworkGraph {
  const graph = new MultiDirectedGraph();
  for (const id of [...relations.flatMap(([source, target]) => [source, target]), ...alone])
    graph.mergeNode(id, { claims: 0 });
  for (const [source, target, claims, direction = 'out'] of relations) {
    graph.addEdge(source, target, { claims, direction });
    for (const id of new Set([source, target]))
      graph.updateNodeAttribute(id, 'claims', (sum: number) => sum + claims);
  }
  return graph as unknown as NetworkGraph;
}

function betweennessOf(input: MetricsInput): Float64Array {
  const run = startBetweenness(input);
  run.step(Infinity);
  return run.values();
}

const relation: fc.Arbitrary<Relation> = fc.tuple(
  fc.integer({ min: 0, max: 14 }).map((index) => `a${index}`),
  fc.integer({ min: 0, max: 14 }).map((index) => `a${index}`),
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom('out' as const, 'both' as const),
);
const anyRelations = fc.array(relation, { maxLength: 40 });

/** Two groups of three, everyone tied to everyone, with one bridge from c to x. */
const BARBELL: readonly Relation[] = [
  ['a', 'b', 3],
  ['b', 'c', 3],
  ['c', 'a', 3],
  ['x', 'y', 3],
  ['y', 'z', 3],
  ['z', 'x', 3],
  ['c', 'x', 1],
];

describe('toMetricsInput', () => {
  it('when a pair has several relations, then they are one arc a way, and loops are none', () => {
    const { ids, sources, targets, weights, claims } = toMetricsInput(
      toGraph([
        ['b', 'a', 2],
        ['b', 'a', 1],
        ['a', 'b', 4, 'both'],
        ['a', 'a', 5],
      ]),
    );

    expect(ids).toEqual(['a', 'b']);
    expect([[...sources], [...targets], [...weights]]).toEqual([
      [0, 1],
      [1, 0],
      [4, 7],
    ]);
    expect([...claims]).toEqual([12, 7]);
  });

  it('when relations come in any order, then the input is the same', () => {
    fc.assert(
      fc.property(anyRelations, (relations) => {
        expect(toMetricsInput(toGraph(relations.toReversed()))).toEqual(toMetricsInput(toGraph(relations)));
      }),
    );
  });
});

describe('computeMetrics', () => {
  it('when two groups are tied by a bridge, then they are two communities, numbered by size and id', () => {
    const { ids, degree, community, communities } = computeMetrics(
      toMetricsInput(toGraph(BARBELL, ['alone'])),
    );

    expect(ids).toEqual(['a', 'alone', 'b', 'c', 'x', 'y', 'z']);
    expect([...degree]).toEqual([2, 0, 2, 3, 3, 2, 2]);
    expect([...community]).toEqual([1, 0, 1, 1, 2, 2, 2]);
    expect(communities).toBe(2);
  });

  it('when claims lead to an actor, then its PageRank is highest', () => {
    const { ids, pagerank } = computeMetrics(
      toMetricsInput(
        toGraph([
          ['a', 'hub', 1],
          ['b', 'hub', 1],
          ['c', 'hub', 1],
          ['c', 'a', 1],
        ]),
      ),
    );

    expect(ids[pagerank.indexOf(Math.max(...pagerank))]).toBe('hub');
  });

  it('when the network is any, then PageRank sums to 1, and computed again everything is the same', () => {
    fc.assert(
      fc.property(anyRelations, (relations) => {
        const input = toMetricsInput(toGraph(relations));
        const metrics = computeMetrics(input);
        const sum = metrics.pagerank.reduce((total, value) => total + value, 0);

        expect(sum).toBeCloseTo(input.ids.length === 0 ? 0 : 1, 4);
        expect(computeMetrics(input)).toEqual(metrics);
        expect(
          metrics.community.some((number, index) => (number === 0) !== (metrics.degree[index] === 0)),
        ).toBe(false);
      }),
    );
  });
});

describe('startBetweenness', () => {
  it('when a bridge ties two groups, then its ends lie between all others', () => {
    const input = toMetricsInput(toGraph(BARBELL));

    // 2 × 2 × 3 of the 5 × 4 ordered pairs of others: {a, b} with {x, y, z}, both ways.
    expect([...betweennessOf(input)]).toEqual([0, 0, 0.6, 0.6, 0, 0]);
  });

  it("when the network is any, then it equals graphology-metrics' own", () => {
    fc.assert(
      fc.property(anyRelations, (relations) => {
        const input = toMetricsInput(toGraph(relations));
        fc.pre(input.ids.length > 0);
        const theirs = betweennessCentrality(toTies(input), { getEdgeWeight: null });

        expect([...betweennessOf(input)]).toEqual(input.ids.map((id) => roundMetric(theirs[id] ?? 0)));
      }),
    );
  });

  it('when it is taken step by step, then progress is told, and the end is the same', () => {
    const input = toMetricsInput(toGraph(BARBELL));
    const run = startBetweenness(input);
    const seen = [run.progress];
    while (run.progress < 1) {
      run.step(4);
      seen.push(run.progress);
    }

    expect(seen).toEqual([0, 4 / 6, 1]);
    expect(run.values()).toEqual(betweennessOf(input));
  });

  it('when nobody is there, then it is done', () => {
    expect(startBetweenness(toMetricsInput(toGraph([]))).progress).toBe(1);
  });
});
