import type { MetricsAnswer, MetricsOrder } from './metrics-state.ts';

/** Begins to compute; what it gives stops it. Either an error or all answers are told, unless it is stopped. */
export type StartMetrics = (
  order: MetricsOrder,
  onAnswer: (answer: MetricsAnswer) => void,
  onError: () => void,
) => () => void;

/** Computes in a web worker of its own, which is gone when it is stopped: a long computation never waits for anything. */
export const startMetricsInWorker: StartMetrics = (order, onAnswer, onError) => {
  const worker = new Worker(new URL('./metrics-worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<MetricsAnswer>) => onAnswer(data));
  worker.addEventListener('error', onError);
  worker.postMessage(order);
  return () => worker.terminate();
};
