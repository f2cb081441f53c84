import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { CaseItem } from '../../../graph-data/formats/case-file/case-file.ts';
import type { ClaimId, RelationId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { claimRequest, relationRequest } from '../../api/requests.ts';
import type { Ask } from '../../state/keep-network-loaded.ts';

/** Claims of the other side that go along with a step. */
const MOST_OTHERWISE = 3;

/**
 * What others say instead of each step of something pinned, in the order of its steps: none where it is not disputed, whatever
 * the lens leaves of the dispute. What cannot be asked for is not there.
 * @param relations of each step the relation it is of
 */
export async function findOtherwise(
  item: CaseItem,
  relations: readonly string[],
  ask: Ask,
): Promise<readonly (readonly ClaimAnswer[])[]> {
  const { signal } = new AbortController();
  return Promise.all(
    relations.map(async (relation, place) => {
      const own = new Set(item.steps[place]?.claims.map((at) => item.claims[at]?.id));
      try {
        const { disputedBy } = await ask(relationRequest(relation as RelationId, DEFAULT_LENS), signal);
        if (disputedBy === null) return [];
        const [side, otherSide] = disputedBy;
        const isOfOther = otherSide.some((id) => own.has(id)) && !side.some((id) => own.has(id));
        // One claim of a disputed relation may be none of those that somebody disputes.
        if (item.kind === 'claim' && !isOfOther && !side.some((id) => own.has(id))) return [];
        const others = (isOfOther ? side : otherSide).slice(0, MOST_OTHERWISE);
        return await Promise.all(others.map((id) => ask(claimRequest(id as ClaimId), signal)));
      } catch {
        return [];
      }
    }),
  );
}
