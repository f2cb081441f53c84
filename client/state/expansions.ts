import type { ActorId, RelationTypeId } from '../../graph-data/model/ids.ts';
import type { Expansion } from '../../graph-data/network/expansion.ts';
import { toExpansionText } from '../../graph-data/network/expansion.ts';
import type { NetworkGraph } from '../../graph-data/network/graph.ts';
import type { PageState } from './page-state.ts';

/** Neighbours that one step brings in. */
export const LOT = 25;
/** Most steps that a page, and its link, holds. */
export const MOST_EXPANSIONS = 40;

/**
 * Asks for a further lot of an actor's hidden neighbours, by one type of relation or, null, by all. The same page when
 * there have been too many steps.
 */
export function withExpansion(
  page: PageState,
  actor: ActorId,
  type: RelationTypeId | null = null,
  most: number = Number.MAX_SAFE_INTEGER,
): PageState {
  if (page.expansions.length >= MOST_EXPANSIONS) return page;
  const step: Expansion = { actor, count: Math.max(1, Math.min(LOT, most)), type };
  return { ...page, expansions: [...page.expansions, step] };
}

/** Takes the last lot back; the same page when there is none. */
export function withoutLastExpansion(page: PageState): PageState {
  return page.expansions.length === 0 ? page : { ...page, expansions: page.expansions.slice(0, -1) };
}

export function isSameExpansions(one: readonly Expansion[], other: readonly Expansion[]): boolean {
  return one === other || toExpansionsKey(one) === toExpansionsKey(other);
}

function toExpansionsKey(expansions: readonly Expansion[]): string {
  return expansions.map(toExpansionText).join(' ');
}

/** How many of an actor's neighbours, of so many under the lens, no drawn line ties to it. */
export function countHidden(graph: NetworkGraph, actor: ActorId, neighbours: number): number {
  if (!graph.hasNode(actor)) return neighbours;
  const drawn = graph.neighbors(actor).filter((id) => id !== actor).length;
  return Math.max(0, neighbours - drawn);
}
