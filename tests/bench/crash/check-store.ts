import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Dataset } from '../../../graph-data/formats/dataset/dataset.ts';
import { hashDataset, replayLedger } from '../../../server/store/changes/replay.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Acknowledged } from './writers.ts';

/** What is found in a store whose server was killed. */
export interface StoreCheck {
  /** Changes that were answered for, and are not in the ledger. */
  readonly lost: readonly Acknowledged[];
  /** Every row of every table is what the ledger makes of the dataset the store began with. */
  readonly equalsReplay: boolean;
  readonly entries: number;
}

/** Opens the store as the next server would, and compares it with what was answered for and with a replay of its ledger. */
export async function checkStore(
  dataDir: string,
  dataset: Dataset,
  acknowledged: readonly Acknowledged[],
): Promise<StoreCheck> {
  await (await openStore({ dataDir })).close(); // takes in what the write-ahead log holds, as any start does
  const scratch = mkdtempSync(join(tmpdir(), 'onrecord-replay-'));
  try {
    const replayed = await openStore({ dataDir: scratch });
    await replayed.transact((transactor) =>
      transactor.loadDataset(dataset, { author: 'bench', at: new Date(0).toISOString(), source: 'shipped' }),
    );
    await replayed.close();
    const from = open(dataDir);
    const into = open(scratch);
    const kinds = new Map(
      from
        .prepare('select seq, kind from ledger')
        .all()
        .map((row) => [row['seq'], row['kind']]),
    );
    replayLedger(from, into);
    const check: StoreCheck = {
      lost: acknowledged.filter(({ seq, kind }) => kinds.get(seq) !== kind),
      equalsReplay: hashDataset(from) === hashDataset(into),
      entries: kinds.size,
    };
    from.close();
    into.close();
    return check;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function open(dataDir: string): DatabaseSync {
  return new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
}
