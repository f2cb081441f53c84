import { parentPort, workerData } from 'node:worker_threads';
import type { LayoutInput } from '../../graph-data/network/layout/layout-input.ts';
import { computeLayout } from '../../graph-data/network/layout/layout.ts';

// Runs in a worker thread: takes a LayoutInput, posts the positions, ends.
parentPort?.postMessage(computeLayout(workerData as LayoutInput));
