import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { onTestFinished, describe, expect, it } from 'vitest';
import { ledgerAndDataset } from '../../../server/store/migrations/ledger-and-dataset.ts';
import { quickStart } from '../../../server/store/migrations/quick-start.ts';
import { quoteOnlyClaims } from '../../../server/store/migrations/quote-only-claims.ts';
import { NodeSqliteDialect } from '../../../server/store/node-sqlite-dialect.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { hashStoreState } from './store-state.ts';
import { makeTemporaryFolder, STAMP } from './temporary-store.ts';

const claim = (number: number, id: string, subject: string, document: string): string =>
  `insert into claims (number, id, subject, type, object, label, stance, modality, via, document, quote, prefix, suffix,
    sentence, basis, status, method, certainty, reason, origin) values (${number}, '${id}', '${subject}', 'befriends', 'bob',
    'x', 'neutral', 'asserted', '[]', '${document}', 'q ${id}', '', '', 'q ${id}', 'quote', 'accepted', 'import', 0.1, '', '${id}')`;
const document = (number: number, id: string): string =>
  `insert into documents (number, id, kind, title, publisher, language, licence)
    values (${number}, '${id}', 'report', 'T', 'P', 'en', 'free')`;
const entry = (seq: number, kind: string, payload: object): string =>
  `insert into ledger values (${seq}, '2025', 'op', '${kind}', '${JSON.stringify(payload)}')`;

/** A store as the version before the ledger kept rows left it: two imports that stand, and one taken back between them. */
async function writeOldStore(dataDir: string): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database) });
  for (const migration of [ledgerAndDataset, quoteOnlyClaims, quickStart]) await migration.up(db);
  const names = ['0001-ledger-and-dataset', '0002-quote-only-claims', '0003-quick-start'];
  for (const statement of [
    `create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`,
    `create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)`,
    ...names.map((name) => `insert into kysely_migration values ('${name}', '2025-01-01T00:00:00.000Z')`),
    `insert into kysely_migration_lock values ('migration_lock', 0)`,
    entry(1, 'load-dataset', { hash: 'x', source: 'own', actors: ['bob'], documents: [], claims: [] }),
    `insert into relation_types values (0, 'befriends', 'attitude', 'a', 'b', 'positive', 0, '[]', null)`,
    `insert into actors values ('bob', 'Bob', 'person', null, null), ('ada', 'Ada', 'person', null, null),
      ('cyd', 'Cyd', 'person', null, null)`,
    `insert into aliases values ('ada', 0, 'A.'), ('ada', 1, 'Ad')`,
    document(1, 'one'),
    claim(1, 'c1', 'ada', 'one'),
    entry(2, 'import', { file: 'a.csv', actors: ['ada'], documents: ['one'], claims: ['c1'] }),
    // Cyd came with it, and stayed when it was taken back, for the next import had used her.
    entry(3, 'import', { file: 'b.csv', actors: ['cyd'], documents: ['two'], claims: ['c2'] }),
    document(3, 'three'),
    claim(3, 'c3', 'cyd', 'three'),
    entry(4, 'import', { file: 'c.csv', actors: [], documents: ['three'], claims: ['c3'] }),
    entry(5, 'undo', { undoes: 3, counts: { claims: 1, actors: 0, documents: 1 } }),
    `insert into claims_text (claims_text) values ('rebuild')`,
    `insert into documents_text (documents_text) values ('rebuild')`,
  ])
    await sql.raw(statement).execute(db);
  await db.destroy();
  database.close();
}

async function openOldStore(): Promise<{ store: Store; dataDir: string }> {
  const dataDir = makeTemporaryFolder();
  await writeOldStore(dataDir);
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  return { store, dataDir };
}

describe('imports made before the ledger kept rows', () => {
  it('when they are taken back, then what they added goes, and what an import taken back before had left', async () => {
    const { store, dataDir } = await openOldStore();
    const before = hashStoreState(dataDir);
    const undo = (seq: number) => store.transact((transactor) => transactor.undo({ seq }, STAMP));
    expect(await undo(2)).toMatchObject({ counts: { claims: 1, actors: 1, documents: 1 } });
    expect(await undo(4)).toMatchObject({ counts: { claims: 1, actors: 1, documents: 1 } });
    const { actors, documents } = await store.reader.readImportBasis();
    expect([actors.map(({ id }) => id), documents]).toEqual([['bob'], []]);
    await undo(7);
    await undo(6);
    expect(hashStoreState(dataDir)).toBe(before);
  });

  it('when the undo of one is to be taken back, then that is refused, for its rows were not kept', async () => {
    const { store } = await openOldStore();
    await expect(store.transact((transactor) => transactor.undo({ seq: 5 }, STAMP))).rejects.toMatchObject({
      code: 'cannot-be-undone',
      message: expect.stringContaining('older version') as string,
    });
    const entries = await store.reader.readLedger(10);
    expect(entries.map(({ seq, undoneBy, undoable }) => [seq, undoneBy, undoable])).toEqual([
      [5, null, false],
      [4, null, true],
      [3, 5, false],
      [2, null, true],
      [1, null, false],
    ]);
  });
});
