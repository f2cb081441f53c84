import type { Status } from '../model/claim.ts';
import { STATUSES } from '../model/claim.ts';
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
