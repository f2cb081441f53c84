import type { SearchAnswer } from '../contract/answers.ts';
import type { SearchQuery } from '../contract/queries.ts';
import { DEFAULT_LENS } from '../model/lens.ts';
import { findActors } from '../network/find-actors.ts';
import { toActorSummary, toClaimAnswer, toDocumentSummary, toMeta } from './answer-parts.ts';
import { countClaimsByDocument } from './claims-view.ts';
import type { ViewContext } from './view-context.ts';
import { selectAll } from './view-context.ts';

/** Matches looked through for accepted ones: a sentence may state several claims, and some may not be accepted. */
const SURPLUS = 5;

/** Actors, sentences (as the claims they state) and documents that match, best first, at most `limit` of each. */
export async function viewSearch(context: ViewContext, query: SearchQuery): Promise<SearchAnswer> {
  const { network, reader } = context;
  const selection = selectAll(context);
  const actors = findActors(network, query.q, [], selection.actorClaims);
  const claimIds = await reader.searchClaims(query.q, query.limit * SURPLUS);
  const claims = (await reader.getClaims(claimIds))
    .filter((claim) => claim.status === 'accepted')
    .slice(0, query.limit);
  const counts = countClaimsByDocument(network, DEFAULT_LENS.statuses);
  const documents = (await reader.searchDocuments(query.q, query.limit)).flatMap((id) => {
    const index = network.documentIndex.get(id);
    const document = index === undefined ? undefined : network.documents[index];
    return document === undefined || index === undefined
      ? []
      : [toDocumentSummary(document, counts[index] ?? 0)];
  });
  const shownActors = actors.slice(0, query.limit).map((index) => toActorSummary(network, selection, index));
  const answers = claims.map((claim) => toClaimAnswer(network, claim));
  return {
    query: query.q,
    actors: shownActors,
    claims: answers,
    documents,
    meta: toMeta(
      network,
      selection,
      {
        actors: shownActors.length,
        relations: new Set(answers.map((claim) => claim.relation)).size,
        claims: answers.length,
      },
      [`q=${query.q}`, `limit=${query.limit}`],
    ),
  };
}
