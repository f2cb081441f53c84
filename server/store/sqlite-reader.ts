import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { StoredDocument } from '../../graph-data/model/document.ts';
import type { ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import { toVocabulary } from '../../graph-data/model/vocabulary.ts';
import type { NetworkInput } from '../../graph-data/network/network.ts';
import { toFullTextQuery } from './full-text-query.ts';
import { toActor, toClaim, toDocumentSummary, toRelationType } from './rows.ts';
import type { DatasetSource, LoadHistory, StoredLayout, StoreReader } from './store.ts';
import type { Tables } from './tables.ts';

const MOST_IDS = 1000;
/** The ledger's kind for a dataset loaded whole. */
export const LOAD_DATASET = 'load-dataset';

/** Reads the store through one connection: inside a transaction it sees that transaction's changes. */
export class SqliteReader implements StoreReader {
  readonly #db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
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

  async loadNetworkInput(): Promise<NetworkInput> {
    // One transaction: a change between two of these reads would give a claim whose actor is not there.
    return this.#db.isTransaction
      ? this.#readNetworkInput(this.#db)
      : this.#db.transaction().execute((transaction) => this.#readNetworkInput(transaction));
  }

  async #readNetworkInput(db: Kysely<Tables>): Promise<NetworkInput> {
    const types = await db.selectFrom('relation_types').selectAll().orderBy('position').execute();
    const aliases = new Map<string, string[]>();
    for (const { actor, name } of await db
      .selectFrom('aliases')
      .selectAll()
      .orderBy('actor')
      .orderBy('position')
      .execute()) {
      const names = aliases.get(actor) ?? [];
      aliases.set(actor, names);
      names.push(name);
    }
    const actors = await db.selectFrom('actors').selectAll().orderBy('id').execute();
    const documents = await db.selectFrom('documents').select(SUMMARY_COLUMNS).orderBy('id').execute();
    const claims = await db.selectFrom('claims').select(NETWORK_COLUMNS).orderBy('number').execute();
    return {
      version: await new SqliteReader(db).version(),
      vocabulary: toVocabulary(types.map(toRelationType)),
      actors: actors.map((row) => toActor(row, aliases.get(row.id) ?? [])),
      documents: documents.map(toDocumentSummary),
      claims,
    };
  }

  async readLayout(version: number): Promise<StoredLayout | undefined> {
    const rows = await this.#db
      .selectFrom('layouts')
      .select(['actor', 'x', 'y'])
      .where('version', '=', version)
      .orderBy('actor')
      .execute();
    if (rows.length === 0) return undefined;
    return {
      ids: rows.map(({ actor }) => actor),
      positions: Float64Array.from(rows.flatMap(({ x, y }) => [x, y])),
    };
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
}

const SUMMARY_COLUMNS = [
  'id',
  'kind',
  'title',
  'publisher',
  'author',
  'url',
  'language',
  'published_at',
  'licence',
  'derived_from',
] as const;

/** Named as `ClaimColumns` names them, so that half a million rows need no second object each. */
const NETWORK_COLUMNS = [
  'id',
  'subject',
  'type',
  'object',
  'label',
  'stance',
  'modality',
  'speaker',
  'document',
  'said_on as saidOn',
  'happened_on as happenedOn',
  'status',
  'origin',
] as const;
