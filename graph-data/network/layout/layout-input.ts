import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import type { Forces } from './forces.ts';
import type { LayoutEdges } from './layout-edges.ts';
import { toLayoutEdges } from './layout-edges.ts';

/** What is laid out. Node order and edge order are part of the input: the same input gives the same picture. */
export interface LayoutInput {
  /** Sorted by id. */
  readonly ids: readonly string[];
  readonly edges: LayoutEdges;
  /** Where to start, x and y in turn; without it, each node starts at a place hashed from its id. */
  readonly start?: ArrayLike<number>;
  /** 1 for nodes that stay where they start. */
  readonly pinned?: ArrayLike<number>;
  /** Others than the usual `FORCES`. */
  readonly forces?: Forces;
}

/** The network as the layout sees it: one edge a tied pair, of weight 1 + ln(claims), sorted; no self-loops. O(relations). */
export function toLayoutInput(network: Network, selection: Selection): LayoutInput {
  const { subject, object } = network.relations;
  return {
    ids: network.actors.map((actor) => actor.id),
    edges: toLayoutEdges(network.actors.length, subject, object, selection.relationClaims),
  };
}
