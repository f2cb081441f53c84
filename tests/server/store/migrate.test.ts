import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { onTestFinished, describe, expect, it } from 'vitest';
import { ledgerAndDataset } from '../../../server/store/migrations/ledger-and-dataset.ts';
import { NodeSqliteDialect } from '../../../server/store/node-sqlite-dialect.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { hashStoreState } from './store-state.ts';
import { makeTemporaryFolder } from './temporary-store.ts';

/** A store as the first version of the program left it: one claim in one document. */
async function writeFirstVersion(dataDir: string): Promise<void> {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  const db = new Kysely<unknown>({ dialect: new NodeSqliteDialect(database) });
  await ledgerAndDataset.up(db);
  for (const statement of [
    `create table kysely_migration (name varchar(255) not null primary key, timestamp varchar(255) not null)`,
    `create table kysely_migration_lock (id varchar(255) not null primary key, is_locked integer default 0 not null)`,
    `insert into kysely_migration values ('0001-ledger-and-dataset', '2025-01-01T00:00:00.000Z')`,
    `insert into kysely_migration_lock values ('migration_lock', 0)`,
    `insert into ledger values (1, '2025-01-01', 'op', 'load-dataset', '{"hash":"x","source":"own"}')`,
    `insert into relation_types values (0, 'befriends', 'attitude', 'befriends', 'befriended by', 'positive', 0, '[]', null)`,
    `insert into actors values ('ada', 'Ada', 'person', null, null), ('bob', 'Bob', 'person', null, null)`,
    `insert into documents values (7, 'note', 'report', 'A note', 'Paper', null, null, 'en', null, 'free', null, 'Ada trusts Bob.', 'h')`,
    `insert into claims values (9, 'c1', 'ada', 'befriends', 'bob', 'trusts', 'positive', 'asserted', null, '[]', 'note',
      4, 10, 'trusts', 'Ada ', ' Bob.', 'Ada trusts Bob.', 0, null, '2025', 'accepted', 'curated', 1, '', 'c1')`,
    `insert into claims_text (claims_text) values ('rebuild')`,
    `insert into documents_text (documents_text) values ('rebuild')`,
  ])
    await sql.raw(statement).execute(db);
  await db.destroy();
  database.close();
}

describe('migrating a store of the first version', () => {
  it('when it is opened, then claims and documents are as they were, their evidence of basis text, and searched still', async () => {
    const dataDir = makeTemporaryFolder();
    await writeFirstVersion(dataDir);
    const store = await openStore({ dataDir });
    onTestFinished(() => store.close());
    const ids = await store.reader.searchClaims('trusts', 5);

    expect(await store.reader.getClaims(ids)).toMatchObject([
      {
        id: 'c1',
        happenedOn: '2025',
        evidence: {
          basis: 'text',
          start: 4,
          end: 10,
          exact: 'trusts',
          sentence: 'Ada trusts Bob.',
          sentenceStart: 0,
        },
      },
    ]);
    expect(await store.reader.searchDocuments('note', 5)).toEqual(['note']);
    expect(await store.reader.findDocument('note' as never)).toMatchObject({ text: 'Ada trusts Bob.' });
    expect(() => hashStoreState(dataDir)).not.toThrow();
  });
});
