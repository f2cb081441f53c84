import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { loadContext } from '../../../server/app/load-context.ts';
import { openContext } from '../../../server/app/context-holder.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from '../store/temporary-store.ts';

const LOG = pino({ level: 'silent' });
const PUBLIC = '0.0.0.0';
const LOOPBACK = '127.0.0.1';

async function openLoaded() {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  const load = () => store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
  await load();
  /** The network of one more start, and whether its claims had to be read one by one. */
  const startAgain = async (host: string) => {
    let isBuilt = false;
    const { network } = await loadContext(store, host, { onBuilt: () => void (isBuilt = true) });
    return { network, isBuilt };
  };
  return { store, dataDir, load, startAgain };
}

describe('a context that is opened', () => {
  it('when it is closed, then the next start opens the same network without reading the claims', async () => {
    const { store, startAgain } = await openLoaded();
    const first = await startAgain(LOOPBACK);
    expect(first.isBuilt).toBe(true);
    await (await openContext(store, LOOPBACK, LOG)).close();
    const next = await startAgain(LOOPBACK);
    expect(next.isBuilt).toBe(false);
    expect(next.network).toStrictEqual(first.network);
    expect((await startAgain(PUBLIC)).isBuilt).toBe(true);
  });

  it('when it is reloaded after a change, then the claims are kept as they are now', async () => {
    const { store, load, startAgain } = await openLoaded();
    const holder = await openContext(store, LOOPBACK, LOG);
    await load();
    expect((await startAgain(LOOPBACK)).isBuilt).toBe(true);
    await holder.reload();
    await holder.close();
    expect(await startAgain(LOOPBACK)).toMatchObject({ isBuilt: false, network: { version: 2 } });
  });

  it('when the claims cannot be kept, then it answers all the same', async () => {
    const { store, dataDir, startAgain } = await openLoaded();
    const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
    database.exec(
      `create trigger full before insert on claim_columns begin select raise(abort, 'disk full'); end`,
    );
    database.close();
    const holder = await openContext(store, LOOPBACK, LOG);
    expect(holder.current?.network.claims.length).toBeGreaterThan(0);
    await holder.close();
    expect((await startAgain(LOOPBACK)).isBuilt).toBe(true);
  });
});
