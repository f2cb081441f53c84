import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toClaims } from '../../../graph-data/formats/dataset/to-claims.ts';
import type { Claim } from '../../../graph-data/model/claim.ts';
import type { ActorId, ClaimId, DocumentId } from '../../../graph-data/model/ids.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import { sha256Hex } from '../../../server/store/sha256-hex.ts';
import type { Dataset } from '../../../graph-data/formats/dataset/dataset.ts';
import type { Store } from '../../../server/store/store.ts';
import {
  editedFiles,
  parseSmallDataset,
  smallFiles,
} from '../../graph-data/formats/dataset/small-dataset.ts';
import { makeTemporaryFolder, openTemporaryStore, readInput, STAMP } from './temporary-store.ts';

const dataset = parseSmallDataset();
const claims = toClaims(dataset, sha256Hex);
const load = (store: Store, what: Dataset = dataset) =>
  store.transact((transactor) => transactor.loadDataset(what, STAMP));

/** A look at the file itself, beside the store. */
function lookInside<T>(dataDir: string, look: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(join(dataDir, 'onrecord.sqlite'));
  try {
    return look(database);
  } finally {
    database.close();
  }
}

describe('an empty store', () => {
  it('when read, then has version 0 and nothing in it', async () => {
    const { reader } = await openTemporaryStore();
    expect(await reader.isEmpty()).toBe(true);
    expect(await reader.version()).toBe(0);
    expect(await reader.readLoadHistory()).toEqual({ entries: 0, loads: [] });
    expect(await readInput(reader)).toMatchObject({
      version: 0,
      actors: [],
      documents: [],
      claims: [],
    });
    expect(await reader.readLayout(0)).toBeUndefined();
    expect(await reader.getClaims(['c0' as ClaimId])).toEqual([]);
    expect(await reader.findDocument('first' as DocumentId)).toBeUndefined();
    expect(await reader.searchClaims('bo', 10)).toEqual([]);
  });
});

describe('a dataset in the store', () => {
  it('when loaded, then comes back exactly, from this opening and the next', async () => {
    const dataDir = makeTemporaryFolder();
    const first = await openTemporaryStore(dataDir);
    expect(await load(first)).toBe(1);
    for (const again of [false, true]) {
      if (again) await first.close();
      const { reader } = again ? await openTemporaryStore(dataDir) : first;
      expect(await reader.version()).toBe(1);
      expect(await reader.isEmpty()).toBe(false);
      expect(await reader.getClaims(claims.map(({ id }) => id))).toEqual(claims);
      for (const document of dataset.documents)
        expect(await reader.findDocument(document.id)).toEqual(document);
      const input = await readInput(reader);
      expect(input.version).toBe(1);
      expect(input.vocabulary.types).toEqual(dataset.vocabulary);
      expect(input.actors).toEqual(dataset.actors);
      expect(input.documents).toEqual(dataset.documents.map(({ text: _text, ...summary }) => summary));
      const toColumns = ({ evidence: _e, method: _m, certainty: _c, reason: _r, ...rest }: Claim) => {
        const { reviewedBy: _by, reviewedAt: _at, ...columns } = rest;
        return columns;
      };
      expect(input.claims).toEqual(claims.map(toColumns));
      expect(toNetwork(input).claims.length).toBe(claims.length);
    }
  });

  it('when claims are asked for, then they come in the order asked, as often as asked, unknown ones passed over', async () => {
    const store = await openTemporaryStore();
    await load(store);
    const ids = [...claims.map(({ id }) => id).reverse(), 'c-unknown' as ClaimId, claims[0]?.id as ClaimId];
    const found = await store.reader.getClaims(ids);
    expect(found.map(({ id }) => id)).toEqual(ids.filter((id) => id !== 'c-unknown'));
    await expect(
      store.reader.getClaims(Array.from({ length: 1001 }, () => ids[0] as ClaimId)),
    ).rejects.toThrow(RangeError);
  });

  it('when another is loaded, then takes its place in tables and search, and the version grows', async () => {
    const store = await openTemporaryStore();
    await load(store);
    const files = editedFiles('documents/first.yaml', 'Cy doubts that.', 'Cy trusts Ana.').filter(
      ({ path }) => path !== 'documents/second.yaml',
    );
    const other = parseSmallDataset(
      files.map(({ path, text }) => ({ path, text: text.split('  - subject: cy-corp')[0] ?? '' })),
    );
    expect(await load(store, other)).toBe(2);
    const input = await readInput(store.reader);
    expect([input.version, input.claims.length, input.documents.length]).toEqual([2, 2, 1]);
    expect(await store.reader.searchClaims('doubts', 10)).toEqual([]);
    expect(await store.reader.searchDocuments('retold', 10)).toEqual([]);
    expect(await store.reader.searchDocuments('trusts Ana', 10)).toEqual(['first']);
    expect((await store.reader.readLoadHistory()).loads.map(({ hash }) => hash)).toEqual([
      dataset.hash,
      other.hash,
    ]);
  });

  it('when the loading fails half-way, then nothing of it stays', async () => {
    const store = await openTemporaryStore();
    await load(store);
    const before = await readInput(store.reader);
    const broken = { ...dataset, actors: dataset.actors.filter(({ id }) => id !== 'bo') };
    await expect(load(store, broken)).rejects.toThrow(/foreign key/i);
    const doubled = { ...dataset, claims: [...dataset.claims, ...dataset.claims.slice(0, 1)] };
    await expect(load(store, doubled)).rejects.toThrow(/unique/i);
    await expect(
      store.transact(async (transactor) => {
        await transactor.loadDataset(dataset, STAMP);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(await readInput(store.reader)).toEqual(before);
  });

  it('when a change runs, then it sees itself, and readers see the state before until it is done', async () => {
    const store = await openTemporaryStore();
    await store.transact(async (transactor) => {
      await transactor.loadDataset(dataset, STAMP);
      expect(await transactor.version()).toBe(1);
      expect((await readInput(transactor)).claims).toHaveLength(claims.length);
      expect(await store.reader.version()).toBe(0);
    });
    expect(await store.reader.version()).toBe(1);
  });

  it('when two changes are asked for at once, then one waits for the other', async () => {
    const store = await openTemporaryStore();
    expect(await Promise.all([load(store), load(store), load(store)])).toEqual([1, 2, 3]);
  });
});

describe('the ledger', () => {
  it('when a dataset is loaded, then says who, when, what and how much', async () => {
    const dataDir = makeTemporaryFolder();
    await load(await openTemporaryStore(dataDir));
    const entries = lookInside(dataDir, (database) => database.prepare('select * from ledger').all());
    expect(entries).toMatchObject([{ seq: 1, at: STAMP.at, author: 'a tester', kind: 'load-dataset' }]);
    expect(JSON.parse(String(entries[0]?.['payload']))).toEqual({
      hash: dataset.hash,
      source: 'own',
      counts: { types: 3, actors: 4, documents: 2, claims: 4 },
    });
  });

  it.each([
    'update ledger_changes set before = null',
    'delete from ledger_changes',
    `insert or replace into ledger_changes (position, seq, "table", key) values (1, 2, '', '')`,
    "update ledger set author = 'someone else'",
    'delete from ledger',
    "insert or replace into ledger (seq, at, author, kind, payload) values (1, '', '', '', '{}')",
    "insert into ledger (seq, at, author, kind, payload) values (1, '', '', '', '{}') on conflict do update set kind = ''",
  ])('when someone tries to %s, then refuses', async (statement) => {
    const dataDir = makeTemporaryFolder();
    const store = await openTemporaryStore(dataDir);
    await load(store);
    await store.transact((transactor) => transactor.editActor('bo' as ActorId, { name: 'Beau' }, STAMP));
    lookInside(dataDir, (database) => {
      const read = (): unknown[] => [
        ...database.prepare('select * from ledger').all(),
        ...database.prepare('select * from ledger_changes').all(),
      ];
      const before = read();
      expect(before).toHaveLength(3);
      expect(() => database.exec(statement)).toThrow('the ledger is append-only');
      expect(read()).toEqual(before);
    });
  });
});

describe('the fingerprint of a claim', () => {
  it('when another claim has the same present values, then the store refuses it, speaker or none', async () => {
    const dataDir = makeTemporaryFolder();
    await load(await openTemporaryStore(dataDir));
    lookInside(dataDir, (database) => {
      for (const { id } of claims) {
        const columns = database
          .prepare('select name from pragma_table_info(?)')
          .all('claims')
          .map(({ name }) => `"${String(name)}"`);
        const others = columns.filter((column) => column !== '"number"' && column !== '"id"').join(', ');
        expect(() =>
          database.exec(
            `insert into claims (id, ${others}) select 'c-new', ${others} from claims where id = '${id}'`,
          ),
        ).toThrow(/claims_fingerprint/);
      }
    });
  });
});

describe('a stored layout', () => {
  const ids = ['ana-weiss', 'bo'] as ActorId[];
  const positions = Float64Array.from([0.1, -1e-7, 12345.67, 3]);
  const write = (store: Store, version: number, to = positions) =>
    store.transact((transactor) => transactor.writeLayout(version, { ids, positions: to }));

  it('when written for the present version, then comes back exactly and replaces an older one', async () => {
    const store = await openTemporaryStore();
    await load(store);
    expect(await write(store, 1, Float64Array.from([1, 2, 3, 4]))).toBe(true);
    expect(await write(store, 1)).toBe(true);
    expect(await store.reader.readLayout(1)).toEqual({ ids, positions });
    await load(store);
    expect(await store.reader.readLayout(1)).toBeUndefined();
    expect(await store.reader.readLayout(2)).toBeUndefined();
  });

  it('when the dataset has moved on, then is not written', async () => {
    const store = await openTemporaryStore();
    await load(store);
    await load(store);
    await write(store, 2);
    expect(await write(store, 1)).toBe(false);
    expect(await store.reader.readLayout(2)).toEqual({ ids, positions });
  });

  it('when numbers are missing, then throws', async () => {
    await expect(write(await openTemporaryStore(), 0, positions.slice(1))).rejects.toThrow(RangeError);
  });
});

describe('many files and one dataset', () => {
  it('when the same folder is read again, then its hash is the loaded one', async () => {
    const store = await openTemporaryStore();
    await load(store);
    const { loads } = await store.reader.readLoadHistory();
    expect(loads).toEqual([{ hash: parseSmallDataset(smallFiles().reverse()).hash, source: 'own' }]);
  });
});
