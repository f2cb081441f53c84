import type {
  ActorDetail,
  ClaimAnswer,
  ClaimsAnswer,
  DocumentDetail,
  DocumentsAnswer,
  FacetAnswer,
  FacetsAnswer,
  NeighboursAnswer,
  NetworkAnswer,
  RelationDetail,
  SearchAnswer,
} from '../../graph-data/contract/answers.ts';
import { decodeNetwork } from '../../graph-data/contract/columns/decode-network.ts';
import { MOST_DRAWN } from '../../graph-data/contract/first-picture.ts';
import type { ActorId, ClaimId, DocumentId, RelationId } from '../../graph-data/model/ids.ts';
import type { Lens } from '../../graph-data/model/lens.ts';
import { toLensParameters } from '../../graph-data/model/lens.ts';
import type { Expansion } from '../../graph-data/network/expansion.ts';
import { toExpansionText } from '../../graph-data/network/expansion.ts';
import type { PathsAnswer } from '../../graph-data/contract/questions-paths.ts';
import type { ApiRequest, Parameter } from './api-request.ts';
import { toApiRequest } from './api-request.ts';

/** One function per endpoint: each gives the typed request; `ask` sends it. */

/** Most items a page of a list may hold. */
export const LONGEST_PAGE = 500;

/**
 * The drawn network under a lens: at most 2,000 actors, those with most claims, and 6,000 relations between them, the
 * strongest; and what expansions bring in. As columns.
 */
export function networkRequest(lens: Lens, expansions: readonly Expansion[] = []): ApiRequest<NetworkAnswer> {
  const { address } = toApiRequest('network.columns', [
    ['relations', String(MOST_DRAWN)],
    ...toLensParameters(lens),
    ...expansions.map((expansion): Parameter => ['expand', toExpansionText(expansion)]),
  ]);
  return { address, decode: decodeNetwork };
}

/** How some actors are connected: see `/paths`. */
interface AskedPaths {
  /** At least two. */
  readonly actors: readonly string[];
  readonly most: number;
  readonly steps: number;
  readonly hubs: number | null;
  readonly isForward: boolean;
}

/** The best paths between every two of some actors, each step with its sentences. */
export function pathsRequest(lens: Lens, question: AskedPaths): ApiRequest<PathsAnswer> {
  return toApiRequest('paths', toPathsParameters(lens, question));
}

/** The same as a table: the address of a file. */
export function pathsTableRequest(lens: Lens, question: AskedPaths): ApiRequest<never> {
  return toApiRequest('paths.csv', toPathsParameters(lens, question));
}

function toPathsParameters(lens: Lens, question: AskedPaths): Parameter[] {
  const { actors, most, steps, hubs, isForward } = question;
  const [from = '', ...to] = actors;
  return [
    ['from', from],
    ...to.map((actor): Parameter => ['to', actor]),
    ['k', String(most)],
    ['maxLength', String(steps)],
    ...(hubs === null ? [] : [['avoidHubs', String(hubs)] as const]),
    ...(isForward ? [['direction', 'forward'] as const] : []),
    // There `from` and `to` are actors.
    ...toLensParameters(lens).map(([name, value]): Parameter => {
      if (name === 'from') return ['dateFrom', value];
      return [name === 'to' ? 'dateTo' : name, value];
    }),
  ];
}

/** The address of a file of the network under a lens, or of a part of it (`around`, `between`): a plain download. */
export function exportRequest(
  lens: Lens,
  format: 'gexf' | 'graphml' | 'csv' | 'json',
  level: 'relations' | 'claims',
  conditions: readonly Parameter[] = [],
): ApiRequest<never> {
  return toApiRequest(`network.${format}`, [['level', level], ...conditions, ...toLensParameters(lens)]);
}

export function actorRequest(id: ActorId, lens: Lens): ApiRequest<ActorDetail> {
  return toApiRequest(`actors/${encodeURIComponent(id)}`, toLensParameters(lens));
}

/** Nearest first, `limit` a page. */
export function neighboursRequest(id: ActorId, lens: Lens, limit: number): ApiRequest<NeighboursAnswer> {
  return toApiRequest(`actors/${encodeURIComponent(id)}/neighbours`, [
    ['limit', String(limit)],
    ...toLensParameters(lens),
  ]);
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

/** By id, `limit` a page; as many as the API gives unasked without one. */
export function documentsRequest(limit?: number): ApiRequest<DocumentsAnswer> {
  return toApiRequest('documents', limit === undefined ? [] : [['limit', String(limit)]]);
}

export function documentRequest(id: DocumentId): ApiRequest<DocumentDetail> {
  return toApiRequest(`documents/${encodeURIComponent(id)}`);
}

/** What a facet's values would leave under a lens: all facets, or one, searched by `words`, at most `limit` values. */
export function facetsRequest(
  lens: Lens,
  one?: { readonly facet: FacetAnswer['facet']; readonly words: string; readonly limit: number },
): ApiRequest<FacetsAnswer> {
  const own: Parameter[] =
    one === undefined
      ? []
      : [
          ['facet', one.facet],
          ['limit', String(one.limit)],
          ...(one.words === '' ? [] : [['q', one.words] as const]),
        ];
  return toApiRequest('facets', [...own, ...toLensParameters(lens)]);
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
