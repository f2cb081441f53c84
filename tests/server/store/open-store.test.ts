import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../../server/store/open-store.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { makeTemporaryFolder, openTemporaryStore, readInput, STAMP } from './temporary-store.ts';

const OPEN_STORE = pathToFileURL(join(import.meta.dirname, '../../../server/store/open-store.ts')).href;
const dataset = parseSmallDataset();

/** Another process that opens the store, says so, and holds it until it is ended. */
async function holdInOtherProcess(dataDir: string) {
  const script = `import { openStore } from ${JSON.stringify(OPEN_STORE)};
    await openStore({ dataDir: process.argv[1] });
    console.log('open');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('the other process ended early'))),
  ]);
  return child;
}

describe('opening a store', () => {
  it('when the folder is not there, then makes it', async () => {
    const dataDir = join(makeTemporaryFolder(), 'a', 'b');
    await openTemporaryStore(dataDir);
    expect(existsSync(join(dataDir, 'onrecord.sqlite'))).toBe(true);
  });

  it('when opened again and again, then migrates once and keeps everything', async () => {
    const dataDir = makeTemporaryFolder();
    const schemas: unknown[] = [];
    for (let round = 0; round < 3; round += 1) {
      const store = await openTemporaryStore(dataDir);
      if (round === 0) await store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
      expect(await store.reader.version()).toBe(1);
      await store.close();
      const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
      schemas.push([
        database.prepare('select sql from sqlite_master order by name').all(),
        database.prepare('select * from kysely_migration').all(),
      ]);
      database.close();
    }
    expect(schemas[1]).toEqual(schemas[0]);
    expect(schemas[2]).toEqual(schemas[0]);
  });

  it('when open, then others may read while it writes (a write-ahead log)', async () => {
    const dataDir = makeTemporaryFolder();
    await openTemporaryStore(dataDir);
    const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'), { readOnly: true });
    onTestFinished(() => database.close());
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
  });

  it('when closed twice, then does no harm; when used after it, then rejects', async () => {
    const store = await openTemporaryStore();
    await Promise.all([store.close(), store.close()]);
    await store.close();
    await expect(store.reader.version()).rejects.toThrow();
  });

  it('when closed during a change, then the change is finished first', async () => {
    const dataDir = makeTemporaryFolder();
    const store = await openTemporaryStore(dataDir);
    const change = store.transact((transactor) => transactor.loadDataset(dataset, STAMP));
    await store.close();
    expect(await change).toBe(1);
    expect(await (await openTemporaryStore(dataDir)).reader.version()).toBe(1);
  });

  it('when a newer program has migrated it, then refuses, named so, and touches nothing', async () => {
    const dataDir = makeTemporaryFolder();
    await (await openTemporaryStore(dataDir)).close();
    const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
    database.exec("insert into kysely_migration values ('9999-of-the-future', '2099-01-01T00:00:00.000Z')");
    database.close();
    for (const readOnly of [false, true]) {
      await expect(openStore({ dataDir, readOnly })).rejects.toMatchObject({
        code: 'newer',
        message: expect.stringContaining('9999-of-the-future') as string,
      });
    }
  });

  it('when the file is something else, then says so and lets go of the folder', async () => {
    const dataDir = makeTemporaryFolder();
    writeFileSync(
      join(dataDir, 'onrecord.sqlite'),
      'not a database at all, but long enough to be looked at '.repeat(50),
    );
    for (let round = 0; round < 2; round += 1) {
      await expect(openStore({ dataDir })).rejects.toMatchObject({ name: 'StoreError', code: 'unreadable' });
    }
  });

  it.each(['onrecord.sqlite', 'lock.sqlite'])('when %s cannot be opened, then says so', async (name) => {
    const dataDir = makeTemporaryFolder();
    mkdirSync(join(dataDir, name));
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining(dataDir) as string,
    });
  });

  it('when the lock is damaged, then the message does not blame the store file', async () => {
    const dataDir = makeTemporaryFolder();
    writeFileSync(join(dataDir, 'lock.sqlite'), 'no database '.repeat(200));
    await expect(openStore({ dataDir })).rejects.toThrow(/^A file of the store in .* is damaged/);
  });

  it('when the folder cannot be made, then says so', async () => {
    const file = join(makeTemporaryFolder(), 'file');
    writeFileSync(file, '');
    await expect(openStore({ dataDir: join(file, 'data') })).rejects.toMatchObject({ code: 'unreadable' });
  });
});

describe('the lock on a data folder', () => {
  it('when another process holds it, then names that process; when it is killed, then opens', async () => {
    const dataDir = makeTemporaryFolder();
    const other = await holdInOtherProcess(dataDir);
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      code: 'held',
      message: `The data folder ${dataDir} is in use by another Onrecord (process ${other.pid}): stop it first, or choose another DATA_DIR.`,
    });
    const gone = once(other, 'exit');
    other.kill('SIGKILL');
    await gone;
    expect(await (await openTemporaryStore(dataDir)).reader.version()).toBe(0);
  });

  it('when this process holds it already, then refuses too, and the first stays in force', async () => {
    const dataDir = makeTemporaryFolder();
    const store = await openTemporaryStore(dataDir);
    for (let round = 0; round < 2; round += 1) {
      await expect(openStore({ dataDir })).rejects.toMatchObject({ code: 'held' });
    }
    await store.close();
    await openTemporaryStore(dataDir);
  });

  it('when the note of who holds it is gone or odd, then still refuses', async () => {
    const dataDir = makeTemporaryFolder();
    await openTemporaryStore(dataDir);
    writeFileSync(join(dataDir, 'lock.pid'), '\u001B[31m');
    await expect(openStore({ dataDir })).rejects.toThrow(/is in use by another Onrecord: stop it/);
  });
});

describe('a store opened to read only', () => {
  it('when there is none, then says so and makes nothing', async () => {
    const dataDir = join(makeTemporaryFolder(), 'none');
    await expect(openStore({ dataDir, readOnly: true })).rejects.toMatchObject({ code: 'missing' });
    expect(existsSync(dataDir)).toBe(false);
  });

  it('when a file without a schema is there, then says that it is not ready', async () => {
    const dataDir = makeTemporaryFolder();
    mkdirSync(dataDir, { recursive: true });
    new DatabaseSync(join(dataDir, 'onrecord.sqlite')).close();
    writeFileSync(join(dataDir, 'onrecord.sqlite'), '');
    await expect(openStore({ dataDir, readOnly: true })).rejects.toMatchObject({ code: 'missing' });
  });

  it.each(['while a server writes', 'after it has closed'])(
    'when opened %s, then reads and cannot write',
    async (when) => {
      const dataDir = makeTemporaryFolder();
      const writer = await openTemporaryStore(dataDir);
      await writer.transact((transactor) => transactor.loadDataset(dataset, STAMP));
      if (when.startsWith('after')) await writer.close();
      const store = await openStore({ dataDir, readOnly: true });
      onTestFinished(() => store.close());
      expect((await readInput(store.reader)).claims).toHaveLength(dataset.claims.length);
      await expect(store.transact(() => Promise.resolve())).rejects.toThrow('read only');
    },
  );
});
