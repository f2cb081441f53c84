import type { ActorId } from '../../graph-data/model/ids.ts';
import { SLUG_PATTERN } from '../../graph-data/model/ids.ts';

/** How some actors are connected: what is asked, and which of the answers is in front. */
export interface PathsQuestion {
  /** In the order they were chosen; with fewer than two there is nothing to ask yet. */
  readonly actors: readonly ActorId[];
  /** Paths at most, for every two of them. */
  readonly most: number;
  /** Steps at most. */
  readonly steps: number;
  /** Paths lead through nobody with more neighbours; null through anybody. */
  readonly hubs: number | null;
  /** True follows relations from subject to object alone. */
  readonly isForward: boolean;
  /** The path that is lifted out of the network, counted from 1 over all that were found; 0 for none. */
  readonly front: number;
}

export const NO_PATHS: PathsQuestion = {
  actors: [],
  most: 5,
  steps: 4,
  hubs: null,
  isForward: false,
  front: 1,
};

export const MOST_PATH_ACTORS = 6;
const MOST = { most: 20, steps: 6, hubs: 1_000_000, front: 999 };

/** The parameters of an address that hold the question: `paths=a..b`, then what is not as usual. */
export function toPathsParameters(paths: PathsQuestion | null): [string, string][] {
  if (paths === null) return [];
  const pairs: [string, string][] = [['paths', paths.actors.join('..')]];
  if (paths.most !== NO_PATHS.most) pairs.push(['k', String(paths.most)]);
  if (paths.steps !== NO_PATHS.steps) pairs.push(['steps', String(paths.steps)]);
  if (paths.hubs !== null) pairs.push(['hubs', String(paths.hubs)]);
  if (paths.isForward) pairs.push(['way', 'forward']);
  if (paths.front !== NO_PATHS.front) pairs.push(['front', String(paths.front)]);
  return pairs;
}

/** The question with one of these parameters read into it; undefined where its name or value means nothing. */
export function readPathsParameter(
  paths: PathsQuestion | null,
  name: string,
  value: string,
): PathsQuestion | undefined {
  if (name === 'paths') {
    const actors = value === '' ? [] : value.split('..');
    const isGood =
      actors.length <= MOST_PATH_ACTORS &&
      new Set(actors).size === actors.length &&
      actors.every((actor) => SLUG_PATTERN.test(actor));
    return isGood ? { ...NO_PATHS, actors: actors as ActorId[] } : undefined;
  }
  if (paths === null) return undefined;
  if (name === 'way') return value === 'forward' ? { ...paths, isForward: true } : undefined;
  const field = ({ k: 'most', steps: 'steps', hubs: 'hubs', front: 'front' } as const)[name];
  if (field === undefined || !/^\d{1,7}$/.test(value)) return undefined;
  const number = Number(value);
  return number <= MOST[field] && (number > 0 || field === 'front')
    ? { ...paths, [field]: number }
    : undefined;
}

/** True when the same is asked: which answer is in front makes no difference. */
export function isSameQuestion(one: PathsQuestion | null, other: PathsQuestion | null): boolean {
  const toText = (paths: PathsQuestion | null): string =>
    JSON.stringify(toPathsParameters(paths && { ...paths, front: 1 }));
  return one === other || toText(one) === toText(other);
}
