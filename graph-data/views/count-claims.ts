import type { Status } from '../model/claim.ts';
import { STATUSES } from '../model/claim.ts';
import type { Counts, Selection } from '../network/lens/apply-lens.ts';
import type { Network } from '../network/network.ts';

/** How many claims each document has of each status, by its index. One scan of the claims; a network is counted once. */
export function countClaimsByDocument(network: Network): (document: number) => Record<Status, number> {
  const counts = counted.get(network) ?? count(network);
  counted.set(network, counts);
  return (document) => ({
    proposed: counts.proposed[document] ?? 0,
    accepted: counts.accepted[document] ?? 0,
    rejected: counts.rejected[document] ?? 0,
  });
}

/** What the lens leaves of some claims, with the relations they belong to and the actors at their ends. */
export function countWhere(
  { relations: { firstClaim, subject, object, length } }: Network,
  selection: Selection,
  isCounted: (row: number) => boolean,
): Counts {
  const actors = new Set<number | undefined>();
  const counts = { relations: 0, claims: 0 };
  for (let relation = 0; relation < length; relation += 1) {
    if (selection.relationClaims[relation] === 0) continue;
    const end = firstClaim[relation + 1] as number;
    let count = 0;
    for (let row = firstClaim[relation] as number; row < end; row += 1)
      if (selection.passes[row] === 1 && isCounted(row)) count += 1;
    if (count === 0) continue;
    counts.relations += 1;
    counts.claims += count;
    actors.add(subject[relation]).add(object[relation]);
  }
  return { actors: actors.size, ...counts };
}

const counted = new WeakMap<Network, Record<Status, Uint32Array>>();

function count({ claims, documents }: Network): Record<Status, Uint32Array> {
  const empty = (): Uint32Array => new Uint32Array(documents.length);
  const counts: Record<Status, Uint32Array> = { proposed: empty(), accepted: empty(), rejected: empty() };
  for (let row = 0; row < claims.length; row += 1) {
    const status = STATUSES[claims.status[row] ?? 0];
    const document = claims.document[row] ?? 0;
    if (status !== undefined) counts[status][document] = (counts[status][document] ?? 0) + 1;
  }
  return counts;
}
