import { createWriteStream } from 'node:fs';
import { devNull } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { ROUTES } from '../../../graph-data/contract/routes.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { exportNetwork } from '../../../graph-data/views/export-view.ts';
import { loadContext } from '../../../server/app/load-context.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { collectGarbage } from '../bench.ts';
import type { OurSide } from './sides.ts';

// Run as a program by sides.ts, with --expose-gc: a store's folder; prints OurSide as JSON.
const SAMPLE_EVERY = 50;
const store = await openStore({ dataDir: process.argv[2] ?? '', readOnly: true });
const context = await loadContext(store, 'all');
const query = parseQuery(ROUTES.exportGexf.query, new URLSearchParams('level=claims'));
context.select(DEFAULT_LENS); // the resident network has its accepted selection
for (let times = 0; times < 4; times += 1) {
  collectGarbage();
  await setTimeout(50); // lets array buffers be swept
}
const residentBefore = process.memoryUsage.rss();
let residentPeak = residentBefore;
let characters = 0;

async function* watchMemory(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let count = 0;
  for await (const chunk of chunks) {
    characters += chunk.length;
    if (count++ % SAMPLE_EVERY === 0) residentPeak = Math.max(residentPeak, process.memoryUsage.rss());
    yield chunk;
  }
}

const sampling = setInterval(() => (residentPeak = Math.max(residentPeak, process.memoryUsage.rss())), 5);
const startedAt = performance.now();
const before = process.cpuUsage();
await pipeline(Readable.from(watchMemory(exportNetwork(context, query, 'gexf'))), createWriteStream(devNull));
const { user, system } = process.cpuUsage(before);
const side: OurSide = {
  cpuMs: (user + system) / 1000,
  wallMs: performance.now() - startedAt,
  characters,
  bytesAbove: residentPeak - residentBefore,
};
clearInterval(sampling);
console.log(JSON.stringify(side));
await store.close();
