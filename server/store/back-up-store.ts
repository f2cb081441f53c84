import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { lockDataDir } from './data-dir-lock.ts';
import { openStore } from './open-store.ts';
import { StoreError, toStoreError } from './store-error.ts';

const STORE_FILE = 'onrecord.sqlite';

/**
 * Writes the whole store as it is at this moment to one file, also beside a server that is running; the file is there whole or
 * not at all. Throws StoreError `missing` where there is no store, `unreadable` where the file is there already or cannot be
 * written.
 */
export function backUpStore(dataDir: string, file: string): void {
  const source = join(dataDir, STORE_FILE);
  if (!existsSync(source)) throw new StoreError('missing', `There is no store in ${dataDir}.`);
  if (existsSync(file)) throw new StoreError('unreadable', `There is a file ${file} already: name another.`);
  const part = `${file}.part`;
  const database = new DatabaseSync(source, { readOnly: true });
  try {
    rmSync(part, { force: true });
    database.prepare('vacuum into ?').run(part);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw toStoreError(error, dataDir);
  } finally {
    database.close();
  }
}

/**
 * Puts a store that was backed up into a data folder that has none, and brings it up to date. Throws StoreError: `missing`
 * where there is no such file, `other-dataset` where the folder has a store, which is never replaced, `held`, `unreadable` for
 * a file that is damaged or no store, `newer`. Then the folder is as it was.
 */
export async function restoreStore(file: string, dataDir: string): Promise<void> {
  if (!existsSync(file)) throw new StoreError('missing', `There is no file ${file}.`);
  mkdirSync(dataDir, { recursive: true });
  const lock = lockDataDir(dataDir);
  const target = join(dataDir, STORE_FILE);
  const part = `${target}.part`;
  try {
    if (existsSync(target)) {
      throw new StoreError(
        'other-dataset',
        `There is a store in ${dataDir} already, which is not replaced: choose another DATA_DIR.`,
      );
    }
    copyFileSync(file, part);
    checkStore(part, file);
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
    lock.release();
  }
  try {
    await (await openStore({ dataDir })).close();
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(`${target}${end}`, { force: true });
    throw error;
  }
}

function checkStore(part: string, file: string): void {
  const isWhole = (): boolean => {
    const database = new DatabaseSync(part, { readOnly: true });
    try {
      const [check] = database.prepare('pragma integrity_check').all();
      const tables = database
        .prepare(`select name from sqlite_schema where name in ('ledger', 'claims')`)
        .all();
      return check?.['integrity_check'] === 'ok' && tables.length === 2;
    } catch {
      return false; // SQLite finds nothing in it that it can read
    } finally {
      database.close();
    }
  };
  if (!isWhole()) throw new StoreError('unreadable', `The file ${file} is damaged or is no store.`);
}
