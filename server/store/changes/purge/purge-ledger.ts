import type { DatabaseSync } from 'node:sqlite';
import type { EntryAbout } from '../../ledger-entries.ts';
import type { LoggedTable } from '../logged-rows.ts';
import type { Tombstone } from '../tombstone.ts';
import { isTombstone, toPurgedKey, toTombstone } from '../tombstone.ts';
import type { PurgeRule } from './purge-rule.ts';

/** Images, or entries, looked through at once. */
const LOT = 500;

interface ChangeRow {
  readonly position: number;
  readonly seq: number;
  readonly table: LoggedTable;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Runs `change` while the ledger may be written over: its guards are back afterwards, in the same transaction. */
export function withoutGuards(database: DatabaseSync, change: () => void): void {
  const guards = database
    .prepare(
      `select name, sql from sqlite_master where type = 'trigger' and tbl_name in ('ledger', 'ledger_changes')`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of guards) database.exec(`drop trigger ${name}`);
  change();
  for (const { sql } of guards) database.exec(sql);
}

/**
 * Puts a rule to every image of the ledger: a tombstone takes the place of what goes. Answers the entries that cannot be taken
 * back any more.
 * @param own the entry that says what was purged: of what it changed, only how it is now is kept
 */
export function purgeImages(
  database: DatabaseSync,
  rule: PurgeRule,
  own: number,
  stamp: Omit<Tombstone, 'purged'>,
): Set<number> {
  const next = database.prepare(
    `select position, seq, "table", key, before, after from ledger_changes where position > ?
    order by position limit ${LOT}`,
  );
  const update = database.prepare(
    'update ledger_changes set key = ?, before = ?, after = ? where position = ?',
  );
  const entries = new Set<number>();
  const toKept = (table: LoggedTable, image: string | null): string | null => {
    if (image === null || isTombstone(image)) return image;
    return rule.toKept(table, image) ?? toTombstone(image, stamp);
  };
  let position = 0;
  for (;;) {
    const rows = next.all(position) as unknown as ChangeRow[];
    if (rows.length === 0) return entries;
    for (const row of rows) {
      position = row.position;
      const isOwnEdit = row.seq === own && row.before !== null && row.after !== null;
      const before = isOwnEdit ? toTombstone(row.before, stamp) : toKept(row.table, row.before);
      const after = toKept(row.table, row.after);
      const key = rule.isTelling(row.table, row.key) ? toPurgedKey(row.key) : row.key;
      if (before === row.before && after === row.after && key === row.key) continue;
      update.run(key, before, after, row.position);
      if ([before, after].some((image) => image !== null && isTombstone(image))) entries.add(row.seq);
    }
  }
}

/** What may stay of an entry's payload. */
export interface PayloadRule {
  /** Of untrusted words: titles, files, reasons. */
  readonly redact: (text: string) => string;
  /** Of what an actor was called. */
  readonly redactName: (name: string) => string;
  /** Of ids, which entries of before list. */
  readonly redactId: (id: string) => string;
}

/**
 * Takes words out of what every entry says of itself, and marks entries that cannot be taken back any more. What the program
 * wrote, as a dataset's source, stays.
 * @param purged entries whose images were purged
 */
export function purgePayloads(
  database: DatabaseSync,
  rule: PayloadRule,
  purged: ReadonlySet<number>,
  own: number,
): void {
  const next = database.prepare(`select seq, payload from ledger where seq > ? order by seq limit ${LOT}`);
  const update = database.prepare('update ledger set payload = ? where seq = ?');
  let seq = 0;
  for (;;) {
    const rows = next.all(seq) as { seq: number; payload: string }[];
    if (rows.length === 0) return;
    for (const row of rows) {
      seq = row.seq;
      const before = JSON.parse(row.payload) as Payload;
      const after = { ...before, ...redactPayload(before, rule) };
      const payload = JSON.stringify(purged.has(seq) ? { ...after, purged: own } : after);
      if (payload !== JSON.stringify(before)) update.run(payload, seq);
    }
  }
}

interface Payload {
  readonly about?: EntryAbout;
  readonly file?: string;
  /** Ids, in imports of before the rows of each change were kept. */
  readonly actors?: readonly string[];
  readonly documents?: readonly string[];
}

function redactPayload(
  { about, file, actors, documents }: Payload,
  { redact, redactName, redactId }: PayloadRule,
): Payload {
  return {
    ...(about === undefined ? {} : { about: redactAbout(about, redact, redactName) }),
    ...(file === undefined ? {} : { file: redact(file) }),
    ...(actors === undefined ? {} : { actors: actors.map(redactId) }),
    ...(documents === undefined ? {} : { documents: documents.map(redactId) }),
  };
}

function redactAbout(
  about: EntryAbout,
  redact: PayloadRule['redact'],
  redactName: PayloadRule['redactName'],
): EntryAbout {
  const { file, document, actors, reason } = about;
  return {
    ...about,
    ...(file === undefined ? {} : { file: redact(file) }),
    ...(document === undefined ? {} : { document: redact(document) }),
    ...(actors === undefined ? {} : { actors: actors.map(redactName) }),
    ...(reason === undefined ? {} : { reason: redact(reason) }),
  };
}
