import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { purgeStore } from './changes/purge/purge-store.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { keepClaims } from './keep-claims.ts';
import { migrateToLatest, requireLatest } from './migrate.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { SqliteTransactor } from './sqlite-transactor.ts';
import type { Store } from './store.ts';
import { StoreError, toStoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

export interface StoreOptions {
  /** Created where it is missing, unless `readOnly`. */
  readonly dataDir: string;
  /** Reads beside a running server: takes no lock, migrates nothing, and `transact` rejects. */
  readonly readOnly?: boolean;
}

/** How long a statement waits for another process's checkpoint or backup. */
const BUSY_TIMEOUT_MS = 5000;
/** The write-ahead log is cut back to this many bytes after a large change. */
const LARGEST_LOG = 64 * 1024 * 1024;

const READ_ONLY = 'the store is opened to read only';

interface Connection {
  readonly database: DatabaseSync;
  readonly db: Kysely<Tables>;
}

/**
 * Opens the store in a folder, its schema brought up to date. Throws StoreError: `held` when another process writes to the
 * folder, `missing` when there is none to read, `unreadable`, `newer`.
 */
export async function openStore({ dataDir, readOnly = false }: StoreOptions): Promise<Store> {
  const opened: { close(): Promise<void> | void }[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(opened));
  const open = (isReader: boolean): Connection => {
    const connection = connect(join(dataDir, 'onrecord.sqlite'), isReader);
    opened.push({ close: () => disconnect(connection) });
    return connection;
  };
  try {
    let writer: Connection | undefined;
    if (!readOnly) {
      makeFolder(dataDir);
      const lock = lockDataDir(dataDir);
      opened.push({ close: () => lock.release() });
      writer = open(false);
      await migrateToLatest(writer.db);
    } else if (!existsSync(join(dataDir, 'onrecord.sqlite'))) {
      throw new StoreError(
        'missing',
        `There is no store in ${dataDir}: start the server once, or name its DATA_DIR.`,
      );
    }
    const reader = open(true);
    if (readOnly) await requireLatest(reader.db);
    const transact: Store['transact'] = (change) => {
      if (writer === undefined) return Promise.reject(new Error(READ_ONLY));
      const { db, database } = writer;
      return db.transaction().execute((transaction) => change(new SqliteTransactor(transaction, database)));
    };
    return {
      reader: new SqliteReader(reader.db, reader.database),
      transact,
      keepClaims: (version, scope, table) => keepClaims(transact, version, scope, table),
      purge: (request, stamp) =>
        writer === undefined
          ? Promise.reject(new Error(READ_ONLY))
          : purgeStore(writer, reader, request, stamp),
      close,
    };
  } catch (error) {
    await close();
    throw toStoreError(error, dataDir);
  }
}

function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StoreError(
      'unreadable',
      `The data folder ${dataDir} cannot be made (${code ?? String(error)}).`,
      {
        cause: error,
      },
    );
  }
}

function connect(file: string, isReader: boolean): Connection {
  const database = new DatabaseSync(file, { readOnly: isReader, timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('pragma foreign_keys = on');
    if (!isReader) {
      database.exec(
        `pragma journal_mode = wal; pragma synchronous = full; pragma journal_size_limit = ${LARGEST_LOG}`,
      );
    }
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, db: new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) }) };
}

/** Waits for the transaction that runs, then closes. */
async function disconnect({ database, db }: Connection): Promise<void> {
  await db.connection().execute(() => Promise.resolve());
  await db.destroy();
  database.close();
}

/** Last opened first, so that the lock goes last. */
async function closeAll(opened: readonly { close(): Promise<void> | void }[]): Promise<void> {
  for (const each of opened.toReversed()) await each.close();
}
