import { Worker } from 'node:worker_threads';
import type { LayoutInput } from '../../graph-data/network/layout/layout.ts';

/** Lays a network out in a worker thread, so that the server goes on answering: the result of `computeLayout`. */
export function computeLayoutInWorker(input: LayoutInput): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { workerData: input });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) =>
      reject(new Error(`the layout worker ended with code ${code} and no positions`)),
    );
  });
}
