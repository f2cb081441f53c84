import { startBetweenness } from '../../graph-data/network/metrics/betweenness.ts';
import { computeMetrics } from '../../graph-data/network/metrics/metrics.ts';
import type { MetricsAnswer, MetricsOrder } from './metrics-state.ts';

/** How often progress is told. */
const TOLD_EVERY_MS = 100;

const answer = (message: MetricsAnswer): void => {
  postMessage(message);
};

addEventListener('message', ({ data: { input, withBetweenness } }: MessageEvent<MetricsOrder>) => {
  answer({ kind: 'metrics', metrics: computeMetrics(input) });
  if (!withBetweenness) return;
  const run = startBetweenness(input);
  let toldMs = performance.now();
  while (run.progress < 1) {
    run.step(1);
    if (performance.now() - toldMs < TOLD_EVERY_MS) continue;
    answer({ kind: 'progress', progress: run.progress });
    toldMs = performance.now();
  }
  answer({ kind: 'betweenness', betweenness: run.values() });
});
