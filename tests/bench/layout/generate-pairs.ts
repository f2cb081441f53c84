import type { LayoutEdges } from '../../../graph-data/network/layout/layout-edges.ts';
import { toLayoutEdges } from '../../../graph-data/network/layout/layout-edges.ts';
import { createActorDraw } from '../generate/generate-dataset.ts';
import { createRandom } from '../generate/random.ts';

/** A network as a layout sees it. */
export interface PairNetwork {
  readonly ids: readonly string[];
  readonly edges: LayoutEdges;
}

/**
 * Who is tied to whom in a dataset of so many actors and claims from `generateDataset`, drawn in the same way, without its
 * sentences: 100,000 actors and two million claims take a second and some 50 MB.
 */
export function generatePairs({
  actors,
  claims,
  seed,
}: {
  readonly actors: number;
  readonly claims: number;
  readonly seed: number;
}): PairNetwork {
  const random = createRandom(seed);
  const draw = createActorDraw(actors, random);
  // Fame is by rank: ids are dealt so that their order says nothing of it.
  const place = toShuffled(actors, (bound) => random.below(bound));
  const [sources, targets] = [new Uint32Array(claims), new Uint32Array(claims)];
  for (let claim = 0; claim < claims; claim += 1) {
    const subject = draw.any();
    sources[claim] = place[subject] ?? 0;
    targets[claim] = place[draw.partner(subject)] ?? 0;
  }
  return {
    ids: Array.from({ length: actors }, (_, index) => `actor-${String(index).padStart(6, '0')}`),
    edges: toLayoutEdges(actors, sources, targets, new Uint32Array(claims).fill(1)),
  };
}

function toShuffled(count: number, below: (bound: number) => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let at = count - 1; at > 0; at -= 1) {
    const other = below(at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return order;
}
