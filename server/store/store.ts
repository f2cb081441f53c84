import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import type { ImportBasis } from '../../graph-data/formats/csv/import-plan.ts';
import type { Claim, Status } from '../../graph-data/model/claim.ts';
import type { DocumentSummary } from '../../graph-data/model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../../graph-data/model/ids.ts';
import type { ClaimColumns, ClaimTable } from '../../graph-data/network/claim-table.ts';
import type { NetworkInput } from '../../graph-data/network/network.ts';
import type { DatasetReader } from '../../graph-data/views/dataset-reader.ts';
import type { Addition } from './add-import.ts';
import type { ClaimScope, KeptPart } from './kept-claims.ts';
import type { Change, DatasetChanges, PurgeRequest, Purged } from './dataset-changes.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import type { LedgerStamp } from './ledger-stamp.ts';

/** Where a dataset came from: with the program, or from a folder the operator named. */
export type DatasetSource = 'shipped' | 'own';

/** What the ledger says of the datasets loaded. */
export interface LoadHistory {
  /** Entries of every kind: 0 for an empty store. */
  readonly entries: number;
  /** The datasets in order of loading; the last is the one the store holds. */
  readonly loads: readonly { readonly hash: string; readonly source: DatasetSource }[];
}

/** Where each actor stands: x and y in turn, a pair for each id in order. */
export interface StoredLayout {
  /** Sorted. */
  readonly ids: readonly ActorId[];
  readonly positions: Float64Array;
}

/** All that stays in memory of a dataset. */
export interface StoredNetwork extends NetworkInput {
  /** All claims of the store, read from the disk as they are asked for. */
  readonly claims: Iterable<ClaimColumns>;
  /** The table that was kept of these very claims; undefined when none is, and they are to be read. */
  findKeptClaims(scope: ClaimScope): ClaimTable | undefined;
  /** The statuses given to claims since a version, where nothing else has changed; undefined where anything has. */
  findStatusChanges(since: number): ReadonlyMap<ClaimId, Status> | undefined;
}

/** An open question: are these two one actor? */
export interface Likeness {
  /** Came with the document. */
  readonly actor: ActorId;
  /** Was here. */
  readonly other: ActorId;
  readonly document: DocumentId | null;
  readonly reason: string;
}

/** A decision about a claim as it was made, and what the claim stated then. */
export interface ReviewedDecision {
  readonly claim: ClaimId;
  readonly subject: ActorId;
  readonly type: RelationTypeId;
  readonly object: ActorId;
  readonly decision: Status;
  readonly author: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly document: DocumentId;
  /** The entry that took it back; null while it stands. */
  readonly undoneBy: number | null;
}

/** Reads committed data; never sees half a change. */
export interface StoreReader extends DatasetReader {
  /** The number of the last ledger entry; 0 for an empty store. */
  version(): Promise<number>;
  isEmpty(): Promise<boolean>;
  readLoadHistory(): Promise<LoadHistory>;
  /**
   * What `build` makes of all that stays in memory, at one version. The claims are read as `build` asks for them, and cannot
   * be read after it.
   */
  readNetwork<T>(build: (input: StoredNetwork) => T): Promise<T>;
  /** What a table of claims may name: vocabulary, actors, documents in the order they came. */
  readImportBasis(): Promise<ImportBasis>;
  /** Those of the ids that are claims of the store. */
  findExistingClaims(ids: readonly ClaimId[]): Promise<ReadonlySet<ClaimId>>;
  /** Entries of the ledger below `before` (all, unless given), newest first. */
  readLedger(limit: number, before?: number): Promise<LedgerEntry[]>;
  /** Documents with this very text (SHA-256 of it), in the order they came. */
  findSameText(sha256: string): Promise<DocumentSummary[]>;
  /** In the order they stand in its text, then as they came; empty for a document that is not here. */
  findClaimsOfDocument(id: DocumentId): Promise<Claim[]>;
  /** Questions not answered yet, about actors not merged; of one document, or all. By actor, then other. */
  readLikenesses(document?: DocumentId): Promise<Likeness[]>;
  /** Decisions one by one, oldest first, in lots; those of purged claims are left out. */
  readReviewLog(): AsyncIterable<readonly ReviewedDecision[]>;
  /** Undefined when none is stored for this version. */
  readLayout(version: number): Promise<StoredLayout | undefined>;
}

/** Reads and writes inside one transaction, which sees its own changes. */
export interface StoreTransactor extends StoreReader, DatasetChanges {
  /** After it the store holds this dataset and nothing else but its ledger; answers the new version. */
  loadDataset(dataset: Dataset, stamp: LedgerStamp & { readonly source: DatasetSource }): Promise<number>;
  /**
   * Adds what a table brings in, as one entry of the ledger; claims that are there already are passed over, and where all are
   * nothing changes and `seq` is null.
   * @param onLot told how many claims are written; what it throws ends the import
   */
  addImport(
    addition: Addition,
    stamp: LedgerStamp & { readonly file: string },
    onLot?: (written: number) => void,
  ): Promise<Change>;
  /**
   * Keeps the layout of the present version and forgets those of others. False, and nothing changed, when the dataset has
   * moved on from `version`.
   */
  writeLayout(version: number, layout: StoredLayout): Promise<boolean>;
  /** A table of this version in parts for {@link writeKeptParts}, the last of which makes them one. */
  toKeptParts(version: number, scope: ClaimScope, table: ClaimTable): KeptPart[];
  /** Keeps parts in place of those of the same name. False, and nothing changed, as with {@link writeLayout}. */
  writeKeptParts(version: number, parts: readonly KeptPart[]): Promise<boolean>;
}

export interface Store {
  readonly reader: StoreReader;
  /**
   * Runs one change: all of it is on disk when the promise is kept, nothing of it when `change` or the disk fails. Changes
   * wait for each other. Rejects on a store opened to read only.
   */
  transact<T>(change: (transactor: StoreTransactor) => Promise<T>): Promise<T>;
  /**
   * Keeps a table made of the claims of this version, for the next start. Written in many small changes, so that others have
   * their turn; until the last of them none is kept. False when the dataset has moved on from `version`.
   */
  keepClaims(version: number, scope: ClaimScope, table: ClaimTable): Promise<boolean>;
  /**
   * Removes what must not be kept, from the tables, the full text, the ledger and the files: a document with its claims, or an
   * actor with the claims it is in, its names also where texts that stay name it. A tombstone stays in each place of the
   * ledger. No undo takes it back, and entries that held it cannot be taken back any more. `not-found` for an unknown id,
   * `conflict` for an actor that others are merged into.
   */
  purge(request: PurgeRequest, stamp: LedgerStamp): Promise<Purged>;
  /** Ends everything and lets other processes in. Closing twice does no harm. */
  close(): Promise<void>;
}
