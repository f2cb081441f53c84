import type { Actor } from '../../graph-data/model/actor.ts';
import type { Claim, Status } from '../../graph-data/model/claim.ts';
import type { StoredDocument } from '../../graph-data/model/document.ts';
import type { ActorId, ClaimId, DocumentId } from '../../graph-data/model/ids.ts';
import type { LedgerStamp } from './ledger-stamp.ts';

/** Rows of each that a change added, changed or took away. */
export interface ChangeCounts {
  readonly claims: number;
  readonly actors: number;
  readonly documents: number;
}

/** What became of a change. */
export interface Change {
  /** Its entry in the ledger; null where nothing was to be changed. */
  readonly seq: number | null;
  readonly counts: ChangeCounts;
  /** The dataset's version after it. */
  readonly version: number;
}

/** A claim before it is written: the store mints its id and finds its origin. */
export type NewClaim = Omit<Claim, 'id' | 'origin'>;

/** The question whether two actors are one, asked when the first came with a document. */
export interface NewLikeness {
  readonly actor: ActorId;
  /** That was here. */
  readonly other: ActorId;
  readonly reason: string;
}

/** A document and what is read out of it. */
export interface NewDocument {
  /** That are not here yet. */
  readonly actors: readonly Actor[];
  readonly document: StoredDocument;
  /** Those of equal fingerprint are one, the first of them. */
  readonly claims: readonly NewClaim[];
  readonly likenesses: readonly NewLikeness[];
}

/** What a person may say otherwise of a claim. Its document and its words stay. */
export type ClaimValues = Pick<
  Claim,
  | 'subject'
  | 'type'
  | 'object'
  | 'label'
  | 'stance'
  | 'modality'
  | 'speaker'
  | 'via'
  | 'saidOn'
  | 'happenedOn'
  | 'status'
>;

export interface ClaimEdit {
  /** That the values name and that are not here yet. */
  readonly actors: readonly Actor[];
  readonly values: Partial<ClaimValues>;
  /** The version at which the claim was read: a later change of it is a conflict. */
  readonly ifVersion?: number | undefined;
}

export interface Decision {
  readonly claim: ClaimId;
  readonly status: Status;
}

/** What is to be otherwise with an actor; its id stays. */
export interface ActorValues {
  readonly name?: string | undefined;
  readonly kind?: Actor['kind'] | undefined;
  readonly aliases?: readonly string[] | undefined;
  readonly wikidata?: string | null | undefined;
}

export interface UndoRequest {
  /** The last entry that stands and is no loaded dataset, unless given. */
  readonly seq?: number | undefined;
  /** Takes back what stands on it too, instead of refusing. */
  readonly withDependents?: boolean | undefined;
}

/**
 * The changes of a dataset. Each is one entry of the ledger that can be taken back exactly, or changes nothing and throws
 * OnrecordError: `not-found` for an id in the address that is not here, `unknown-value` for one in the body, `conflict` where
 * the change does not fit what is here.
 */
export interface DatasetChanges {
  /** Kind `ingest`. `conflict` where a document of this id is here. */
  addDocument(
    addition: NewDocument,
    stamp: LedgerStamp,
  ): Promise<Change & { readonly claims: readonly ClaimId[] }>;
  /**
   * Kind `add-claim`. One that is not proposed counts as reviewed by its author. `conflict` where the same is stated already,
   * naming the claim.
   */
  addClaim(
    addition: {
      readonly actors: readonly Actor[];
      readonly claim: Omit<NewClaim, 'reviewedBy' | 'reviewedAt'>;
    },
    stamp: LedgerStamp,
  ): Promise<Change & { readonly claim: Claim }>;
  /**
   * Kind `edit-claim`. Another status is a decision. `conflict` where another claim states the same already, or where this one
   * was changed after `ifVersion`.
   */
  editClaim(id: ClaimId, edit: ClaimEdit, stamp: LedgerStamp): Promise<Change & { readonly claim: Claim }>;
  /** Kind `decide`, all or nothing. Of claims named twice the last decision counts. */
  decide(
    decisions: readonly Decision[],
    stamp: LedgerStamp,
  ): Promise<Change & { readonly unchanged: number }>;
  /** Kind `retract`: the document, its claims, and the actors they name that nothing else stands on and nobody edited go. */
  retractDocument(id: DocumentId, stamp: LedgerStamp): Promise<Change>;
  /**
   * Kind `merge`: the claims of `id` are read through `into`, or through the actor that `into` was merged into; so are those of
   * actors that were merged into `id`.
   */
  mergeActor(id: ActorId, into: ActorId, stamp: LedgerStamp): Promise<Change & { readonly into: ActorId }>;
  /** Kind `split`: a merged actor stands by itself again, and those that were merged into it before are read through it. */
  splitActor(id: ActorId, stamp: LedgerStamp): Promise<Change>;
  /** Kind `edit-actor`. */
  editActor(id: ActorId, values: ActorValues, stamp: LedgerStamp): Promise<Change>;
  /** Kind `distinct`: these two are not one, and it is not asked again. */
  markDistinct(actor: ActorId, other: ActorId, stamp: LedgerStamp): Promise<Change>;
  /**
   * Kind `undo`: takes back an entry, an undo too, and is taken back like any other. `cannot-be-undone` says why not; where
   * later entries stand in the way it has an error for each.
   */
  undo(request: UndoRequest, stamp: LedgerStamp): Promise<Undone>;
}

/** What became of entries that were taken back. */
export interface Undone {
  /** Newest first. */
  readonly undone: readonly number[];
  /** The entry that says so. */
  readonly seq: number;
  readonly counts: ChangeCounts;
  readonly version: number;
}

/** What must not be kept. */
export interface PurgeRequest {
  readonly kind: 'document' | 'actor';
  readonly id: string;
  readonly reason: string;
}

export interface Purged {
  readonly seq: number;
  readonly counts: ChangeCounts;
  /** SHA-256 of the purged id: what the tombstones bear. */
  readonly hash: string;
  /** False where its files could not be written anew: another process reads the store, or the disk has no room for it. */
  readonly isErased: boolean;
}
