import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Network } from '../../../graph-data/network/network.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import { PACKED_COLUMNS } from '../../../graph-data/network/packed-claims.ts';
import { insertRows } from '../../../server/store/insert-rows.ts';
import type { ClaimScope } from '../../../server/store/kept-claims.ts';
import {
  toActorRow,
  toAliasRows,
  toClaimRow,
  toDocumentRow,
  toRelationTypeRow,
} from '../../../server/store/rows.ts';
import type { Store } from '../../../server/store/store.ts';
import type { SmallDataset } from '../../fixtures/small-network.ts';
import { sha256Hex } from '../../fixtures/small-network.ts';
import { parseSmallDataset } from '../../graph-data/formats/dataset/small-dataset.ts';
import { arbitraryDataset } from '../../graph-data/network/arbitrary-dataset.ts';
import { makeTemporaryFolder, openTemporaryStore, STAMP } from './temporary-store.ts';

/** A second connection to a store, to look into it and to do what no part of the program would. */
function openBeside(dataDir: string): DatabaseSync {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  onTestFinished(() => database.close());
  return database;
}

/** The network of the store's claims read one by one, and of the kept table where there is one that fits. */
function readBoth(store: Store, scope: ClaimScope): Promise<{ built: Network; kept: Network | undefined }> {
  return store.reader.readNetwork((input) => {
    const claims = [...input.claims].filter(({ status }) => scope === 'all' || status === 'accepted');
    const table = input.findKeptClaims(scope);
    return {
      built: toNetwork({ ...input, claims }),
      kept: table === undefined ? undefined : toNetwork({ ...input, claims: table }),
    };
  });
}

async function keep(store: Store, scope: ClaimScope = 'all'): Promise<boolean> {
  const { built } = await readBoth(store, scope);
  return store.keepClaims(built.version, scope, built.claims);
}

/** A store of the small dataset, its claims kept. */
async function openKept(): Promise<{ store: Store; database: DatabaseSync }> {
  const dataDir = makeTemporaryFolder();
  const store = await openTemporaryStore(dataDir);
  await store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
  expect(await keep(store)).toBe(true);
  return { store, database: openBeside(dataDir) };
}

/** Puts any dataset in the place of what is there, as one more entry of the ledger. */
function write(database: DatabaseSync, { vocabulary, actors, documents, claims }: SmallDataset): void {
  database.exec('begin');
  for (const table of ['claims', 'documents', 'aliases', 'actors', 'relation_types'])
    database.exec(`delete from ${table}`);
  insertRows(database, 'relation_types', vocabulary.types.map(toRelationTypeRow));
  insertRows(database, 'actors', actors.map(toActorRow));
  insertRows(database, 'aliases', actors.flatMap(toAliasRows));
  insertRows(
    database,
    'documents',
    documents.map((document) => toDocumentRow(document, sha256Hex(document.text))),
  );
  insertRows(database, 'claims', claims.map(toClaimRow));
  database.exec(`insert into ledger (at, author, kind, payload) values ('', '', 'test', '{}')`);
  database.exec('commit');
}

describe('claims kept for the next start', () => {
  it('when any dataset is kept, then the network is the one that its claims read one by one give', async () => {
    const dataDir = makeTemporaryFolder();
    const store = await openTemporaryStore(dataDir);
    const database = openBeside(dataDir);
    database.exec('drop index claims_fingerprint'); // drawn claims may be alike
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.constantFrom('all', 'accepted'), async (dataset, scope) => {
        write(database, dataset);
        expect((await readBoth(store, scope)).kept).toBeUndefined(); // what is kept is of the dataset before
        expect(await keep(store, scope)).toBe(true);
        const { built, kept } = await readBoth(store, scope);
        expect(kept).toStrictEqual(built);
      }),
      { numRuns: 40 },
    );
  });

  it('when they are kept for one kind of reader, then another does not get them', async () => {
    const { store } = await openKept();
    expect((await readBoth(store, 'accepted')).kept).toBeUndefined();
    expect(await keep(store, 'accepted')).toBe(true);
    expect((await readBoth(store, 'accepted')).kept).toBeDefined();
    expect((await readBoth(store, 'all')).kept).toBeUndefined();
  });

  it.each([...PACKED_COLUMNS, 'head'])(
    'when a byte of %s is another, then they are read anew',
    async (name) => {
      const { store, database } = await openKept();
      const { bytes } = database.prepare('select bytes from claim_columns where name = ?').get(name) as {
        bytes: Uint8Array;
      };
      const at = bytes.length >> 1;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      database.prepare('update claim_columns set bytes = ? where name = ?').run(bytes, name);
      expect((await readBoth(store, 'all')).kept).toBeUndefined();
      await keep(store);
      const { built, kept } = await readBoth(store, 'all');
      expect(kept).toStrictEqual(built);
    },
  );

  it.each([
    `delete from claim_columns where name = 'object'`,
    `delete from claim_columns where name = 'head'`,
    // A column of another writing, whole in itself.
    `update claim_columns set (checksum, bytes) = (select checksum, bytes from claim_columns where name = 'subject')
      where name = 'object'`,
    // Changes that no ledger knows of.
    `insert into documents (id, kind, title, publisher, language, licence, text, sha256)
      values ('new', 'report', '', '', 'en', '', '', '')`,
    `insert into actors values ('new', 'New', 'person', null, null)`,
    `delete from claims where number = (select max(number) from claims)`,
  ])('when %s, then they are read anew', async (statement) => {
    const { store, database } = await openKept();
    expect((await readBoth(store, 'all')).kept).toBeDefined();
    database.exec(statement);
    expect((await readBoth(store, 'all')).kept).toBeUndefined();
  });

  it('when the dataset has moved on, then none are kept of the version before, and those that were are not used', async () => {
    const { store } = await openKept();
    const { built } = await readBoth(store, 'all');
    await store.transact((transactor) => transactor.loadDataset(parseSmallDataset(), STAMP));
    expect((await readBoth(store, 'all')).kept).toBeUndefined();
    expect(await store.keepClaims(built.version, 'all', built.claims)).toBe(false);
    expect((await readBoth(store, 'all')).kept).toBeUndefined();
  });

  it('when this number is another, then FORMAT must be the next one', async () => {
    const { database } = await openKept();
    const hash = createHash('sha256');
    for (const name of PACKED_COLUMNS) {
      const row = database.prepare('select bytes from claim_columns where name = ?').get(name);
      hash.update(name).update(row?.['bytes'] as Uint8Array);
    }
    const head = database
      .prepare(`select cast(bytes as text) as text from claim_columns where name = 'head'`)
      .get();
    const { fit, rest } = JSON.parse(String(head?.['text'])) as { fit: string; rest: unknown };
    hash.update(JSON.stringify(rest));
    const { format } = JSON.parse(fit) as { format: number };
    expect([format, hash.digest('hex').slice(0, 12)]).toEqual([2, '9a7bacbf4a24']);
  });
});
