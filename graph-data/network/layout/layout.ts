import { layDown, separate } from './arrange.ts';
import { startExactLayout } from './exact-layout.ts';
import { FORCES } from './forces.ts';
import type { LayoutInput } from './layout-input.ts';
import { relaxMultilevel, toBody, toRadius } from './multilevel.ts';
import { createRelaxation } from './relaxation.ts';
import type { RunningLayout } from './running-layout.ts';
import { toStartPositions } from './start-positions.ts';

/** Up to so many nodes every pair is looked at. */
const EXACT_UP_TO = 400;
/** Iterations from the hashed start to a finished picture, every pair looked at. */
const EXACT_ITERATIONS = 600;
/** Root mean square distance from the centre in the finished picture, in graph units. */
const RADIUS = 100;
/**
 * A running layout is watched: it goes a part of the way at a time, first up to `limit` of the radius, less in each step, and
 * has come to rest after some 400.
 */
const WATCHED = { stride: 0.2, momentum: 0.5, limit: 0.05, cooling: 0.985 };

/**
 * Lays the whole network out by ForceAtlas2's forces: x and y in turn, a pair for each id in order, its long side lying and
 * somewhat stretched (as screens are), no two nodes too near each other, centred on (0, 0), at a root mean square distance of
 * 100 from it, rounded to hundredths. Empty for no nodes; a single node stands at (0, 0). Deterministic on every machine: no
 * clock, no randomness, nothing but + − × ÷ and square roots. Above 400 nodes communities are laid out first; O(n log n +
 * edges).
 * @param signal looked at between steps; what it throws ends the layout
 */
export function computeLayout(
  input: Pick<LayoutInput, 'ids' | 'edges' | 'forces'>,
  signal?: Pick<AbortSignal, 'throwIfAborted'>,
): Float64Array {
  return finishPicture(relaxNetwork(input, signal));
}

/** The positions of {@link computeLayout} before they are laid down, moved apart and brought to measure. */
function relaxNetwork(
  input: Pick<LayoutInput, 'ids' | 'edges' | 'forces'>,
  signal?: Pick<AbortSignal, 'throwIfAborted'>,
): ArrayLike<number> {
  const forces = input.forces ?? FORCES;
  const start = toStartPositions(input.ids);
  if (input.ids.length > EXACT_UP_TO)
    return relaxMultilevel(input, forces, start, () => signal?.throwIfAborted());
  const layout = startExactLayout(input, forces, start);
  layout.step(EXACT_ITERATIONS);
  return layout.positions();
}

/** Lays positions down, moves what is too near apart, centres and scales them: see {@link computeLayout}. */
export function finishPicture(positions: ArrayLike<number>): Float64Array {
  return normalisePositions(separate(layDown(positions)));
}

/**
 * Sets a layout up that goes on from the input's start, or the hashed one, without moving anything, and leaves pinned nodes
 * where they are. As deterministic as {@link computeLayout}.
 */
export function startLayout(input: LayoutInput): RunningLayout {
  const forces = input.forces ?? FORCES;
  const start = input.start ?? toStartPositions(input.ids);
  if (input.ids.length <= EXACT_UP_TO) return startExactLayout(input, forces, start);
  const body = toBody(input, forces);
  const positions = Float64Array.from(start);
  const step = createRelaxation(body, positions, forces, WATCHED, input.pinned);
  let limit = WATCHED.limit * toRadius(body, forces);
  return {
    step(iterations) {
      for (let done = 0; done < iterations; done += 1) {
        step(limit);
        limit *= WATCHED.cooling;
      }
    },
    positions: () => Float32Array.from(positions),
  };
}

/** Centres and scales positions to the finished picture's measure. */
export function normalisePositions(positions: ArrayLike<number>): Float64Array {
  const count = positions.length / 2;
  let [meanX, meanY] = [0, 0];
  for (let at = 0; at < positions.length; at += 2) {
    meanX += (positions[at] ?? 0) / count;
    meanY += (positions[at + 1] ?? 0) / count;
  }
  let square = 0;
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [(positions[at] ?? 0) - meanX, (positions[at + 1] ?? 0) - meanY];
    square += (x * x + y * y) / count;
  }
  const scale = square > 0 ? RADIUS / Math.sqrt(square) : 1;
  const normal = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at += 1) {
    const own = (positions[at] ?? 0) - (at % 2 === 0 ? meanX : meanY);
    normal[at] = Math.round(own * scale * 100) / 100 + 0;
  }
  return normal;
}
