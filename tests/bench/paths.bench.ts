import { STATUSES } from '../../graph-data/model/claim.ts';
import type { FoundPaths } from '../../graph-data/network/paths/find-paths.ts';
import { findPaths } from '../../graph-data/network/paths/find-paths.ts';
import { toHopTable } from '../../graph-data/network/paths/hop-table.ts';
import { selectAll } from '../../graph-data/views/view-context.ts';
import { loadContext } from '../../server/app/load-context.ts';
import { openStore } from '../../server/store/open-store.ts';
import type { Bench, BenchResult } from './bench.ts';
import { median } from './bench.ts';
import { createRandom } from './generate/random.ts';
import { findLargeStore } from './large-store.ts';
import { findShortest, repeatBidirectional, toPairGraph } from './paths/repeated-bidirectional.ts';

const PAIRS = 400;
const WARM_UPS = 2;
const ROUNDS = 5;
const COUNT = 5;
const MAX_LENGTH = 4;
/** As the API answers with at most. */
const BUDGET = 30_000_000;

export const bench: Bench = {
  title: 'paths between two actors',
  method: `The ${COUNT} best paths of at most ${MAX_LENGTH} hops between two actors, for ${PAIRS} pairs drawn evenly out of 23,000
actors of 470,000 claims, either direction: ours against \`bidirectional\` of graphology-shortest-path, repeated for ${COUNT} paths
as Yen's algorithm does, with Lawler's saving: each path found is left at each of its actors in turn, without the edges that
paths found before take from there. So both find shortest paths, of the same lengths (which is checked); ours are of those the strongest, by
weakest hop and ids. Told beside: the simplest repetition, without the middle edge of every path found before, which finds others
than the shortest. The peer's graph is the one that suits it best: undirected, one edge a pair, without attributes; actors of the path's
beginning are hidden from it, not dropped with their edges. Both have their graph in memory before the clock starts; ours is worked
out for a lens at its first question, which is told beside. Within a round all pairs are asked of the one side, then of the other, so
that neither pays for the garbage of the other; after ${WARM_UPS} rounds that warm up, ${ROUNDS} rounds, the median time of a pair on each side.`,
  run: async (say): Promise<BenchResult> => {
    const store = await openStore({ dataDir: findLargeStore(say), readOnly: true });
    try {
      const context = await loadContext(store, 'all');
      const { network } = context;
      const selection = selectAll(context);
      const startedMs = performance.now();
      const hops = toHopTable(network, selection, 'any');
      const tableMs = performance.now() - startedMs;
      const graph = toPairGraph(network, STATUSES.indexOf('accepted'));
      say(`${graph.order} actors, ${graph.size} pairs`);
      const random = createRandom(11);
      const pairs = Array.from({ length: PAIRS }, () => {
        const from = random.below(network.actors.length);
        return { from, to: (from + 1 + random.below(network.actors.length - 1)) % network.actors.length };
      });
      const ask = (pair: (typeof pairs)[number]): FoundPaths => {
        const question = { ...pair, count: COUNT, maxLength: MAX_LENGTH, mostNeighbours: Infinity };
        return findPaths(network, hops, question, { hops: BUDGET });
      };
      const idOf = (actor: number): string => network.actors[actor]?.id ?? '';
      const byYen = ({ from, to }: (typeof pairs)[number]): string[][] =>
        findShortest(graph, idOf(from), idOf(to), COUNT);
      const simply = ({ from, to }: (typeof pairs)[number]): string[][] =>
        repeatBidirectional(graph, idOf(from), idOf(to), COUNT);

      const ours: number[] = [];
      const peers: number[] = [];
      const simple: number[] = [];
      const lengths = new Map<number, number>();
      for (let round = 0; round < WARM_UPS + ROUNDS; round += 1) {
        const found = pairs.map((pair) => time(() => ask(pair)));
        const repeated = pairs.map((pair) => time(() => byYen(pair)));
        const others = pairs.map((pair) => time(() => simply(pair)));
        found.forEach(({ result }, at) => check(result, repeated[at]?.result ?? []));
        if (round === 0) {
          for (const { result } of found) {
            const length = (result.paths[0]?.actors.length ?? 1) - 1;
            lengths.set(length, (lengths.get(length) ?? 0) + 1);
          }
        }
        if (round < WARM_UPS) continue;
        ours.push(...found.map(({ ms }) => ms));
        peers.push(...repeated.map(({ ms }) => ms));
        simple.push(...others.map(({ ms }) => ms));
        say(`round ${round + 1}: ours ${median(ours).toFixed(3)} ms, peer ${median(peers).toFixed(2)} ms`);
      }
      const worst = Math.max(...ours);
      return {
        figures: [
          {
            what: `${COUNT} best paths between two actors drawn evenly, over Yen's algorithm with graphology-shortest-path`,
            ratio: median(peers) / median(ours),
            atLeast: 50,
            sides: `${median(ours).toFixed(3)} ms, peer ${median(peers).toFixed(1)} ms (medians of ${ours.length})`,
          },
          {
            what: 'the same, all pairs together',
            ratio: sum(peers) / sum(ours),
            sides: `${(sum(ours) / ours.length).toFixed(3)} ms, peer ${(sum(peers) / peers.length).toFixed(1)} ms a pair on average; ours at most ${worst.toFixed(1)} ms`,
          },
          {
            what: `the same, over graphology-shortest-path repeated without the middle edges, for ${COUNT} paths of any length`,
            ratio: median(simple) / median(ours),
            sides: `${median(ours).toFixed(3)} ms, peer ${median(simple).toFixed(1)} ms (medians of ${ours.length})`,
          },
        ],
        notes: `Shortest paths of so many hops: ${[...lengths]
          .sort(([a], [b]) => a - b)
          .map(([length, count]) => `${length === 0 ? 'none' : length} ${count}`)
          .join(', ')} pairs. The table of hops is made in ${tableMs.toFixed(0)} ms, once a lens.`,
      };
    } finally {
      await store.close();
    }
  },
};

function time<T>(run: () => T): { readonly ms: number; readonly result: T } {
  const before = performance.now();
  const result = run();
  return { ms: performance.now() - before, result };
}

/** Both must find as many paths within the length, of the same lengths. */
function check({ paths, isComplete }: FoundPaths, shortest: readonly string[][]): void {
  const lengths = shortest.map((path) => path.length).filter((length) => length - 1 <= MAX_LENGTH);
  if (!isComplete || lengths.join() !== paths.map(({ actors }) => actors.length).join())
    throw new Error('the two sides disagree');
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
