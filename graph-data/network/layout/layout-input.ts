import type { Network } from '../network.ts';
import type { Selection } from '../lens/apply-lens.ts';
import type { LayoutInput } from './layout.ts';

/** The network as the layout sees it: one edge a tied pair, of weight 1 + ln(claims), sorted; no self-loops. */
export function toLayoutInput(network: Network, selection: Selection): LayoutInput {
  const claimsOfPair = new Map<number, number>();
  const count = network.actors.length;
  for (let relation = 0; relation < network.relations.length; relation += 1) {
    const claims = selection.relationClaims[relation] ?? 0;
    const [a, b] = [network.relations.subject[relation] ?? 0, network.relations.object[relation] ?? 0];
    if (claims === 0 || a === b) continue;
    const pair = Math.min(a, b) * count + Math.max(a, b);
    claimsOfPair.set(pair, (claimsOfPair.get(pair) ?? 0) + claims);
  }
  return {
    ids: network.actors.map((actor) => actor.id),
    edges: [...claimsOfPair]
      .sort(([a], [b]) => a - b)
      .map(([pair, claims]) => [Math.floor(pair / count), pair % count, 1 + Math.log(claims)]),
  };
}
