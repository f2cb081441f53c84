import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import type { Store, StoreReader } from '../../../server/store/store.ts';
import type { ClaimColumns } from '../../../graph-data/network/claim-table.ts';
import type { NetworkInput } from '../../../graph-data/network/network.ts';

/** An empty folder that goes with the test. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A store that is closed, and its folder removed, at the end of the test. */
export async function openTemporaryStore(dataDir = makeTemporaryFolder()): Promise<Store> {
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  return store;
}

/** All that stays in memory, its claims as a list. */
export function readInput(
  reader: StoreReader,
): Promise<NetworkInput & { readonly claims: readonly ClaimColumns[] }> {
  return reader.readNetwork(({ version, vocabulary, actors, documents, claims }) => ({
    ...{ version, vocabulary, actors, documents },
    claims: [...claims],
  }));
}

export const STAMP = { author: 'a tester', at: '2025-04-01T12:00:00.000Z', source: 'own' } as const;
