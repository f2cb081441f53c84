import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { backUpStore, restoreStore } from '../../../server/store/back-up-store.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { hashStoreState } from './store-state.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from './temporary-store.ts';

async function backUp() {
  const [dataDir, folder] = [makeTemporaryFolder(), makeTemporaryFolder()];
  const store = await openTemporaryStore(dataDir);
  await store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
  const file = join(folder, 'backup.sqlite');
  backUpStore(dataDir, file);
  return { dataDir, store, folder, file, state: hashStoreState(dataDir) };
}

describe('a store that is backed up', () => {
  it('when it is restored elsewhere, then it is the store as it was then, also where another was writing', async () => {
    const { store, folder, file, state } = await backUp();
    await store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
    const other = join(folder, 'other');
    await restoreStore(file, other);
    expect(hashStoreState(other)).toBe(state);
    const restored = await openStore({ dataDir: other });
    expect(await restored.reader.version()).toBe(1);
    await restored.close();
  });

  it('when the file is there already, then it is not written over', async () => {
    const { dataDir, file } = await backUp();
    expect(() => backUpStore(dataDir, file)).toThrow(/already/);
    expect(() => backUpStore(join(dataDir, 'nothing'), `${file}2`)).toThrow(/no store/);
    expect(() => backUpStore(dataDir, join(dataDir, 'no', 'such', 'folder'))).toThrow();
  });

  it('when the folder has a store, or another process holds it, then nothing of it is touched', async () => {
    const { dataDir, store, file, state } = await backUp();
    await expect(restoreStore(file, dataDir)).rejects.toMatchObject({ code: 'held' });
    await store.close();
    await expect(restoreStore(file, dataDir)).rejects.toMatchObject({ code: 'other-dataset' });
    expect(hashStoreState(dataDir)).toBe(state);
  });

  it.each([
    ['text', (file: string) => writeFileSync(file, 'no store at all')],
    ['another database', (file: string) => new DatabaseSync(file).exec('create table a (b)')],
    ['nothing', () => undefined],
  ])('when the file holds %s, then it is refused and the folder has no store', async (_what, write) => {
    const folder = makeTemporaryFolder();
    const file = join(folder, 'backup.sqlite');
    write(file);
    const dataDir = join(folder, 'data');
    await expect(restoreStore(file, dataDir)).rejects.toMatchObject({ name: 'StoreError' });
    expect(
      existsSync(dataDir) ? readdirSync(dataDir).filter((name) => name.startsWith('onrecord')) : [],
    ).toEqual([]);
  });
});
