import type { Claim, IdentifiedWords } from '../model/claim.ts';
import type { StoredDocument } from '../model/document.ts';
import type { ClaimId, DocumentId } from '../model/ids.ts';

/**
 * What the views need beside the network: words and texts, which do not stay in memory. The server reads them from its
 * store, a published site from its files.
 */
export interface DatasetReader {
  /** The claims with these ids, in the order asked for; ids that do not exist are passed over. At most 1,000 ids. */
  getClaims(ids: readonly ClaimId[]): Promise<Claim[]>;
  /**
   * The words of the claims with these ids, or of all, in lots and in an order that is the same each time; ids that do not
   * exist are passed over. Others are answered between two lots. To read all takes as long as to look up a tenth of them.
   */
  readClaimWords(wanted: readonly ClaimId[] | 'all'): AsyncIterable<Iterable<IdentifiedWords>>;
  findDocument(id: DocumentId): Promise<StoredDocument | undefined>;
  /**
   * Claims whose sentence, quote or label holds every word of the query (the last as the beginning of a word), accents and
   * case aside: best match first, ties by id. Never an error, whatever the query holds. Status is the caller's business.
   */
  searchClaims(query: string, limit: number): Promise<ClaimId[]>;
  /** Documents whose title, publisher or text holds every word of the query: best match first, ties by id. */
  searchDocuments(query: string, limit: number): Promise<DocumentId[]>;
}
