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

/**
 * The part of the network that the selection leaves, as the layout sees it: one edge a tied pair, of weight 1 + ln(claims),
 * sorted; no self-loops. Actors that are not in it have no part in the picture: what is only proposed moves nobody.
 * O(actors + relations).
 */
export function toLayoutInput(
  { actors, relations }: Network,
  { hasActor, relationClaims }: Selection,
): LayoutInput {
  const ids: string[] = [];
  const placeOf = new Uint32Array(actors.length);
  actors.forEach(({ id }, actor) => {
    if (hasActor[actor] !== 1) return;
    placeOf[actor] = ids.length;
    ids.push(id);
  });
  const toPlaces = (ends: Uint32Array): Uint32Array => ends.map((actor) => placeOf[actor] ?? 0);
  return {
    ids,
    edges: toLayoutEdges(ids.length, toPlaces(relations.subject), toPlaces(relations.object), relationClaims),
  };
}
