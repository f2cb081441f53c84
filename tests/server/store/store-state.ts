import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Dataset } from '../../../graph-data/formats/dataset/dataset.ts';
import { hashDataset, replayLedger } from '../../../server/store/changes/replay.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { makeTemporaryFolder, STAMP } from './temporary-store.ts';

/** SHA-256 of every row of the dataset's tables, the ledger aside; also checks that the full text agrees with them. */
export function hashStoreState(dataDir: string): string {
  return lookInto(dataDir, hashDataset);
}

/** {@link hashStoreState} of a new store, built of the dataset that the store began with and the store's ledger. */
export async function hashReplay(dataDir: string, dataset: Dataset): Promise<string> {
  const scratch = makeTemporaryFolder();
  const store = await openStore({ dataDir: scratch });
  await store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
  await store.close();
  lookInto(scratch, (into) => lookInto(dataDir, (from) => replayLedger(from, into)));
  return hashStoreState(scratch);
}

/** A second connection to the store, for a moment. */
export function lookInto<T>(dataDir: string, look: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  try {
    return look(database);
  } finally {
    database.close();
  }
}
