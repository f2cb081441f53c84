import type { DocumentDetail, DocumentsAnswer } from '../contract/answers.ts';
import type { DocumentsQuery } from '../contract/queries.ts';
import type { ClaimId, DocumentId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';
import { getClaimId, getDocument } from '../network/network.ts';
import { toClaimAnswer, toDocumentSummary, toMeta } from './answer-parts.ts';
import { countClaimsByDocument, countWhere } from './count-claims.ts';
import { cutPage } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { notFound, selectAll } from './view-context.ts';

/** Claims are read from the store in lots of this size. */
const LOT = 500;

/** All documents, by id. */
export function viewDocuments(context: ViewContext, query: DocumentsQuery): DocumentsAnswer {
  const { network } = context;
  const selection = selectAll(context);
  const countsOf = countClaimsByDocument(network);
  const all = network.documents.map((_, index) => index);
  const page = cutPage(all, query, network.version, ['documents']);
  const isCut = page.items.length < all.length;
  return {
    items: page.items.map((index) => toDocumentSummary(getDocument(network, index), countsOf(index))),
    nextCursor: page.nextCursor,
    meta: isCut
      ? toMeta(network, selection, countIn(network, selection, new Set(page.items)), [`limit=${query.limit}`])
      : toMeta(network, selection, selection.shown),
  };
}

/** One document with its text, where that may be given, and the spans of its accepted claims. Throws `not-found`. */
export async function viewDocument(context: ViewContext, id: string): Promise<DocumentDetail> {
  const { network, reader } = context;
  const document = await reader.findDocument(id as DocumentId);
  const index = network.documentIndex.get(id as DocumentId);
  if (document === undefined || index === undefined) throw notFound('document', id);
  const selection = selectAll(context);
  const ids: ClaimId[] = [];
  for (let row = 0; row < network.claims.length; row += 1) {
    if (network.claims.document[row] === index && selection.passes[row] === 1)
      ids.push(getClaimId(network, row));
  }
  const claims = [];
  for (let at = 0; at < ids.length; at += LOT)
    claims.push(...(await reader.getClaims(ids.slice(at, at + LOT))));
  const spans = claims
    .flatMap((claim) => {
      const { start, end } = claim.evidence;
      if (start === null || end === null) return [];
      return [{ claim: claim.id, relation: toClaimAnswer(network, claim).relation, start, end }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end || compareIds(a.claim, b.claim));
  return {
    ...toDocumentSummary(document, countClaimsByDocument(network)(index)),
    hasText: document.text !== null,
    text: context.mayShowText(document) ? document.text : null,
    spans,
    meta: toMeta(network, selection, countIn(network, selection, new Set([index])), [`document=${id}`]),
  };
}

/** What the lens leaves of the claims of these documents. */
function countIn(network: Network, selection: Selection, documents: ReadonlySet<number>): Counts {
  return countWhere(network, selection, (row) => documents.has(network.claims.document[row] ?? -1));
}
