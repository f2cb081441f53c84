import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type { Purged, PurgeRequest } from '../../dataset-changes.ts';
import type { LedgerStamp } from '../../ledger-stamp.ts';
import type { Tables } from '../../tables.ts';
import { purgeRows } from './purge-rows.ts';

interface Connection {
  readonly database: DatabaseSync;
  readonly db: Kysely<Tables>;
}

/** {@link Store.purge}: in one transaction, after which the files are written anew without what is gone. */
export async function purgeStore(
  writer: Connection,
  reader: Connection,
  request: PurgeRequest,
  stamp: LedgerStamp,
): Promise<Purged> {
  const { database } = writer;
  const purged = await writer.db.transaction().execute(() => {
    database.exec('pragma secure_delete = on');
    return Promise.resolve(purgeRows(database, request, stamp));
  });
  // No other change between, and no reader of ours that would keep the log from being emptied.
  const isErased = await writer.db
    .connection()
    .execute(() => reader.db.connection().execute(() => Promise.resolve(writeAnew(database))));
  return { ...purged, isErased };
}

/** True when nothing is left of the log, in which old pages would stand. What is purged stays so where this fails, for want of room. */
function writeAnew(database: DatabaseSync): boolean {
  try {
    database.exec('vacuum');
    return database.prepare('pragma wal_checkpoint(truncate)').get()?.['busy'] === 0;
  } catch {
    return false;
  } finally {
    database.exec('pragma secure_delete = off');
  }
}
