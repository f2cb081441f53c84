import type { ActorId } from '../../../../graph-data/model/ids.ts';
import { compareIds } from '../../../../graph-data/model/ids.ts';
import type { PathDirection } from '../../../../graph-data/network/paths/hop-table.ts';
import type { ReadClaim } from '../naive-network.ts';

export interface NaivePath {
  readonly actors: readonly ActorId[];
  readonly strength: number;
}

export interface NaiveQuestion {
  readonly from: ActorId;
  readonly to: ActorId;
  readonly maxLength: number;
  readonly mostNeighbours: number;
  readonly direction: PathDirection;
}

/** All simple paths between two actors over these claims, in the order of the answer: every way is walked to its end. */
export function naivePaths(claims: readonly ReadClaim[], question: NaiveQuestion): NaivePath[] {
  const { from, to, maxLength, mostNeighbours, direction } = question;
  const hops = new Map<string, Set<string>>();
  const neighbours = new Map<ActorId, Set<ActorId>>();
  for (const { subject, object, isMutual, origin, relation } of claims) {
    if (subject === object) continue;
    for (const [one, other] of [
      [subject, object],
      [object, subject],
    ] as const) {
      neighbours.set(one, (neighbours.get(one) ?? new Set()).add(other));
      if (direction === 'forward' && !isMutual && one !== subject) continue;
      const key = `${one} ${other}`;
      hops.set(key, (hops.get(key) ?? new Set()).add(`${relation} ${origin}`));
    }
  }
  const found: NaivePath[] = [];
  const walk = (path: readonly ActorId[], strength: number): void => {
    const last = path.at(-1) as ActorId;
    if (last === to) {
      found.push({ actors: path, strength });
      return;
    }
    const isHub = path.length > 1 && (neighbours.get(last)?.size ?? 0) > mostNeighbours;
    if (path.length > maxLength || isHub) return;
    for (const next of neighbours.get(last) ?? []) {
      const origins = hops.get(`${last} ${next}`)?.size ?? 0;
      if (origins > 0 && !path.includes(next)) walk([...path, next], Math.min(strength, origins));
    }
  };
  walk([from], Infinity);
  return found.sort(
    (a, b) =>
      a.actors.length - b.actors.length ||
      b.strength - a.strength ||
      a.actors.reduce((order, id, at) => order || compareIds(id, b.actors[at] ?? ''), 0),
  );
}
