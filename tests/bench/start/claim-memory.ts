import { setTimeout } from 'node:timers/promises';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import type { Network } from '../../../graph-data/network/network.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { collectGarbage } from '../bench.ts';
import type { ClaimMemory } from './measure.ts';

// Run as a program by measure.ts, with --expose-gc: a store's folder; prints ClaimMemory as JSON.
const store = await openStore({ dataDir: process.argv[2] ?? '', readOnly: true });
const kept: unknown[] = [];

async function keepNetwork(hasClaims: boolean): Promise<{ network: Network; bytes: number }> {
  const before = await usedBytes();
  const network = await store.reader.readNetwork((input) =>
    toNetwork(hasClaims ? input : { ...input, claims: [] }),
  );
  kept.push(network, applyLens(network, DEFAULT_LENS));
  return { network, bytes: (await usedBytes()) - before };
}

async function usedBytes(): Promise<number> {
  for (let times = 0; times < 4; times += 1) {
    collectGarbage();
    await setTimeout(50); // lets array buffers be swept
  }
  const { heapUsed, external } = process.memoryUsage(); // external holds the array buffers
  return heapUsed + external;
}

await keepNetwork(true); // code and caches of the first time are nobody's memory
kept.length = 0;
const empty = await keepNetwork(false);
const full = await keepNetwork(true);
const { labels, dates, length } = full.network.claims;
const texts = [...labels, ...dates.map(({ text }) => text)];
const memory: ClaimMemory = {
  claims: length,
  bytes: full.bytes - empty.bytes,
  textBytes: texts.reduce((sum, text) => sum + 16 + text.length, 0),
};
console.log(JSON.stringify(memory));
if (kept.length !== 4) throw new Error('both networks must still be there');
await store.close();
