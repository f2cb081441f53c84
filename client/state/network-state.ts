import { MultiDirectedGraph } from 'graphology';
import type { Meta, NetworkAnswer, RelationTypeRow } from '../../graph-data/contract/answers.ts';
import type { ComparedSide } from '../../graph-data/network/compare/compared.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import type { EdgeAttributes, NetworkGraph } from '../../graph-data/network/graph.ts';
import type { PageProblem } from '../api/problem-error.ts';
import type { Comparison } from './comparison.ts';

/** A network that has arrived, and the lens it was asked under. */
export interface LoadedNetwork {
  readonly lens: Lens;
  /** The two views it is of and whose each relation is, by id; null where it is one network. */
  readonly compared: ComparedViews | null;
  readonly graph: NetworkGraph;
  readonly meta: Meta;
  /** By id, in the order it is shown. */
  readonly vocabulary: ReadonlyMap<string, RelationTypeRow>;
  readonly dataset: NetworkAnswer['attributes']['dataset'];
}

export interface ComparedViews {
  readonly comparison: Comparison;
  readonly sides: ReadonlyMap<string, ComparedSide>;
}

/** The network as the page has it. While the next one loads, or when it fails, the last one stays in view. */
export interface NetworkState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly loaded: LoadedNetwork | null;
  readonly problem: PageProblem | null;
}

export const NO_NETWORK: NetworkState = { status: 'loading', loaded: null, problem: null };

export function withLoading(network: NetworkState): NetworkState {
  return { ...network, status: 'loading', problem: null };
}

export function withFailure(network: NetworkState, problem: PageProblem): NetworkState {
  return { ...network, status: 'failed', problem };
}

export function withLoaded(loaded: LoadedNetwork): NetworkState {
  return { status: 'ready', loaded, problem: null };
}

/** True when there are more actors than are drawn at once, of two views too: those with most claims are, whatever the lens. */
export function isCutByLimit(cutBy: readonly string[]): boolean {
  return cutBy.some((cut) => cut.startsWith('limit=') || cut.startsWith('actors='));
}

/** True when there are more relations between the drawn actors than are drawn at once. */
export function isCutByRelations(cutBy: readonly string[]): boolean {
  return cutBy.some((cut) => cut.startsWith('relations='));
}

/**
 * The answer as graphology's graph with what stands beside it. Cost: about 1 µs a node or edge, so that it stays on the page's
 * main thread: 6,000 relations take less than a frame, and a worker would have to send them as objects all the same.
 */
export function toLoadedNetwork(
  answer: NetworkAnswer & { readonly sides?: readonly ComparedSide[] },
  lens: Lens,
  comparison: Comparison | null = null,
): LoadedNetwork {
  const { meta, vocabulary, dataset } = answer.attributes;
  const graph: NetworkGraph = new MultiDirectedGraph();
  graph.setAttribute('meta', meta);
  // One by one: `import` would check each again for what the contract says already.
  for (const { key, attributes } of answer.nodes) graph.addNode(key, attributes);
  const sides = new Map<string, ComparedSide>();
  answer.edges.forEach(({ key, source, target, attributes }, place) => {
    const side = answer.sides?.[place];
    if (side !== undefined) sides.set(key, side);
    // The wire has plain strings where the graph has branded ids.
    const edge = attributes as unknown as EdgeAttributes;
    graph.addDirectedEdgeWithKey(key, source, target, side === undefined ? edge : { ...edge, side });
  });
  const compared = comparison && answer.sides ? { comparison, sides } : null;
  return {
    lens,
    compared,
    graph,
    meta,
    vocabulary: new Map(vocabulary.map((type) => [type.id, type])),
    dataset,
  };
}
