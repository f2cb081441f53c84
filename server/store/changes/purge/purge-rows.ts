import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { ChangeCounts, Purged, PurgeRequest } from '../../dataset-changes.ts';
import { PURGE } from '../../ledger-entries.ts';
import { sha256Hex } from '../../sha256-hex.ts';
import type { LedgerStamp } from '../../ledger-stamp.ts';
import { ChangeRecorder } from '../change-recorder.ts';
import { findDuplicate } from '../claim-fingerprint.ts';
import type { LoggedTable } from '../logged-rows.ts';
import { LOGGED_TABLES, parseImage, readImages, SHAPES } from '../logged-rows.ts';
import { findUnusedActors } from '../row-users.ts';
import { findBroughtActors } from './find-brought-actors.ts';
import type { PurgedNames } from './find-names.ts';
import { findNames } from './find-names.ts';
import type { PayloadRule } from './purge-ledger.ts';
import { purgeImages, purgePayloads, withoutGuards } from './purge-ledger.ts';
import type { PurgeRule } from './purge-rule.ts';
import { createPurgeRule } from './purge-rule.ts';
import { readRedactedTexts } from './redacted-texts.ts';
import { createRedactor, toBlocks } from './redactor.ts';

/** Rows looked through at once. */
const LOT = 500;
const NO_NAMES: PurgedNames = { names: [], surnames: [] };

/**
 * Takes what must not be kept out of every table and out of the ledger, which says by an entry that this was done. The caller
 * holds a transaction; the files are not rid of it before they are written anew.
 */
export function purgeRows(
  database: DatabaseSync,
  request: PurgeRequest,
  { author, at }: LedgerStamp,
): Omit<Purged, 'isErased'> {
  refuseUnknown(database, request);
  const { kind, id } = request;
  const purged =
    kind === 'actor'
      ? { document: undefined, actors: new Set([id]) }
      : { document: id, actors: findBroughtActors(database, id) };
  const called = findNames(database, [...purged.actors]);
  // What a document's actors are called may stand in other texts, which stay as they are.
  const redactor = createRedactor(kind === 'actor' ? called : NO_NAMES);
  const rule = createPurgeRule(purged, redactor, readRedactedTexts(database, redactor));
  const payloadRule = createPayloadRule(database, request, purged.actors, called);
  const version = database.prepare('select coalesce(max(seq), 0) as seq from ledger').get()?.['seq'];
  const seq = Number(version) + 1;
  const hash = sha256Hex(id);
  const reason = payloadRule.redact(request.reason);
  const counts = changeRows(database, new ChangeRecorder(database, seq), rule, kind);
  database.exec('delete from layouts; delete from claim_columns');
  database
    .prepare('insert into ledger (seq, at, author, kind, payload) values (?, ?, ?, ?, ?)')
    .run(seq, at, author, PURGE, JSON.stringify({ about: { reason }, what: kind, hash, counts }));
  withoutGuards(database, () => {
    const entries = purgeImages(database, rule, seq, { at, by: author, reason });
    purgePayloads(database, payloadRule, entries, seq);
  });
  for (const index of ['claims_text', 'documents_text'])
    database.exec(`insert into ${index} (${index}) values ('rebuild')`);
  return { seq, counts, hash };
}

/** The purged id and a purged document's titles go wherever an entry says them; what its actors are called where they are named. */
function createPayloadRule(
  database: DatabaseSync,
  { kind, id }: PurgeRequest,
  actors: ReadonlySet<string>,
  { names, surnames }: PurgedNames,
): PayloadRule {
  const titles = kind === 'document' ? findTitles(database, id) : [];
  const { redact } = createRedactor(
    kind === 'actor' ? { names: [id, ...names], surnames } : { names: [id, ...titles], surnames: [] },
  );
  const ids = new Set([id, ...actors]);
  const gone = new Set([...ids, ...names]);
  return {
    redact,
    redactName: (name) => (gone.has(name) ? toBlocks(name) : kind === 'actor' ? redact(name) : name),
    redactId: (each) => (ids.has(each) ? toBlocks(each) : each),
  };
}

function changeRows(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  rule: PurgeRule,
  kind: PurgeRequest['kind'],
): ChangeCounts {
  const named = new Set<string>();
  for (const table of LOGGED_TABLES.toReversed()) {
    const gone: string[] = [];
    const edited: { readonly key: string; readonly image: string }[] = [];
    for (const { key, image } of iterateImages(database, table)) {
      const kept = rule.toKept(table, image);
      if (kept === undefined) gone.push(key);
      else if (kept !== image) edited.push({ key, image: kept });
      if (kept === undefined && table === 'claims') for (const actor of actorsOf(image)) named.add(actor);
    }
    recorder.remove(table, gone);
    for (const { key, image } of edited) edit(database, recorder, table, key, image);
  }
  if (kind === 'document') {
    const unused = findUnusedActors(database, [...readImages(database, 'actors', [...named]).keys()]);
    recorder.remove('actors', findAdded(database, unused));
  }
  return recorder.finish();
}

/** Those that an entry added, by which they can come back where one that was taken back or retracted needs them. */
function findAdded(database: DatabaseSync, actors: readonly string[]): string[] {
  const rows = database
    .prepare(
      `select distinct key from ledger_changes
      where "table" = 'actors' and key in (select value from json_each(?)) and before is null`,
    )
    .all(JSON.stringify(actors)) as { key: string }[];
  return rows.map(({ key }) => key);
}

/** A claim that without a name is the same as another goes. */
function edit(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  table: LoggedTable,
  key: string,
  image: string,
): void {
  const other = table === 'claims' ? findDuplicate(database, parseImage('claims', image)) : undefined;
  if (other !== undefined && other !== key) recorder.remove(table, [key]);
  else recorder.update(table, key, parseImage(table, image));
}

function actorsOf(image: string): string[] {
  const { subject, object, speaker, via } = parseImage('claims', image);
  return [subject, object, ...(speaker === null ? [] : [speaker]), ...(JSON.parse(via) as string[])];
}

function* iterateImages(
  database: DatabaseSync,
  table: LoggedTable,
): Generator<{ readonly key: string; readonly image: string }> {
  const { key } = SHAPES[table];
  const keys = database.prepare(`select ${key} as key from ${table}`).all() as { key: string }[];
  for (let from = 0; from < keys.length; from += LOT) {
    const lot = keys.slice(from, from + LOT).map((row) => row.key);
    for (const [rowKey, image] of readImages(database, table, lot)) yield { key: rowKey, image };
  }
}

/** All titles that the document has or had. */
function findTitles(database: DatabaseSync, id: string): string[] {
  const rows = database
    .prepare(
      `select title from documents where id = ?1
      union select after ->> '$.title' from ledger_changes where "table" = 'documents' and key = ?1
      union select before ->> '$.title' from ledger_changes where "table" = 'documents' and key = ?1`,
    )
    .all(id) as { title: string | null }[];
  return rows.flatMap(({ title }) => (title === null ? [] : [title]));
}

/** What was taken back, or retracted, is in the ledger still. */
function refuseUnknown(database: DatabaseSync, { kind, id }: PurgeRequest): void {
  const table = kind === 'document' ? 'documents' : 'actors';
  const known = database
    .prepare(
      `select 1 from ${table} where id = ?1
      union all select 1 from ledger_changes where "table" = ?2 and key = ?1 limit 1`,
    )
    .get(id, table);
  if (known === undefined) {
    const detail = `no ${kind} ${id} is here, or in the ledger`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
  }
  if (kind === 'document') return;
  const merged = database.prepare('select id from actors where merged_into = ? order by id').all(id);
  if (merged.length === 0) return;
  const detail = `${merged.map((row) => String(row['id'])).join(', ')} merged into ${id}: purge or split first`;
  throw new OnrecordError('conflict', detail, [{ pointer: '/path/id', detail }]);
}
