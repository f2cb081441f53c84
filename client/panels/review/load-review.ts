import type { ClaimAnswer, ClaimsAnswer, DocumentDetail } from '../../../graph-data/contract/answers.ts';
import type { LikenessesAnswer } from '../../../graph-data/contract/writes.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { likenessesRequest, sessionRequest } from '../../api/changes.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { LONGEST_PAGE, claimsRequest, documentRequest, toNextPage } from '../../api/requests.ts';
import { STATUSES } from '../../state/closed-values.ts';
import type { Ask } from '../../state/keep-network-loaded.ts';

/** Everything a review starts from. */
export interface LoadedReview {
  readonly document: DocumentDetail;
  /** All of the document's claims, whatever their status. */
  readonly claims: readonly ClaimAnswer[];
  /** The data's version when they were read. */
  readonly version: number;
  readonly likenesses: LikenessesAnswer['items'];
  /** The certainty from which proposals are worth showing first. */
  readonly threshold: number;
}

/** Asks for all of it at once; the first failure fails all. */
export async function loadReview(ask: Ask, id: DocumentId, signal: AbortSignal): Promise<LoadedReview> {
  const [document, { claims, version }, likenesses, session] = await Promise.all([
    ask(documentRequest(id), signal),
    loadClaims(ask, id, signal),
    ask(likenessesRequest(id), signal),
    ask(sessionRequest(), signal),
  ]);
  return { document, claims, version, likenesses: likenesses.items, threshold: session.threshold };
}

const MOST_ATTEMPTS = 3;

/** Page by page. Where someone changes the data between two pages, their order may be another: then from the start. */
async function loadClaims(
  ask: Ask,
  id: DocumentId,
  signal: AbortSignal,
  attempt = 1,
): Promise<Pick<LoadedReview, 'claims' | 'version'>> {
  const request = claimsRequest({ ...DEFAULT_LENS, documents: [id], statuses: STATUSES }, [
    ['order', 'certainty'],
    ['limit', String(LONGEST_PAGE)],
  ]);
  let page: ClaimsAnswer = await ask(request, signal);
  const claims = [...page.items];
  while (page.nextCursor !== null) {
    try {
      page = await ask(toNextPage(request, page.nextCursor), signal);
    } catch (error) {
      if (toPageProblem(error).status !== 400 || attempt === MOST_ATTEMPTS) throw error;
      return loadClaims(ask, id, signal, attempt + 1);
    }
    claims.push(...page.items);
  }
  return { claims, version: page.meta.version };
}
