import { Worker } from 'node:worker_threads';
import type { LayoutInput } from '../../graph-data/network/layout/layout-input.ts';

/**
 * Lays a network out in a worker thread, so that the server goes on answering: the result of `computeLayout`.
 * @param signal aborted, it ends the worker; the promise is rejected with its reason
 */
export function computeLayoutInWorker(input: LayoutInput, signal?: AbortSignal): Promise<Float64Array> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { workerData: input });
    const stop = (): void => {
      reject(signal?.reason as Error);
      void worker.terminate();
    };
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', stop);
      reject(new Error(`the layout worker ended with code ${code} and no positions`));
    });
  });
}
