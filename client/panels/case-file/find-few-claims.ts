import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { claimRequest } from '../../api/requests.ts';
import type { Ask } from '../../state/keep-network-loaded.ts';
import type { FoundClaim, FoundClaims } from './case-check.ts';

/** So many claims are asked for at a time. */
const ASKED_AT_ONCE = 4;

/** Asks the data here for the first few of these claims. Fails only when it is aborted. */
export async function findFewClaims(
  ids: readonly string[],
  ask: Ask,
  signal: AbortSignal,
): Promise<FoundClaims> {
  const few = ids.slice(0, ASKED_AT_ONCE);
  const found = await Promise.all(few.map(async (id) => [id, await findClaim(id, ask, signal)] as const));
  signal.throwIfAborted();
  return new Map(found);
}

async function findClaim(id: string, ask: Ask, signal: AbortSignal): Promise<FoundClaim> {
  try {
    return await ask(claimRequest(id as ClaimId), signal);
  } catch (error) {
    const { status } = toPageProblem(error);
    return status >= 400 && status < 500 && ![401, 403, 408, 429].includes(status) ? 'unknown' : 'unreached';
  }
}
