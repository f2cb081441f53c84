import type { Expansion } from './expansion.ts';
import type { Counts, Selection } from './lens/apply-lens.ts';
import type { Network } from './network.ts';

/** How much of a network a picture or an answer may hold. */
export interface Budget {
  /** At most so many actors, most claims first. */
  readonly actors: number;
  /** At most so many relations between them: the strongest of each actor first, then those with most claims. */
  readonly relations: number;
  /** What is brought in beyond both, in this order. */
  readonly expansions: readonly Expansion[];
}

/** Everything that a lens leaves. */
export const NO_BUDGET: Budget = { actors: Infinity, relations: Infinity, expansions: [] };

/** What of a network is shown under a lens and a budget. */
export interface Overview {
  /** By most claims, ties by id; then those that expansions brought in, as they came. */
  readonly actors: Uint32Array;
  /** In the network's order. */
  readonly relations: Uint32Array;
  readonly shown: Counts;
  /** The lens's cuts, and the parts of the budget that left something out, as `name=value`. */
  readonly cutBy: readonly string[];
}

/**
 * Chooses the actors with most claims within the budget, and of the relations between them first each actor's strongest, so
 * that few stand alone, then those with most claims (ties by order). Expansions then bring in an actor's neighbours that no
 * shown relation ties to it yet, those with most claims first, with their relations to it. An expansion of an actor that
 * the lens leaves out brings nothing. Cost: one scan of the actors and two of the relations.
 */
export function chooseOverview(network: Network, selection: Selection, budget: Budget): Overview {
  const { relations } = network;
  const { relationClaims, hasActor } = selection;
  const actors = rankActors(selection).slice(0, budget.actors);
  const isShown = new Uint8Array(hasActor.length);
  for (const actor of actors) isShown[actor] = 1;

  const isBetweenShown = (relation: number): boolean =>
    relationClaims[relation] !== 0 &&
    isShown[relations.subject[relation] ?? 0] === 1 &&
    isShown[relations.object[relation] ?? 0] === 1;
  const between: number[] = [];
  for (let relation = 0; relation < relations.length; relation += 1)
    if (isBetweenShown(relation)) between.push(relation);
  const isDrawn = new Uint8Array(relations.length);
  const take = (candidates: readonly number[], most: number): number => {
    const taken = strongest(candidates, relationClaims, most);
    for (const relation of taken) isDrawn[relation] = 1;
    return taken.length;
  };
  if (between.length <= budget.relations) take(between, between.length);
  else {
    const first = take(strongestOfEach(network, selection, between), budget.relations);
    const rest = between.filter((relation) => isDrawn[relation] === 0);
    take(rest, budget.relations - first);
  }

  const brought: number[] = [];
  const show = (actor: number): void => {
    if (isShown[actor] === 1) return;
    isShown[actor] = 1;
    brought.push(actor);
  };
  for (const expansion of budget.expansions) expand(network, selection, expansion, isDrawn, show);

  const drawn: number[] = [];
  let [claims, left] = [0, 0];
  for (let relation = 0; relation < relations.length; relation += 1) {
    if (isDrawn[relation] === 1) {
      drawn.push(relation);
      claims += relationClaims[relation] ?? 0;
    } else if (isBetweenShown(relation)) left += 1;
  }
  const shown = { actors: actors.length + brought.length, relations: drawn.length, claims };
  const cuts: string[] = [];
  if (shown.actors < selection.shown.actors) cuts.push(`limit=${budget.actors}`);
  if (left > 0) cuts.push(`relations=${budget.relations}`);
  return {
    actors: Uint32Array.from([...actors, ...brought]),
    relations: Uint32Array.from(drawn),
    shown,
    cutBy: cuts.length === 0 ? selection.cutBy : [...selection.cutBy, ...cuts],
  };
}

/** Every actor that the lens leaves, most claims first, ties by order. */
function rankActors({ hasActor, actorClaims }: Selection): Uint32Array {
  // Claims and place in one number: numbers are sorted without a comparing function.
  const keys = new Float64Array(hasActor.length);
  let count = 0;
  for (let actor = 0; actor < hasActor.length; actor += 1) {
    if (hasActor[actor] === 0) continue;
    keys[count] = actor - (actorClaims[actor] ?? 0) * hasActor.length;
    count += 1;
  }
  const ranked = keys.subarray(0, count).sort();
  return Uint32Array.from(ranked, (key) => key - Math.floor(key / hasActor.length) * hasActor.length);
}

/** The candidates with most claims, at most so many; of equals the first. In the order given. */
function strongest(candidates: readonly number[], claims: Uint32Array, most: number): readonly number[] {
  if (candidates.length <= most) return candidates;
  const withClaims = new Map<number, number>();
  for (const relation of candidates) {
    const count = claims[relation] ?? 0;
    withClaims.set(count, (withClaims.get(count) ?? 0) + 1);
  }
  let least = Infinity;
  let room = most;
  for (const [count, number] of [...withClaims].sort(([a], [b]) => b - a)) {
    least = count;
    if (number >= room) break;
    room -= number;
  }
  return candidates.filter((relation) => {
    const count = claims[relation] ?? 0;
    if (count !== least) return count > least;
    room -= 1;
    return room >= 0;
  });
}

/** Each actor's relation with most claims among the candidates, of equals the first; those with itself aside. In order. */
function strongestOfEach(
  { relations }: Network,
  { relationClaims, hasActor }: Selection,
  candidates: readonly number[],
): number[] {
  const best = new Int32Array(hasActor.length).fill(-1);
  for (const relation of candidates) {
    const ends = [relations.subject[relation] ?? 0, relations.object[relation] ?? 0];
    if (ends[0] === ends[1]) continue;
    for (const actor of ends) {
      const rival = best[actor] ?? -1;
      if (rival < 0 || (relationClaims[relation] ?? 0) > (relationClaims[rival] ?? 0)) best[actor] = relation;
    }
  }
  return [...new Set(best)].filter((relation) => relation >= 0).sort((a, b) => a - b);
}

/** Marks what an expansion brings as drawn, and shows its actors. */
function expand(
  network: Network,
  selection: Selection,
  expansion: Expansion,
  isDrawn: Uint8Array,
  show: (actor: number) => void,
): void {
  const actor = network.actorIndex.get(expansion.actor);
  if (actor === undefined || selection.hasActor[actor] !== 1) return;
  show(actor);
  const hidden = findHiddenNeighbours(network, selection, expansion, actor, isDrawn);
  for (const { neighbour, ties } of hidden.slice(0, expansion.count)) {
    show(neighbour);
    for (const tie of ties) isDrawn[tie] = 1;
  }
}

interface HiddenNeighbour {
  readonly neighbour: number;
  readonly ties: readonly number[];
  readonly claims: number;
}

/** Neighbours that no drawn relation (of the type) ties to the actor: most claims first, ties by actor order. */
function findHiddenNeighbours(
  { adjacency, relations, vocabulary }: Network,
  { relationClaims }: Selection,
  { type }: Expansion,
  actor: number,
  isDrawn: Uint8Array,
): HiddenNeighbour[] {
  const wanted = type === null ? -1 : vocabulary.types.findIndex((row) => row.id === type);
  const found: HiddenNeighbour[] = [];
  const end = adjacency.start[actor + 1] ?? 0;
  for (let at = adjacency.start[actor] ?? 0; at < end;) {
    const neighbour = adjacency.neighbour[at] ?? 0;
    const ties: number[] = [];
    let claims = 0;
    let isTied = false;
    for (; at < end && adjacency.neighbour[at] === neighbour; at += 1) {
      const tie = adjacency.relation[at] ?? 0;
      if (relationClaims[tie] === 0 || (type !== null && relations.type[tie] !== wanted)) continue;
      ties.push(tie);
      claims += relationClaims[tie] ?? 0;
      isTied ||= isDrawn[tie] === 1;
    }
    if (ties.length > 0 && !isTied) found.push({ neighbour, ties, claims });
  }
  return found.sort((a, b) => b.claims - a.claims || a.neighbour - b.neighbour);
}
