import type { LayoutEdges } from '../../../graph-data/network/layout/layout-edges.ts';
import { createRandom } from '../generate/random.ts';

/** How well a picture shows its network. The same picture gives the same figures: every sample has a fixed seed. */
export interface PictureQuality {
  /** Mean length of an edge over the mean distance of two nodes; lower is better. */
  readonly edgeRatio: number;
  /**
   * Sampled stress (Gansner, Koren & North 2005, weights 1/d²): mean of ((s·picture − steps) / steps)² over the pairs of 50
   * nodes with all they reach, at the scale s that makes it least; lower is better.
   */
  readonly stress: number;
  /** Of the k nearest in the picture, k = degree, the share that are neighbours in the network; 3,000 nodes; higher is better. */
  readonly preservation: number;
}

const SOURCES = 50;
const PAIRS = 400_000;
const NODES = 3_000;
const SEED = 20_140_610;

/** Measures positions (x and y in turn). Costs 50 breadth-first searches and 3,000 scans of all nodes. */
export function measureQuality(
  count: number,
  edges: LayoutEdges,
  positions: ArrayLike<number>,
): PictureQuality {
  const places = Float64Array.from(positions);
  const links = toLinks(count, edges);
  return {
    edgeRatio: measureEdges(edges, places) / measurePairs(count, places),
    stress: measureStress(count, links, places),
    preservation: measurePreservation(count, links, places),
  };
}

interface Links {
  readonly offsets: Uint32Array;
  readonly ends: Uint32Array;
}

function toLinks(count: number, { sources, targets }: LayoutEdges): Links {
  const offsets = new Uint32Array(count + 1);
  for (const ends of [sources, targets])
    for (const end of ends) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1;
  for (let node = 0; node < count; node += 1)
    offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0);
  const next = offsets.slice();
  const ends = new Uint32Array(sources.length * 2);
  const link = (from: number, to: number): void => {
    const at = next[from] ?? 0;
    ends[at] = to;
    next[from] = at + 1;
  };
  sources.forEach((source, edge) => {
    link(source, targets[edge] ?? 0);
    link(targets[edge] ?? 0, source);
  });
  return { offsets, ends };
}

function distance(places: Float64Array, a: number, b: number): number {
  const x = (places[a * 2] ?? 0) - (places[b * 2] ?? 0);
  const y = (places[a * 2 + 1] ?? 0) - (places[b * 2 + 1] ?? 0);
  return Math.sqrt(x * x + y * y);
}

function measureEdges({ sources, targets }: LayoutEdges, places: Float64Array): number {
  let sum = 0;
  for (let edge = 0; edge < sources.length; edge += 1)
    sum += distance(places, sources[edge] ?? 0, targets[edge] ?? 0);
  return sum / sources.length;
}

function measurePairs(count: number, places: Float64Array): number {
  const random = createRandom(SEED);
  let sum = 0;
  for (let pair = 0; pair < PAIRS; pair += 1)
    sum += distance(places, random.below(count), random.below(count));
  return sum / PAIRS;
}

function measureStress(count: number, links: Links, places: Float64Array): number {
  const random = createRandom(SEED + 1);
  const steps = new Int32Array(count);
  const queue = new Uint32Array(count);
  let [pairs, ratios, squares] = [0, 0, 0];
  for (let sample = 0; sample < SOURCES; sample += 1) {
    const source = random.below(count);
    const reached = search(links, source, steps, queue);
    for (let at = 1; at < reached; at += 1) {
      const node = queue[at] ?? 0;
      const ratio = distance(places, source, node) / (steps[node] ?? 1);
      pairs += 1;
      ratios += ratio;
      squares += ratio * ratio;
    }
  }
  // Σ (s·r − 1)² is least at s = Σr / Σr², and is then n − (Σr)² / Σr².
  return pairs === 0 ? 0 : 1 - (ratios * ratios) / squares / pairs;
}

/** Breadth-first: fills `queue` in order of steps, and answers how many were reached. */
function search({ offsets, ends }: Links, source: number, steps: Int32Array, queue: Uint32Array): number {
  steps.fill(-1);
  steps[source] = 0;
  queue[0] = source;
  let length = 1;
  for (let head = 0; head < length; head += 1) {
    const node = queue[head] ?? 0;
    for (let at = offsets[node] ?? 0; at < (offsets[node + 1] ?? 0); at += 1) {
      const end = ends[at] ?? 0;
      if (steps[end] !== -1) continue;
      steps[end] = (steps[node] ?? 0) + 1;
      queue[length] = end;
      length += 1;
    }
  }
  return length;
}

function measurePreservation(count: number, { offsets, ends }: Links, places: Float64Array): number {
  const random = createRandom(SEED + 2);
  const distances = new Float64Array(count);
  const sorting = new Float64Array(count);
  let [sum, sampled] = [0, 0];
  for (let tries = 0; sampled < NODES && tries < NODES * 4; tries += 1) {
    const node = random.below(count);
    const neighbours = ends.subarray(offsets[node] ?? 0, offsets[node + 1] ?? 0);
    if (neighbours.length === 0) continue;
    for (let other = 0; other < count; other += 1) distances[other] = distance(places, node, other);
    distances[node] = Infinity;
    sorting.set(distances);
    const near = findNth(sorting, neighbours.length - 1);
    let kept = 0;
    for (const neighbour of neighbours) if ((distances[neighbour] ?? 0) <= near) kept += 1;
    sum += kept / neighbours.length;
    sampled += 1;
  }
  return sampled === 0 ? 1 : sum / sampled;
}

/** The value that would stand at this index if all were sorted (Hoare's selection); leaves them in another order. */
function findNth(values: Float64Array, index: number): number {
  let [left, right] = [0, values.length - 1];
  while (left < right) {
    const pivot = values[(left + right) >> 1] ?? 0;
    let [low, high] = [left, right];
    while (low <= high) {
      while ((values[low] ?? 0) < pivot) low += 1;
      while ((values[high] ?? 0) > pivot) high -= 1;
      if (low > high) break;
      const value = values[low] ?? 0;
      values[low] = values[high] ?? 0;
      values[high] = value;
      low += 1;
      high -= 1;
    }
    if (index <= high) right = high;
    else if (index >= low) left = low;
    else break;
  }
  return values[index] ?? NaN;
}
