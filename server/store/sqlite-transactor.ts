import type { DatabaseSync } from 'node:sqlite';
import type { Transaction } from 'kysely';
import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import { toClaims } from '../../graph-data/formats/dataset/to-claims.ts';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { ClaimTable } from '../../graph-data/network/claim-table.ts';
import type { Addition } from './add-import.ts';
import { writeAddition } from './add-import.ts';
import { findUndoable } from './find-undoable.ts';
import { insertRows } from './insert-rows.ts';
import type { ClaimScope, KeptPart } from './kept-claims.ts';
import { toKeptParts, writeKeptPart } from './kept-claims.ts';
import type { Change, Undone, UndoRequest } from './dataset-changes.ts';
import { IMPORT, LOAD_DATASET } from './ledger-entries.ts';
import { removeImport } from './remove-import.ts';
import { toActorRow, toAliasRows, toClaimRow, toDocumentRow, toRelationTypeRow } from './rows.ts';
import { sha256Hex } from './sha256-hex.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { UNDO } from './standing-entries.ts';
import type { DatasetSource, LedgerStamp, StoredLayout, StoreTransactor } from './store.ts';
import type { Tables } from './tables.ts';

/** SQLite's page cache, in KiB (a negative number says so): with the usual one a large dataset takes twice as long. */
const LOADING_CACHE_KIB = -262_144;
const USUAL_CACHE_KIB = -2000;

/** In the order that foreign keys allow them to be emptied. */
const DATASET_TABLES = [
  ...['claims', 'documents', 'aliases', 'actors', 'relation_types'],
  ...['layouts', 'claim_columns'],
] as const;

/** Reads and writes inside one transaction on the store's only writing connection. */
export class SqliteTransactor extends SqliteReader implements StoreTransactor {
  readonly #db: Transaction<Tables>;
  readonly #database: DatabaseSync;

  /** @param database the connection that the transaction runs on, for bulk writes without a query builder */
  constructor(db: Transaction<Tables>, database: DatabaseSync) {
    super(db, database);
    this.#db = db;
    this.#database = database;
  }

  async loadDataset(
    dataset: Dataset,
    stamp: LedgerStamp & { readonly source: DatasetSource },
  ): Promise<number> {
    const claims = toClaims(dataset, sha256Hex);
    this.#database.exec(`pragma cache_size = ${LOADING_CACHE_KIB}`);
    try {
      replaceRows(this.#database, dataset, claims);
    } finally {
      this.#database.exec(`pragma cache_size = ${USUAL_CACHE_KIB}; pragma shrink_memory`);
    }
    return this.#append(LOAD_DATASET, stamp, {
      hash: dataset.hash,
      source: stamp.source,
      counts: {
        types: dataset.vocabulary.length,
        actors: dataset.actors.length,
        documents: dataset.documents.length,
        claims: claims.length,
      },
      actors: dataset.actors.map(({ id }) => id),
      documents: dataset.documents.map(({ id }) => id),
      claims: claims.map(({ id }) => id),
    });
  }

  async addImport(
    addition: Addition,
    stamp: LedgerStamp & { readonly file: string },
    onLot: (written: number) => void = () => undefined,
  ): Promise<Change> {
    const claims = await writeAddition(this.#database, addition, onLot);
    const { actors, documents } = addition;
    const counts = { claims: claims.length, actors: actors.length, documents: documents.length };
    if (Object.values(counts).every((count) => count === 0)) return { seq: null, counts, version: await this.version() };
    const seq = await this.#append(IMPORT, stamp, {
      file: stamp.file,
      counts,
      actors: actors.map(({ id }) => id),
      documents: documents.map(({ id }) => id),
      claims,
    });
    return { seq, counts, version: seq };
  }

  async undo(request: UndoRequest, stamp: LedgerStamp): Promise<Undone> {
    const undone = await findUndoable(this, request.seq);
    const counts = removeImport(this.#database, undone);
    const seq = await this.#append(UNDO, stamp, { undoes: [undone], counts });
    return { undone: [undone], seq, counts, version: seq };
  }

  async writeLayout(version: number, { ids, positions }: StoredLayout): Promise<boolean> {
    if (positions.length !== ids.length * 2) throw new RangeError('a layout has two numbers an actor');
    if (version !== (await this.version())) return false;
    await this.#db.deleteFrom('layouts').execute();
    insertRows(
      this.#database,
      'layouts',
      ids.map((actor, at) => ({ version, actor, x: positions[2 * at] ?? 0, y: positions[2 * at + 1] ?? 0 })),
    );
    return true;
  }

  toKeptParts(version: number, scope: ClaimScope, table: ClaimTable): KeptPart[] {
    return toKeptParts(this.#database, version, scope, table);
  }

  async writeKeptParts(version: number, parts: readonly KeptPart[]): Promise<boolean> {
    if (version !== (await this.version())) return false;
    for (const part of parts) writeKeptPart(this.#database, part);
    return true;
  }

  async #append(kind: string, { at, author }: LedgerStamp, payload: unknown): Promise<number> {
    const { seq } = await this.#db
      .insertInto('ledger')
      .values({ at, author, kind, payload: JSON.stringify(payload) })
      .returning('seq')
      .executeTakeFirstOrThrow();
    return seq;
  }
}

/** Empties the tables of the dataset and fills them anew; the full-text indexes are built at the end, which is quicker. */
function replaceRows(database: DatabaseSync, dataset: Dataset, claims: readonly Claim[]): void {
  const { vocabulary, actors, documents } = dataset;
  for (const table of DATASET_TABLES) database.exec(`delete from ${table}`);
  insertRows(database, 'relation_types', vocabulary.map(toRelationTypeRow));
  insertRows(database, 'actors', actors.map(toActorRow));
  insertRows(database, 'aliases', actors.flatMap(toAliasRows));
  insertRows(
    database,
    'documents',
    documents.map((document) => toDocumentRow(document, sha256Hex(document.text))),
  );
  insertRows(database, 'claims', claims.map(toClaimRow));
  for (const index of ['claims_text', 'documents_text']) {
    database.exec(`insert into ${index} (${index}) values ('rebuild')`);
  }
}
