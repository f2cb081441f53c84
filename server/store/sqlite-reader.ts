import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ImportBasis } from '../../graph-data/formats/csv/import-plan.ts';
import type { Claim, IdentifiedWords } from '../../graph-data/model/claim.ts';
import type { DocumentSummary, StoredDocument } from '../../graph-data/model/document.ts';
import type { ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import { readClaimWords } from './claim-words.ts';
import { toFullTextQuery } from './full-text-query.ts';
import { findExistingClaims, readImportBasis } from './import-basis.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import { LOAD_DATASET, readLedgerEntries } from './ledger-entries.ts';
import { readLayoutRows, readNetworkRows } from './network-rows.ts';
import { readLikenesses } from './likenesses.ts';
import { readReviewLog } from './review-log.ts';
import { toClaim, toDocumentSummary } from './rows.ts';
import type {
  DatasetSource,
  Likeness,
  LoadHistory,
  ReviewedDecision,
  StoredLayout,
  StoredNetwork,
  StoreReader,
} from './store.ts';
import type { Tables } from './tables.ts';

const MOST_IDS = 1000;

/** Reads the store through one connection: inside a transaction it sees that transaction's changes. */
export class SqliteReader implements StoreReader {
  readonly #db: Kysely<Tables>;
  readonly #database: DatabaseSync;

  /** @param database the connection under `db`, for reading many rows without a query builder */
  constructor(db: Kysely<Tables>, database: DatabaseSync) {
    this.#db = db;
    this.#database = database;
  }

  async version(): Promise<number> {
    const { seq } = await this.#db
      .selectFrom('ledger')
      .select((select) => select.fn.max<number | null>('seq').as('seq'))
      .executeTakeFirstOrThrow();
    return seq ?? 0;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.version()) === 0;
  }

  async readLoadHistory(): Promise<LoadHistory> {
    const { entries } = await this.#db
      .selectFrom('ledger')
      .select((select) => select.fn.countAll<number>().as('entries'))
      .executeTakeFirstOrThrow();
    const loads = await this.#db
      .selectFrom('ledger')
      .select([
        sql<string>`payload ->> '$.hash'`.as('hash'),
        sql<DatasetSource>`payload ->> '$.source'`.as('source'),
      ])
      .where('kind', '=', LOAD_DATASET)
      .orderBy('seq')
      .execute();
    return { entries, loads };
  }

  async readNetwork<T>(build: (input: StoredNetwork) => T): Promise<T> {
    // One transaction: a change between two of these reads would give a claim whose actor is not there.
    const read = async (db: Kysely<Tables>): Promise<T> =>
      build(readNetworkRows(db, this.#database, await new SqliteReader(db, this.#database).version()));
    return this.#db.isTransaction ? read(this.#db) : this.#db.transaction().execute(read);
  }

  readImportBasis(): Promise<ImportBasis> {
    return readImportBasis(this.#db);
  }

  findExistingClaims(ids: readonly ClaimId[]): Promise<ReadonlySet<ClaimId>> {
    return findExistingClaims(this.#db, ids);
  }

  readLedger(limit: number, before?: number): Promise<LedgerEntry[]> {
    return this.#read(() => readLedgerEntries(this.#database, limit, before));
  }

  findSameText(sha256: string): Promise<DocumentSummary[]> {
    return this.#db
      .selectFrom('documents')
      .selectAll()
      .where('sha256', '=', sha256)
      .orderBy('number')
      .execute()
      .then((rows) => rows.map(toDocumentSummary));
  }

  async findClaimsOfDocument(id: DocumentId): Promise<Claim[]> {
    const rows = await this.#db
      .selectFrom('claims')
      .selectAll()
      .where('document', '=', id)
      .orderBy('start')
      .orderBy('number')
      .execute();
    return rows.map(toClaim);
  }

  readLikenesses(document?: DocumentId): Promise<Likeness[]> {
    return this.#read(() => readLikenesses(this.#database, document));
  }

  readReviewLog(): AsyncIterable<readonly ReviewedDecision[]> {
    return readReviewLog(this.#database);
  }

  readLayout(version: number): Promise<StoredLayout | undefined> {
    return this.#read(() => readLayoutRows(this.#db, this.#database, version));
  }

  async getClaims(ids: readonly ClaimId[]): Promise<Claim[]> {
    if (ids.length > MOST_IDS) throw new RangeError(`at most ${MOST_IDS} claims at once, not ${ids.length}`);
    const rows = await this.#db
      .selectFrom('claims')
      .selectAll()
      .where('id', 'in', sql<ClaimId>`(select value from json_each(${JSON.stringify(ids)}))`)
      .execute();
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => {
      const row = byId.get(id);
      return row === undefined ? [] : [toClaim(row)];
    });
  }

  readClaimWords(wanted: readonly ClaimId[] | 'all'): AsyncIterable<Iterable<IdentifiedWords>> {
    return readClaimWords(this.#database, wanted);
  }

  async findDocument(id: DocumentId): Promise<StoredDocument | undefined> {
    const row = await this.#db.selectFrom('documents').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : { ...toDocumentSummary(row), text: row.text };
  }

  async searchClaims(query: string, limit: number): Promise<ClaimId[]> {
    const match = toFullTextQuery(query);
    if (match === undefined) return [];
    const { rows } = await sql<{ id: ClaimId }>`
      select claims.id from claims_text join claims on claims.number = claims_text.rowid
      where claims_text match ${match} order by claims_text.rank, claims.id limit ${limit}`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  async searchDocuments(query: string, limit: number): Promise<DocumentId[]> {
    const match = toFullTextQuery(query);
    if (match === undefined) return [];
    // A word of the title counts ten times, one of the publisher five times a word of the text.
    const { rows } = await sql<{ id: DocumentId }>`
      select documents.id from documents_text join documents on documents.number = documents_text.rowid
      where documents_text match ${match}
      order by bm25(documents_text, 10, 5, 1), documents.id limit ${limit}`.execute(this.#db);
    return rows.map(({ id }) => id);
  }

  /** What is read without the query builder: on the connection, so that it waits for a transaction that runs. */
  async #read<T>(read: () => T): Promise<T> {
    if (this.#db.isTransaction) return read();
    return this.#db.connection().execute(() => Promise.resolve(read()));
  }
}
