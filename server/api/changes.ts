import type { ImportReport } from '../../graph-data/contract/imports.ts';
import type {
  ActorPatch,
  ChangeAnswer,
  ClaimBody,
  ClaimChange,
  ClaimPatch,
  DecisionsAnswer,
  DecisionsBody,
  DocumentBody,
  Job,
  LikenessesAnswer,
  MergeAnswer,
  MergeBody,
  UndoAnswer,
  UndoBody,
} from '../../graph-data/contract/writes.ts';
import type { ColumnMap } from '../../graph-data/formats/csv/import-columns.ts';
import type { LedgerEntry } from '../store/ledger-entries.ts';
import type { ReviewedDecision } from '../store/store.ts';

/** What is asked of an import over HTTP. */
export interface ImportRequest {
  readonly fileName: string;
  readonly map: ColumnMap;
  readonly dryRun: boolean;
  readonly validOnly: boolean;
  readonly mostFaults: number;
  /** Aborted when nobody waits for the answer any more: then the import leaves nothing. */
  readonly signal: AbortSignal;
}

/**
 * The changes that can be made, each of them an entry of the ledger under its author's name, and what is read of them. When
 * a change is answered, every answer comes from the new state.
 */
export interface Changes {
  importTable(bytes: Uint8Array, request: ImportRequest, author: string): Promise<ImportReport>;
  addClaim(body: ClaimBody, author: string): Promise<ClaimChange>;
  /** @param readAt the version at which the claim was read; undefined where nobody says */
  editClaim(id: string, patch: ClaimPatch, readAt: number | undefined, author: string): Promise<ClaimChange>;
  decide(body: DecisionsBody, author: string): Promise<DecisionsAnswer>;
  retractDocument(id: string, author: string): Promise<ChangeAnswer>;
  editActor(id: string, patch: ActorPatch, author: string): Promise<ChangeAnswer>;
  mergeActor(id: string, body: MergeBody, author: string): Promise<MergeAnswer>;
  splitActor(id: string, author: string): Promise<ChangeAnswer>;
  markDistinct(id: string, from: string, author: string): Promise<ChangeAnswer>;
  undo(body: UndoBody, author: string): Promise<UndoAnswer>;
  readLedger(limit: number, before: number | undefined): Promise<LedgerEntry[]>;
  readReviewLog(): AsyncIterable<readonly ReviewedDecision[]>;
  readLikenesses(document: string | undefined): Promise<LikenessesAnswer>;
}

/** A report to be read: its bytes, or the address they are fetched from; and what is said of it. */
export interface DocumentOrder {
  readonly source:
    { readonly bytes: Uint8Array; readonly mediaType: string | undefined } | { readonly url: string };
  readonly stated: Omit<DocumentBody, 'text' | 'engine'>;
  readonly engine: DocumentBody['engine'];
}

/** Long work, one piece after the other. */
export interface Jobs {
  /** Throws OnrecordError `too-many-requests` when too many wait, `unknown-value` for an engine that is not there. */
  add(order: DocumentOrder, author: string): Job;
  /** Newest first. */
  list(): Job[];
  find(id: string): Job | undefined;
  /** The job as it is then; undefined for one that is not known. */
  cancel(id: string): Job | undefined;
}

/** What happens while somebody listens. */
export type ServerEvent =
  { readonly kind: 'version'; readonly version: number } | { readonly kind: 'job'; readonly job: Job };

export interface Events {
  /** Calls back at every event until the answered function is called. */
  subscribe(listener: (event: ServerEvent) => void): () => void;
}
