import type { SearchAnswer } from '../contract/answers.ts';
import type { SearchQuery } from '../contract/queries.ts';
import type { Claim } from '../model/claim.ts';
import { findActors } from '../network/find-actors.ts';
import { toActorSummary, toClaimAnswer, toDocumentSummary, toMetaOfAllActors } from './answer-parts.ts';
import { countClaimsByDocument } from './count-claims.ts';
import type { DatasetReader } from './dataset-reader.ts';
import type { ViewContext } from './view-context.ts';
import { selectAll } from './view-context.ts';

/** Matches looked through for accepted ones: at first so many an item asked for, then ten times as many, and no more. */
const SURPLUS = 5;
const MOST_MATCHES = 1000;

/** Actors, sentences (as the claims they state) and documents that match, best first, at most `limit` of each. */
export async function viewSearch(context: ViewContext, query: SearchQuery): Promise<SearchAnswer> {
  const { network, reader } = context;
  const selection = selectAll(context);
  const actors = findActors(network, query.q, [], selection.actorClaims);
  // One more than asked for tells whether something is cut.
  const most = query.limit + 1;
  const claims = await findAccepted(reader, query.q, most);
  const countsOf = countClaimsByDocument(network);
  const documents = (await reader.searchDocuments(query.q, most)).flatMap((id) => {
    const index = network.documentIndex.get(id);
    const document = index === undefined ? undefined : network.documents[index];
    return document === undefined || index === undefined
      ? []
      : [toDocumentSummary(document, countsOf(index))];
  });
  const isCut = [actors, claims, documents].some((found) => found.length > query.limit);
  const shownActors = actors.slice(0, query.limit).map((index) => toActorSummary(network, selection, index));
  const answers = claims.slice(0, query.limit).map((claim) => toClaimAnswer(network, claim));
  return {
    query: query.q,
    actors: shownActors,
    claims: answers,
    documents: documents.slice(0, query.limit),
    meta: toMetaOfAllActors(
      network,
      selection,
      {
        actors: shownActors.length,
        relations: new Set(answers.map((claim) => claim.relation)).size,
        claims: answers.length,
      },
      [`q=${query.q}`, ...(isCut ? [`limit=${query.limit}`] : [])],
    ),
  };
}

/** The best matches among the accepted claims, also where many proposed or rejected ones match better. */
async function findAccepted(reader: DatasetReader, q: string, limit: number): Promise<Claim[]> {
  for (let most = limit * SURPLUS; ; most = Math.min(MOST_MATCHES, most * 10)) {
    const ids = await reader.searchClaims(q, most);
    const accepted = (await reader.getClaims(ids)).filter((claim) => claim.status === 'accepted');
    if (accepted.length >= limit || ids.length < most || most === MOST_MATCHES)
      return accepted.slice(0, limit);
  }
}
