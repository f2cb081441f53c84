import type { DatabaseSync } from 'node:sqlite';
import type { Transaction } from 'kysely';
import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import { toClaims } from '../../graph-data/formats/dataset/to-claims.ts';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { ActorId, ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import type { ClaimTable } from '../../graph-data/network/claim-table.ts';
import type { Addition } from './add-import.ts';
import { writeAddition } from './add-import.ts';
import { editActor, markDistinct, mergeActor, splitActor } from './changes/actor-changes.ts';
import { addDocument } from './changes/add-document.ts';
import { ChangeRecorder } from './changes/change-recorder.ts';
import { addClaim, decide, editClaim } from './changes/claim-changes.ts';
import { retractDocument } from './changes/retract-document.ts';
import { undoEntries } from './changes/undo/undo-entries.ts';
import type {
  ActorValues,
  Change,
  ClaimEdit,
  Decision,
  NewDocument,
  Undone,
  UndoRequest,
} from './dataset-changes.ts';
import { insertRows } from './insert-rows.ts';
import type { ClaimScope, KeptPart } from './kept-claims.ts';
import { toKeptParts, writeKeptPart } from './kept-claims.ts';
import type { EntryAbout } from './ledger-entries.ts';
import { EDIT_ACTOR, IMPORT, LOAD_DATASET } from './ledger-entries.ts';
import { toActorRow, toAliasRows, toClaimRow, toDocumentRow, toRelationTypeRow } from './rows.ts';
import { sha256Hex } from './sha256-hex.ts';
import { SqliteReader } from './sqlite-reader.ts';
import { UNDO } from './standing-entries.ts';
import type { LedgerStamp } from './ledger-stamp.ts';
import type { DatasetSource, StoredLayout, StoreTransactor } from './store.ts';
import type { Tables } from './tables.ts';

/** SQLite's page cache, in KiB (a negative number says so): with the usual one a large dataset takes twice as long. */
const LARGE_CACHE_KIB = -262_144;
const USUAL_CACHE_KIB = -2000;

/** In the order that foreign keys allow them to be emptied. */
const DATASET_TABLES = [
  ...['actor_likenesses', 'claims', 'documents', 'aliases', 'actors', 'relation_types'],
  ...['layouts', 'claim_columns', 'last_numbers'],
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
    await this.#withLargeCache(() => replaceRows(this.#database, dataset, claims));
    return this.#append(LOAD_DATASET, stamp, {
      hash: dataset.hash,
      source: stamp.source,
      counts: {
        types: dataset.vocabulary.length,
        actors: dataset.actors.length,
        documents: dataset.documents.length,
        claims: claims.length,
      },
    });
  }

  async addImport(
    addition: Addition,
    { file, ...stamp }: LedgerStamp & { readonly file: string },
    onLot: (written: number) => void = () => undefined,
  ): Promise<Change> {
    return this.#withLargeCache(() =>
      this.#change(IMPORT, stamp, async (recorder) => {
        await writeAddition(this.#database, recorder, addition, onLot);
        return { file };
      }),
    );
  }

  async addDocument(
    addition: NewDocument,
    stamp: LedgerStamp,
  ): Promise<Change & { readonly claims: readonly ClaimId[] }> {
    let claims: readonly ClaimId[] = [];
    const change = await this.#change('ingest', stamp, (recorder) => {
      const added = addDocument(this.#database, recorder, addition);
      claims = added.claims;
      return added.about;
    });
    return { ...change, claims };
  }

  async addClaim(
    addition: Parameters<StoreTransactor['addClaim']>[0],
    stamp: LedgerStamp,
  ): Promise<Change & { readonly claim: Claim }> {
    let id: ClaimId | undefined;
    const change = await this.#change('add-claim', stamp, (recorder) => {
      const added = addClaim(this.#database, recorder, addition, stamp);
      id = added.id;
      return added.about;
    });
    return { ...change, claim: await this.#getClaim(id) };
  }

  async editClaim(
    id: ClaimId,
    edit: ClaimEdit,
    stamp: LedgerStamp,
  ): Promise<Change & { readonly claim: Claim }> {
    const change = await this.#change('edit-claim', stamp, (recorder) =>
      editClaim(this.#database, recorder, id, edit, stamp),
    );
    return { ...change, claim: await this.#getClaim(id) };
  }

  async decide(
    decisions: readonly Decision[],
    stamp: LedgerStamp,
  ): Promise<Change & { readonly unchanged: number }> {
    let unchanged = 0;
    const change = await this.#change('decide', stamp, (recorder) => {
      const decided = decide(this.#database, recorder, decisions, stamp);
      unchanged = decided.unchanged;
      return decided.about;
    });
    return { ...change, unchanged };
  }

  retractDocument(id: DocumentId, stamp: LedgerStamp): Promise<Change> {
    return this.#change('retract', stamp, (recorder) => retractDocument(this.#database, recorder, id));
  }

  async mergeActor(
    id: ActorId,
    into: ActorId,
    stamp: LedgerStamp,
  ): Promise<Change & { readonly into: ActorId }> {
    let root = into;
    const change = await this.#change('merge', stamp, (recorder) => {
      const merged = mergeActor(this.#database, recorder, id, into);
      root = merged.into;
      return merged.about;
    });
    return { ...change, into: root };
  }

  splitActor(id: ActorId, stamp: LedgerStamp): Promise<Change> {
    return this.#change('split', stamp, (recorder) => splitActor(this.#database, recorder, id));
  }

  editActor(id: ActorId, values: ActorValues, stamp: LedgerStamp): Promise<Change> {
    return this.#change(EDIT_ACTOR, stamp, (recorder) => editActor(this.#database, recorder, id, values));
  }

  markDistinct(actor: ActorId, other: ActorId, stamp: LedgerStamp): Promise<Change> {
    return this.#change('distinct', stamp, (recorder) =>
      markDistinct(this.#database, recorder, actor, other),
    );
  }

  async undo(request: UndoRequest, stamp: LedgerStamp): Promise<Undone> {
    const seq = (await this.version()) + 1;
    const { undone, counts } = await this.#withLargeCache(() => undoEntries(this.#database, seq, request));
    await this.#append(UNDO, stamp, { undoes: undone, counts });
    return { undone, seq, counts, version: seq };
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

  /** One entry of the ledger, or none where `make` changes nothing. */
  async #change(
    kind: string,
    stamp: LedgerStamp,
    make: (recorder: ChangeRecorder) => EntryAbout | Promise<EntryAbout>,
  ): Promise<Change> {
    const version = await this.version();
    const recorder = new ChangeRecorder(this.#database, version + 1);
    const about = await make(recorder);
    const counts = recorder.finish();
    if (recorder.isEmpty) return { seq: null, counts, version };
    const seq = await this.#append(kind, stamp, { about, counts });
    return { seq, counts, version: seq };
  }

  /** For changes that may be of very many rows. */
  async #withLargeCache<T>(change: () => T | Promise<T>): Promise<T> {
    this.#database.exec(`pragma cache_size = ${LARGE_CACHE_KIB}`);
    try {
      return await change();
    } finally {
      this.#database.exec(`pragma cache_size = ${USUAL_CACHE_KIB}; pragma shrink_memory`);
    }
  }

  async #getClaim(id: ClaimId | undefined): Promise<Claim> {
    const [claim] = id === undefined ? [] : await this.getClaims([id]);
    if (claim === undefined) throw new Error('a claim that was just written is not there');
    return claim;
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
