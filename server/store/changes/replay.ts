import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { LedgerEntry } from '../ledger-entries.ts';
import { LOAD_DATASET, PURGE } from '../ledger-entries.ts';
import type { RowTarget } from './change-recorder.ts';
import { ChangeRecorder } from './change-recorder.ts';
import type { LoggedTable } from './logged-rows.ts';
import { readImages, SHAPES } from './logged-rows.ts';
import { isPurgedKey, isTombstone, toPurgedKey } from './tombstone.ts';

const TABLES = ['relation_types', 'actors', 'aliases', 'documents', 'claims', 'actor_likenesses'];

/**
 * SHA-256 of every row of the dataset's tables, numbers and origins too; equal for equal datasets. Throws where the full text
 * does not agree with them, or a row refers to one that is not there.
 */
export function hashDataset(database: DatabaseSync): string {
  const hash = createHash('sha256');
  for (const table of TABLES) {
    hash.update(`${table}\n`);
    const rows = database.prepare(`select * from ${table} order by 1, 2`).iterate();
    for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  }
  for (const index of ['claims_text', 'documents_text'])
    database.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`);
  const broken = database.prepare('pragma foreign_key_check').all();
  if (broken.length > 0) throw new Error(`rows refer to rows that are not there: ${JSON.stringify(broken)}`);
  return hash.digest('hex');
}

type EntryRow = Pick<LedgerEntry, 'seq' | 'at' | 'author' | 'kind'> & { readonly payload: string };
interface ChangeRow {
  readonly table: LoggedTable;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Builds a dataset anew from the ledger alone: applies every change of `from` to `into`, a store in which the same dataset was
 * loaded and nothing else was done. Throws where a row is not what the ledger says it was before a change.
 */
export function replayLedger(from: DatabaseSync, into: DatabaseSync): void {
  const changesOf = from.prepare(
    'select "table", key, before, after from ledger_changes where seq = ? order by position',
  );
  const append = into.prepare('insert into ledger (seq, at, author, kind, payload) values (?, ?, ?, ?, ?)');
  const entries = from
    .prepare(`select seq, at, author, kind, payload from ledger where kind <> '${LOAD_DATASET}' order by seq`)
    .all() as unknown as EntryRow[];
  // A purge went through the images, but not through the dataset that was loaded: before it is done, rows may not be what they
  // were, nor fit each other.
  const isPurged = entries.some(({ kind }) => kind === PURGE);
  if (isPurged) into.exec('pragma foreign_keys = off');
  for (const { seq, at, author, kind, payload } of entries) {
    into.exec('begin immediate');
    const recorder = new ChangeRecorder(into, seq);
    recorder.apply(toTargets(into, isPurged ? undefined : seq, changesOf.all(seq) as unknown as ChangeRow[]));
    recorder.finish();
    append.run(seq, at, author, kind, payload);
    into.exec('commit');
  }
}

/** @param seq checks that rows are what they were before this entry */
function toTargets(into: DatabaseSync, seq: number | undefined, changes: readonly ChangeRow[]): RowTarget[] {
  const present = new Map(
    [...Map.groupBy(changes, ({ table }) => table)].map(([table, rows]) => [
      table,
      readImages(
        into,
        table,
        rows.map(({ key }) => key),
      ),
    ]),
  );
  return changes.flatMap(({ table, key, before, after }): RowTarget[] => {
    if (isPurgedKey(key)) return after === null ? findPurged(into, table, key) : [];
    if (after !== null && isTombstone(after)) return [];
    const image = present.get(table)?.get(key) ?? null;
    if (seq !== undefined && image !== before)
      throw new Error(`${table} ${key} is not what it was before entry ${seq}`);
    return [{ table, key, image: after }];
  });
}

/** The rows of a loaded dataset that were purged. */
function findPurged(into: DatabaseSync, table: LoggedTable, purgedKey: string): RowTarget[] {
  const rows = into.prepare(`select ${SHAPES[table].key} as key from ${table}`).all() as { key: string }[];
  return rows.flatMap(({ key }) => (toPurgedKey(key) === purgedKey ? [{ table, key, image: null }] : []));
}
