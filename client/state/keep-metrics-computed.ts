import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import { toMetricsInput } from '../../graph-data/network/metrics/metrics-input.ts';
import { toWantedMetrics } from './appearance.ts';
import type { MetricsAnswer, MetricsState } from './metrics-state.ts';
import { NO_METRICS } from './metrics-state.ts';
import type { PageStore, StoreState } from './page-store.ts';
import type { StartMetrics } from './start-metrics.ts';

export interface MetricsKeeper {
  /** Stops what is computed: the numbers that are there stay. Not taken up again before the network changes or `restart`. */
  cancel(): void;
  /** Takes up what was cancelled or failed, from the beginning. */
  restart(): void;
  dispose(): void;
}

/**
 * Computes the numbers of the loaded network whenever size, colour or the ranking ask for them; again when the network is
 * another one. Nothing is computed that nobody asked for, and no longer than it is asked for.
 */
export function keepMetricsComputed(store: PageStore, startMetrics: StartMetrics): MetricsKeeper {
  let stopRunning: (() => void) | undefined;
  const set = (change: Partial<MetricsState>): void => {
    store.setState(({ metrics }) => ({ metrics: { ...metrics, ...change } }));
  };
  const stop = (): void => {
    stopRunning?.();
    stopRunning = undefined;
  };
  const start = (graph: NetworkGraph, withBetweenness: boolean): void => {
    stop();
    const { metrics } = store.getState();
    const known = metrics.graph === graph ? metrics.values : null;
    store.setState({ metrics: { graph, status: 'running', progress: 0, values: known } });
    let isOver = false;
    const stopMetrics = startMetrics(
      { input: toMetricsInput(graph), withBetweenness },
      (answer) => {
        if (!isOver) receive(answer, withBetweenness);
      },
      () => {
        if (!isOver) finish('failed');
      },
    );
    stopRunning = () => {
      isOver = true;
      stopMetrics();
    };
  };
  const receive = (answer: MetricsAnswer, withBetweenness: boolean): void => {
    const known = store.getState().metrics.values;
    if (answer.kind === 'progress') set({ progress: answer.progress });
    else if (answer.kind === 'metrics') {
      set({ values: { ...answer.metrics, betweenness: known?.betweenness ?? null } });
      if (!withBetweenness) finish('ready');
    } else {
      if (known !== null) set({ values: { ...known, betweenness: answer.betweenness } });
      finish('ready');
    }
  };
  const finish = (status: 'ready' | 'failed' | 'cancelled'): void => {
    stop();
    set({ status });
    if (status === 'ready') update(false); // more may have been asked for meanwhile
  };
  const update = (isRestart: boolean): void => {
    const state = store.getState();
    const graph = state.network.loaded?.graph;
    const wanted = toWanted(state);
    const { metrics } = state;
    if (wanted === 'none' && stopRunning !== undefined) {
      stop();
      store.setState({ metrics: NO_METRICS });
    }
    if (graph === undefined || wanted === 'none') return;
    const isOther = metrics.graph !== graph;
    if (!isOther && !isRestart && metrics.status !== 'ready') return;
    const isMissing = metrics.values === null || (wanted === 'all' && metrics.values.betweenness === null);
    if (isOther || isMissing) start(graph, wanted === 'all');
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.network.loaded !== before.network.loaded || toWanted(state) !== toWanted(before)) update(false);
  });
  update(false);
  return {
    cancel: () => {
      if (stopRunning !== undefined) finish('cancelled');
    },
    restart: () => update(true),
    dispose: () => {
      unsubscribe();
      stop();
    },
  };
}

function toWanted({ page }: StoreState): 'none' | 'quick' | 'all' {
  if (page.tab === 'table' && page.table === 'ranking') return 'all';
  return toWantedMetrics(page.appearance);
}
