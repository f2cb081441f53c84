import type { DocumentDetail, DocumentsAnswer } from '../contract/answers.ts';
import type { DocumentsQuery } from '../contract/queries.ts';
import type { ClaimId, DocumentId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import { DEFAULT_LENS } from '../model/lens.ts';
import { getClaimId } from '../network/network.ts';
import { toClaimAnswer, toDocumentSummary, toMeta } from './answer-parts.ts';
import { countClaimsByDocument } from './claims-view.ts';
import { cutPage } from './page.ts';
import type { ViewContext } from './view-context.ts';
import { notFound, selectAll } from './view-context.ts';

/** Claims are read from the store in lots of this size. */
const LOT = 500;

/** All documents, by id. */
export function viewDocuments(context: ViewContext, query: DocumentsQuery): DocumentsAnswer {
  const { network } = context;
  const selection = selectAll(context);
  const counts = countClaimsByDocument(network, DEFAULT_LENS.statuses);
  const all = network.documents.map((document, index) => toDocumentSummary(document, counts[index] ?? 0));
  const page = cutPage(all, query, network.version, ['documents']);
  const cuts = page.items.length < all.length ? [`limit=${query.limit}`] : [];
  return {
    items: [...page.items],
    nextCursor: page.nextCursor,
    meta: toMeta(network, selection, selection.shown, cuts),
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
    .map((claim) => ({
      claim: claim.id as string,
      relation: toClaimAnswer(network, claim).relation,
      start: claim.evidence.start,
      end: claim.evidence.end,
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end || compareIds(a.claim, b.claim));
  const shown = {
    actors: new Set(claims.flatMap((claim) => [claim.subject, claim.object])).size,
    relations: new Set(spans.map((span) => span.relation)).size,
    claims: claims.length,
  };
  return {
    ...toDocumentSummary(document, claims.length),
    text: context.mayShowText(document) ? document.text : null,
    spans,
    meta: toMeta(network, selection, shown, [`document=${id}`]),
  };
}
