import type { Network } from '../network.ts';
import type { HopRows, HopTable } from './hop-table.ts';
import { findHop } from './hop-table.ts';
import type { Budget } from './path-levels.ts';
import { PathLevels } from './path-levels.ts';

export interface PathQuestion {
  /** Two different actors. */
  readonly from: number;
  readonly to: number;
  /** Paths at most. */
  readonly count: number;
  /** Hops at most, 1 to LONGEST_PATH. */
  readonly maxLength: number;
  /** Who has more neighbours than this is not passed through; Infinity lets everyone be. */
  readonly mostNeighbours: number;
}

export interface FoundPath {
  /** From the one end to the other, each once. */
  readonly actors: readonly number[];
  /** Origins of its weakest hop. */
  readonly strength: number;
}

export interface FoundPaths {
  /** Shortest first, then strongest, then by the order of their actors. */
  readonly paths: readonly FoundPath[];
  /** False where the budget ended before all was looked at: what may be missing comes after those found. */
  readonly isComplete: boolean;
}

/**
 * The best simple paths between two actors: none that is not found comes before one that is. Lengths are gone through one by
 * one; for each, how strong a way on can be at most is worked out from both ends, and paths are then followed strongest first,
 * in the order of their actors, wherever a way as strong as is looked for may go on. The budget counts hops looked at, and is
 * used up.
 */
export function findPaths(
  network: Network,
  hops: HopTable,
  question: PathQuestion,
  budget: Budget,
): FoundPaths {
  const levels = levelsOf.get(network) ?? new PathLevels(network.actors.length);
  levelsOf.set(network, levels);
  levels.start(hops, budget, question.mostNeighbours);
  const ends = new PathEnds(hops, levels, question);
  const paths: FoundPath[] = [];
  try {
    const spare = question.maxLength - ends.length;
    for (let length = ends.areJoined ? 0 : 1; length <= spare; length += 1) {
      if (length > 1 && !levels.hasMore()) break;
      if (length === 0) paths.push(ends.toPath([], Infinity));
      else if (length === 1) paths.push(...findDirect(hops.along, ends));
      else followAll(hops.along, levels, ends, length, question.count, paths, budget);
      if (ends.areJoined || paths.length >= question.count || budget.hops < 0) break;
    }
  } finally {
    levels.clear();
    ends.unblock();
  }
  return { paths, isComplete: budget.hops >= 0 || paths.length >= question.count };
}

const levelsOf = new WeakMap<Network, PathLevels>();

/**
 * What all paths begin and end with: where an actor has only one way on, it is taken at once. Who stands in them is blocked
 * for the middle.
 */
class PathEnds {
  readonly before: number[];
  readonly after: number[];
  /** Of the hops in both. */
  strength = Infinity;
  /** True where the beginning leads into the end: there is one path, or none. */
  areJoined = false;
  /** True where one of the ends leads nowhere. */
  isDead = false;
  readonly #levels: PathLevels;

  constructor({ along, against }: HopTable, levels: PathLevels, { from, to, maxLength }: PathQuestion) {
    this.#levels = levels;
    this.before = [from];
    this.after = [to];
    levels.blocked[from] = 1;
    levels.blocked[to] = 1;
    this.#extend(along, this.before, this.after, maxLength);
    if (!this.areJoined) this.#extend(against, this.after, this.before, maxLength);
  }

  /** The last of the beginning, and the first of the end. */
  get from(): number {
    return this.before.at(-1) as number;
  }

  get to(): number {
    return this.after.at(-1) as number;
  }

  /** Hops in both, and of what joins them where they are joined; Infinity where they lead nowhere. */
  get length(): number {
    if (this.isDead) return Infinity;
    return this.before.length + this.after.length - (this.areJoined ? 1 : 2);
  }

  toPath(middle: readonly number[], strength: number): FoundPath {
    return {
      actors: [...this.before, ...middle, ...this.after.toReversed()],
      strength: Math.min(strength, this.strength),
    };
  }

  unblock(): void {
    for (const actor of [...this.before, ...this.after]) this.#levels.blocked[actor] = 0;
  }

  #extend({ start, other, origins }: HopRows, side: number[], facing: readonly number[], most: number): void {
    const target = facing.at(-1) as number;
    while (side.length <= most) {
      const actor = side.at(-1) as number;
      const end = start[actor + 1] as number;
      let only = -1;
      let count = 0;
      for (let at = start[actor] as number; at < end && count < 2; at += 1) {
        if (other[at] !== target && !this.#levels.isOpen(other[at] as number)) continue;
        only = at;
        count += 1;
      }
      if (count === 2) return;
      if (count === 0) {
        this.isDead = true;
        return;
      }
      this.strength = Math.min(this.strength, origins[only] as number);
      if (other[only] === target) {
        this.areJoined = true;
        return;
      }
      side.push(other[only] as number);
      this.#levels.blocked[other[only] as number] = 1;
    }
  }
}

function findDirect(rows: HopRows, ends: PathEnds): FoundPath[] {
  const at = findHop(rows, ends.from, ends.to);
  return at < 0 ? [] : [ends.toPath([], rows.origins[at] as number)];
}

/** Adds the paths that have `length` hops between the ends, until there are `most` in all. */
function followAll(
  rows: HopRows,
  levels: PathLevels,
  ends: PathEnds,
  length: number,
  most: number,
  paths: FoundPath[],
  budget: Budget,
): void {
  const { start, other, origins } = rows;
  const { best, second, next, blocked } = levels;
  const middle: number[] = [];
  let wanted = Math.min(levels.prepare(ends.from, ends.to, length), ends.strength);
  let weaker = 0;

  /** Takes every way on that is strong enough. `rest`: hops from here to the end. */
  const follow = (actor: number, rest: number, strength: number): void => {
    const begin = start[actor] as number;
    const end = start[actor + 1] as number;
    const level = rest - 1;
    const few = levels.findFew(level, end - begin);
    budget.hops -= few?.length ?? end - begin;
    if (budget.hops < 0) return;
    if (few !== undefined) {
      for (const after of few) {
        const at = findHop(rows, actor, after);
        if (at >= 0) step(actor, after, level, Math.min(strength, origins[at] as number));
        if (paths.length >= most || budget.hops < 0) return;
      }
      return;
    }
    const bestOn = best[level] as Uint32Array;
    for (let at = begin; at < end; at += 1) {
      const after = other[at] as number;
      if (bestOn[after] === 0) continue;
      step(actor, after, level, Math.min(strength, origins[at] as number));
      if (paths.length >= most || budget.hops < 0) return;
    }
  };
  const step = (actor: number, after: number, level: number, strength: number): void => {
    if (blocked[after] === 1) return;
    const isBack = (next[level] as Uint32Array)[after] === actor;
    const bound = Math.min(strength, ((isBack ? second : best)[level] as Uint32Array)[after] as number);
    if (bound < wanted) {
      weaker = Math.max(weaker, bound);
      return;
    }
    middle.push(after);
    if (level > 1) {
      blocked[after] = 1;
      follow(after, level, bound);
      blocked[after] = 0;
    } else if (bound === wanted) paths.push(ends.toPath(middle, bound)); // stronger ones were found before
    middle.pop();
  };

  while (wanted > 0 && paths.length < most && budget.hops >= 0) {
    weaker = 0;
    follow(ends.from, length, ends.strength);
    wanted = weaker;
  }
}
