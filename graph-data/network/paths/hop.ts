import type { Selection } from '../lens/apply-lens.ts';
import type { Network } from '../network.ts';
import type { PathDirection } from './hop-table.ts';
import { isFollowed } from './hop-table.ts';

/** One step of a path, with all relations it may be taken by. */
export interface Hop {
  readonly from: number;
  readonly to: number;
  /** Most origins first, then most claims, then by number. Never empty. */
  readonly relations: readonly number[];
}

/** The relations of a hop that a path found goes over. Cost: one look at each tie of the actor with fewer. */
export function findHopRelations(
  network: Network,
  selection: Selection,
  direction: PathDirection,
  from: number,
  to: number,
): Hop {
  const { start, neighbour, relation } = network.adjacency;
  const { relationClaims, relationOrigins } = selection;
  const tiesOf = (actor: number): number => (start[actor + 1] ?? 0) - (start[actor] ?? 0);
  const [here, there] = tiesOf(from) <= tiesOf(to) ? [from, to] : [to, from];
  const relations: number[] = [];
  const end = start[here + 1] ?? 0;
  for (let at = start[here] ?? 0; at < end; at += 1) {
    const tie = relation[at] ?? 0;
    if (
      neighbour[at] === there &&
      (relationClaims[tie] ?? 0) > 0 &&
      isFollowed(network, tie, from, direction)
    )
      relations.push(tie);
  }
  relations.sort(
    (a, b) =>
      (relationOrigins[b] ?? 0) - (relationOrigins[a] ?? 0) ||
      (relationClaims[b] ?? 0) - (relationClaims[a] ?? 0) ||
      a - b,
  );
  return { from, to, relations };
}
