import type { HopRows, HopTable } from './hop-table.ts';
import { findHop } from './hop-table.ts';

/** The longest path that is looked for, in hops. */
export const LONGEST_PATH = 6;

/** How much a search may still look at; below zero it is to end. */
export interface Budget {
  hops: number;
}

/**
 * What a search between two actors knows of those in between: who can be reached in how many steps from the one end, and how
 * strong a way to the other end can be at most. Ways that turn back to the actor before are not counted, which makes the
 * bounds exact for paths of up to four hops. Used again for every search: `start` … `clear`.
 */
export class PathLevels {
  /** By steps to the end: the strongest way, to whom it goes next, and the strongest that goes to somebody else; 0 is none. */
  readonly best: readonly Uint32Array[];
  readonly second: readonly Uint32Array[];
  readonly next: readonly Uint32Array[];
  /** 1 for who may not be passed through. */
  readonly blocked: Uint8Array;
  readonly #met: number[][] = toLists();
  readonly #isSorted = new Uint8Array(LONGEST_PATH + 1);
  /** By steps from the beginning. */
  readonly #isReached: readonly Uint8Array[];
  readonly #rings: number[][] = toLists();
  /** Steps to the end up to which everyone's ways are known; beyond, only those of who is reached from the beginning. */
  #whole = 0;
  #ringCount = 0;
  #hops!: HopTable;
  #budget!: Budget;
  #mostNeighbours = Infinity;

  constructor(actorCount: number) {
    const toColumns = (): Uint32Array[] =>
      Array.from({ length: LONGEST_PATH + 1 }, () => new Uint32Array(actorCount));
    this.best = toColumns();
    this.second = toColumns();
    this.next = toColumns();
    this.#isReached = Array.from({ length: LONGEST_PATH + 1 }, () => new Uint8Array(actorCount));
    this.blocked = new Uint8Array(actorCount);
  }

  /** Whether a path may pass through this actor. */
  isOpen(actor: number): boolean {
    return this.blocked[actor] === 0 && (this.#hops.neighbours[actor] as number) <= this.#mostNeighbours;
  }

  /** Must stand before all else; who is blocked is for the caller to say, and to take back. */
  start(hops: HopTable, budget: Budget, mostNeighbours: number): void {
    this.#hops = hops;
    this.#budget = budget;
    this.#mostNeighbours = mostNeighbours;
  }

  /** Makes the bounds ready for paths of exactly `length` hops, 2 or more, and says how strong one can be at most. */
  prepare(from: number, to: number, length: number): number {
    if (this.#whole === 0) {
      this.#rings[0] = [from];
      this.#ringCount = 1;
      this.#meetLast(to);
    }
    while (this.#whole + this.#ringCount < length) this.#grow();
    for (let level = this.#whole + 1; level < length; level += 1) this.#forget(level);
    for (let step = length - 1 - this.#whole; step > 0; step -= 1) {
      for (const actor of this.#rings[step] as number[]) this.#boundFrom(actor, length - step);
    }
    const most = this.#boundFrom(from, length);
    this.#forget(length);
    return most;
  }

  /**
   * Those so many steps before the end, in their order, where to look each of them up in a row of hops costs less than to go
   * through the row.
   */
  findFew(level: number, row: number): readonly number[] | undefined {
    const met = this.#met[level] as number[];
    if (!isFew(met.length, row)) return undefined;
    if (this.#isSorted[level] === 0) met.sort((a, b) => a - b);
    this.#isSorted[level] = 1;
    return met;
  }

  /** False once nobody is reached from one of the ends by any more steps. */
  hasMore(): boolean {
    return (
      this.#whole === 0 ||
      ((this.#met[this.#whole] as number[]).length > 0 &&
        (this.#rings[this.#ringCount - 1] as number[]).length > 0)
    );
  }

  clear(): void {
    for (let level = 0; level <= LONGEST_PATH; level += 1) {
      this.#forget(level);
      for (const actor of this.#rings[level] as number[]) (this.#isReached[level] as Uint8Array)[actor] = 0;
      this.#rings[level] = [];
    }
    this.#whole = 0;
    this.#ringCount = 0;
  }

  #forget(level: number): void {
    const best = this.best[level] as Uint32Array;
    const second = this.second[level] as Uint32Array;
    for (const actor of this.#met[level] as number[]) {
      best[actor] = 0;
      second[actor] = 0;
    }
    this.#met[level] = [];
    this.#isSorted[level] = 0;
  }

  /** One step more, on the side where it costs less. */
  #grow(): void {
    const { along, against } = this.#hops;
    const backward = countHops(against, this.#met[this.#whole] as number[]);
    const last = this.#rings[this.#ringCount - 1] as number[];
    if (countHops(along, last) <= backward) {
      const ring = this.#reachFrom(last, this.#ringCount);
      if (countLooks(along, ring, (this.#met[this.#whole] as number[]).length) <= backward) {
        this.#ringCount += 1;
        return;
      }
    }
    this.#whole += 1;
    this.#forget(this.#whole);
    this.#meetWhole(this.#whole);
  }

  /** Everyone one step on; asked for again, it is there already. */
  #reachFrom(actors: readonly number[], step: number): readonly number[] {
    const ring = this.#rings[step] as number[];
    if (ring.length > 0) return ring;
    const { start, other } = this.#hops.along;
    const isReached = this.#isReached[step] as Uint8Array;
    for (const actor of actors) {
      const end = start[actor + 1] as number;
      this.#budget.hops -= end - (start[actor] as number);
      for (let at = start[actor] as number; at < end; at += 1) {
        const reached = other[at] as number;
        if (isReached[reached] === 1 || !this.isOpen(reached)) continue;
        isReached[reached] = 1;
        ring.push(reached);
      }
    }
    return ring;
  }

  /** Those one step before the end. */
  #meetLast(to: number): void {
    const { start, other, origins } = this.#hops.against;
    const end = start[to + 1] as number;
    for (let at = start[to] as number; at < end; at += 1) {
      const actor = other[at] as number;
      if (this.isOpen(actor)) this.#offer(1, actor, to, origins[at] as number);
    }
    this.#whole = 1;
  }

  #meetWhole(level: number): void {
    const { start, other, origins } = this.#hops.against;
    for (const actor of this.#met[level - 1] as number[]) {
      const end = start[actor + 1] as number;
      this.#budget.hops -= end - (start[actor] as number);
      if (this.#budget.hops < 0) return;
      for (let at = start[actor] as number; at < end; at += 1) {
        const before = other[at] as number;
        if (this.isOpen(before)) this.#offerOn(level, before, actor, origins[at] as number);
      }
    }
  }

  /** Bounds the ways of one actor by those of whom it has a hop to; answers the strongest. */
  #boundFrom(actor: number, level: number): number {
    const { start, other, origins } = this.#hops.along;
    const best = this.best[level - 1] as Uint32Array;
    const end = start[actor + 1] as number;
    const few = this.findFew(level - 1, end - (start[actor] as number));
    this.#budget.hops -= few?.length ?? end - (start[actor] as number);
    if (this.#budget.hops < 0) return 0;
    if (few !== undefined) {
      for (const after of few) {
        const at = findHop(this.#hops.along, actor, after);
        if (at >= 0) this.#offerOn(level, actor, after, origins[at] as number);
      }
    } else {
      for (let at = start[actor] as number; at < end; at += 1) {
        const after = other[at] as number;
        if (best[after] !== 0) this.#offerOn(level, actor, after, origins[at] as number);
      }
    }
    return (this.best[level] as Uint32Array)[actor] as number;
  }

  /** Notes the way over a hop to `after`, as strong as it and the strongest from there that does not turn back. */
  #offerOn(level: number, actor: number, after: number, origins: number): void {
    const isBack = (this.next[level - 1] as Uint32Array)[after] === actor;
    const rest = ((isBack ? this.second : this.best)[level - 1] as Uint32Array)[after] as number;
    if (rest > 0) this.#offer(level, actor, after, Math.min(rest, origins));
  }

  /** Notes a way of this strength that goes to `after` first. */
  #offer(level: number, actor: number, after: number, strength: number): void {
    const best = this.best[level] as Uint32Array;
    const second = this.second[level] as Uint32Array;
    const present = best[actor] as number;
    if (present === 0) (this.#met[level] as number[]).push(actor);
    if (strength > present) {
      second[actor] = present;
      best[actor] = strength;
      (this.next[level] as Uint32Array)[actor] = after;
    } else if (strength > (second[actor] as number)) second[actor] = strength;
  }
}

function toLists(): number[][] {
  return Array.from({ length: LONGEST_PATH + 1 }, () => []);
}

function countHops({ start }: HopRows, actors: readonly number[]): number {
  let count = 0;
  for (const actor of actors) count += (start[actor + 1] as number) - (start[actor] as number);
  return count;
}

/** How much there is to look at where these actors' rows are gone through, or few others looked up in them. */
function countLooks({ start }: HopRows, actors: readonly number[], few: number): number {
  let count = 0;
  for (const actor of actors) {
    const row = (start[actor + 1] as number) - (start[actor] as number);
    count += isFew(few, row) ? few * toLooks(row) : row;
  }
  return count;
}

function isFew(few: number, row: number): boolean {
  return few * toLooks(row) < row;
}

/** What it costs to find one hop in a row, in hops gone through: a halving costs as much as two, as measured. */
function toLooks(row: number): number {
  return 2 * (32 - Math.clz32(row));
}
