import type {
  ActorDetail,
  ClaimAnswer,
  ClaimsAnswer,
  DocumentDetail,
  DocumentsAnswer,
  NeighboursAnswer,
  NetworkAnswer,
  RelationDetail,
  SearchAnswer,
} from '../../graph-data/contract/answers.ts';
import type { ActorId, ClaimId, DocumentId, RelationId } from '../../graph-data/model/ids.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { toLensParameters } from '../../graph-data/model/lens.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';

/** One function per endpoint: each gives the typed request; `ask` sends it. */

/** Most items a page of a list may hold. */
export const LONGEST_PAGE = 500;

/** The drawn network under a lens: at most 2,000 actors, those with most claims. */
export function networkRequest(lens: Lens): ApiRequest<NetworkAnswer> {
  return toApiRequest('network', toLensParameters(lens));
}

/** The address of a file of the network under a lens: a plain download. */
export function exportRequest(
  lens: Lens,
  format: 'gexf' | 'graphml' | 'csv' | 'json',
  level: 'relations' | 'claims',
): ApiRequest<never> {
  return toApiRequest(`network.${format}`, [['level', level], ...toLensParameters(lens)]);
}

export function actorRequest(id: ActorId, lens: Lens): ApiRequest<ActorDetail> {
  return toApiRequest(`actors/${encodeURIComponent(id)}`, toLensParameters(lens));
}

export function neighboursRequest(id: ActorId, lens: Lens): ApiRequest<NeighboursAnswer> {
  return toApiRequest(`actors/${encodeURIComponent(id)}/neighbours`, toLensParameters(lens));
}

export function relationRequest(id: RelationId, lens: Lens): ApiRequest<RelationDetail> {
  return toApiRequest(`relations/${encodeURIComponent(id)}`, toLensParameters(lens));
}

/** Claims under a lens that meet the conditions (`subject`, `object`, `between`, `relation`, `limit`) as well. */
export function claimsRequest(lens: Lens, conditions: readonly Parameter[] = []): ApiRequest<ClaimsAnswer> {
  return toApiRequest('claims', [...conditions, ...toLensParameters(lens)]);
}

export function claimRequest(id: ClaimId): ApiRequest<ClaimAnswer> {
  return toApiRequest(`claims/${encodeURIComponent(id)}`);
}

export function documentsRequest(): ApiRequest<DocumentsAnswer> {
  return toApiRequest('documents');
}

export function documentRequest(id: DocumentId): ApiRequest<DocumentDetail> {
  return toApiRequest(`documents/${encodeURIComponent(id)}`);
}

/** At most `limit` actors, sentences and documents each. */
export function searchRequest(words: string, limit: number): ApiRequest<SearchAnswer> {
  return toApiRequest('search', [
    ['q', words],
    ['limit', String(limit)],
  ]);
}

/** The page of a list after this one. */
export function toNextPage<T>(request: ApiRequest<T>, cursor: string): ApiRequest<T> {
  const separator = request.address.includes('?') ? '&' : '?';
  return { address: `${request.address}${separator}cursor=${encodeURIComponent(cursor)}` };
}
