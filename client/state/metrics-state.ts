import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import type { MetricsInput } from '../../graph-data/network/metrics/metrics-input.ts';
import type { Metrics } from '../../graph-data/network/metrics/metrics.ts';

/** The numbers of the network that is loaded, as far as they are computed. */
export interface MetricsState {
  /** The graph they are of; null before anything was asked for. */
  readonly graph: NetworkGraph | null;
  readonly status: 'none' | 'running' | 'ready' | 'cancelled' | 'failed';
  /** Of the betweenness while it runs, 0 to 1. */
  readonly progress: number;
  /** Without betweenness while that is not there. */
  readonly values: Metrics | null;
}

export const NO_METRICS: MetricsState = { graph: null, status: 'none', progress: 0, values: null };

/** What the page asks of the worker, once. */
export interface MetricsOrder {
  readonly input: MetricsInput;
  readonly withBetweenness: boolean;
}

/** What the worker answers: the quick numbers, then how far the betweenness is, then that. */
export type MetricsAnswer =
  | { readonly kind: 'metrics'; readonly metrics: Metrics }
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'betweenness'; readonly betweenness: Float64Array };
