import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { computeLayoutInWorker } from '../../../server/app/compute-layout.ts';
import { findBrowser, launchBrowser } from '../../browser/launch-browser.ts';
import type { PairNetwork } from './generate-pairs.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** SHA-256 of positions, byte by byte, in hexadecimal. */
export function hashPositions(positions: Float64Array): string {
  return createHash('sha256').update(new Uint8Array(positions.buffer)).digest('hex');
}

/** The hash of the layout that the server's worker thread computes. */
export async function hashInThread(network: PairNetwork): Promise<string> {
  return hashPositions(await computeLayoutInWorker(network));
}

/** Takes an input by message, answers the SHA-256 of its layout: the same modules as in Node, their types taken off. */
const WORKER = `
import { computeLayout } from '/graph-data/network/layout/layout.ts';
const answer = await fetch('/input.json');
const { ids, sources, targets, weights } = await answer.json();
const positions = computeLayout({ ids, edges: {
  sources: Uint32Array.from(sources), targets: Uint32Array.from(targets), weights: Float64Array.from(weights) } });
const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', positions));
postMessage(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
`;

/** The hash of the layout that a web worker in Chromium computes; undefined where there is no browser. */
export async function hashInBrowser({ ids, edges }: PairNetwork): Promise<string | undefined> {
  const executable = await findBrowser();
  if (executable === undefined) return undefined;
  const columns = { sources: edges.sources, targets: edges.targets, weights: edges.weights };
  const input = JSON.stringify({
    ids,
    ...Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, Array.from(column)])),
  });
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (type: string, body: string): void => {
      response.setHeader('Content-Type', type).end(body);
    };
    if (path === '/input.json') send('application/json', input);
    else if (path === '/worker.js') send('text/javascript', WORKER);
    else if (/^\/graph-data\/[a-z0-9/-]+\.ts$/.test(path))
      send('text/javascript', stripTypeScriptTypes(readFileSync(join(ROOT, path), 'utf8')));
    else send('text/html', '<!doctype html><title>layout</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await launchBrowser(executable);
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const worker = new Worker('/worker.js', { type: 'module' });
          worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
            resolve(data);
          });
          worker.addEventListener('error', ({ message }) => {
            reject(new Error(message));
          });
        }),
    );
  } finally {
    await browser.close();
    server.close();
  }
}
