import { encodeNetwork } from '../../../graph-data/contract/columns/encode-network.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import { chooseOverview } from '../../../graph-data/network/overview.ts';
import { median } from '../bench.ts';
import { generateDataset } from '../generate/generate-dataset.ts';
import { toNetworkInput } from '../generate/to-network-input.ts';

const REPEATS = 9;
const SIZES = [
  [500, 10_000],
  [4_900, 100_000],
  [23_000, 470_000],
  [49_000, 1_000_000],
] as const;
const LENSES: readonly Lens[] = [
  { ...DEFAULT_LENS, stances: ['negative'] },
  { ...DEFAULT_LENS, from: '2025-03', to: '2025-03' },
];

/** What a lens costs at one size, in milliseconds: medians. */
export interface Cost {
  readonly claims: number;
  readonly lensMs: number;
  readonly answerMs: number;
}

/** Measures a lens, and the answer with the overview, at each size, a stance and a month in turn. */
export function measureGrowth(say: (line: string) => void): Cost[] {
  return SIZES.map(([actors, claims]) => {
    const network = toNetwork(toNetworkInput(generateDataset({ actors, claims, seed: 1 })));
    const positions = new Float64Array(network.actors.length * 2);
    const times: { lens: number[]; answer: number[] } = { lens: [], answer: [] };
    for (let round = 0; round < REPEATS; round += 1) {
      for (const lens of LENSES) {
        const startMs = performance.now();
        const selection = applyLens(network, lens);
        const lensMs = performance.now() - startMs;
        const overview = chooseOverview(network, selection, {
          actors: 2_000,
          relations: 6_000,
          expansions: [],
        });
        const { shown, cutBy } = overview;
        encodeNetwork(network, selection, positions, overview, {
          meta: { version: 1, shown, total: selection.total, cutBy: [...cutBy] },
          vocabulary: [],
          dataset: { documents: 0, digests: 0, disputes: 0 },
        });
        times.lens.push(lensMs);
        times.answer.push(performance.now() - startMs);
      }
    }
    const cost = { claims, lensMs: median(times.lens), answerMs: median(times.answer) };
    say(
      `${claims} claims: lens ${cost.lensMs.toFixed(1)} ms, with its answer ${cost.answerMs.toFixed(1)} ms`,
    );
    return cost;
  });
}

/** The exponent b of the power law a · n^b that fits costs best by least squares on logarithms: 1 is linear. */
export function fitExponent(points: readonly (readonly [n: number, cost: number])[]): number {
  const logs = points.map(([n, cost]) => [Math.log(n), Math.log(cost)] as const);
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const [x, y] = [mean(logs.map(([n]) => n)), mean(logs.map(([, cost]) => cost))];
  const spread = logs.reduce((sum, [n]) => sum + (n - x) ** 2, 0);
  return logs.reduce((sum, [n, cost]) => sum + (n - x) * (cost - y), 0) / spread;
}
