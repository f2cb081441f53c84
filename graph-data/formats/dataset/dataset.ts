import type { Actor } from '../../model/actor.ts';
import type { ClaimInput } from '../../model/claim.ts';
import type { Document } from '../../model/document.ts';
import type { DocumentId } from '../../model/ids.ts';
import type { RelationType } from '../../model/vocabulary.ts';
import type { DatasetFault } from './fault.ts';

/** A claim as a dataset writes it, with the document it stands in. */
type DatasetClaim = ClaimInput & { readonly document: DocumentId };

/**
 * A dataset without a fault: every id named exists, every quote stands at its offsets. Actors and documents are sorted by
 * id, claims by document id and then as they are written, so that the names of the files make no difference.
 */
export interface Dataset {
  /** In the order the file gives. */
  readonly vocabulary: readonly RelationType[];
  readonly actors: readonly Actor[];
  readonly documents: readonly Document[];
  readonly claims: readonly DatasetClaim[];
  /**
   * SHA-256 of what the folder's own files say, 64 hexadecimal digits: comments, layout, order of keys, names and order of
   * files make no difference. A vocabulary taken from elsewhere is not part of it.
   */
  readonly hash: string;
}

/** A file of a dataset folder; `path` is relative to the folder, with forward slashes. */
export interface DatasetFile {
  readonly path: string;
  readonly text: string;
}

/** A file that is there but could not be read, and why. */
export interface UnreadableFile {
  readonly path: string;
  readonly expected: string;
  readonly found: string;
}

export type ParsedDataset =
  | { readonly ok: true; readonly dataset: Dataset }
  /** Every fault, in order of file, line and column; never empty. */
  | { readonly ok: false; readonly faults: readonly DatasetFault[] };
