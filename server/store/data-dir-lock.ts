import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreError } from './store-error.ts';

/** SQLite's code for "another connection holds the lock". */
const SQLITE_BUSY = 5;

/** Held from {@link lockDataDir} until `release`, or until the process ends, however it ends. */
export interface DataDirLock {
  release(): void;
}

/**
 * This process alone may write to the folder. The lock is SQLite's own exclusive lock on a small file of its own, which the
 * system drops when a process dies: there is no stale lock to clear away. Throws StoreError `held`, naming the process that
 * has it. A folder on a network file system without file locks is not protected.
 */
export function lockDataDir(dataDir: string): DataDirLock {
  const pidFile = join(dataDir, 'lock.pid');
  const database = new DatabaseSync(join(dataDir, 'lock.sqlite'), { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    const holder = readHolder(pidFile);
    const message = `The data folder ${dataDir} is in use by ${holder}: stop it first, or choose another DATA_DIR.`;
    throw new StoreError('held', message, { cause: error });
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  return {
    release() {
      if (!database.isOpen) return;
      rmSync(pidFile, { force: true });
      database.close();
    },
  };
}

/** Who wrote the note beside the lock: it may be missing for the moment between locking and writing. */
function readHolder(pidFile: string): string {
  let note = '';
  try {
    note = readFileSync(pidFile, 'utf8').trim();
  } catch {
    // no note, no number
  }
  return /^\d{1,10}$/.test(note) ? `another Onrecord (process ${note})` : 'another Onrecord';
}
