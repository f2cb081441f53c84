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
  const actors = rankActors(selection, budget.actors);
  const isShown = new Uint8Array(hasActor.length);
  for (const actor of actors) isShown[actor] = 1;

  const between = findBetween(network, selection, isShown);
  const isDrawn = new Uint8Array(relations.length);
  const take = (candidates: Uint32Array, most: number): number => {
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

  const drawn = findMarked(isDrawn);
  let claims = 0;
  for (const relation of drawn) claims += relationClaims[relation] as number;
  // What is drawn runs between actors that are shown.
  const possible = brought.length === 0 ? between : findBetween(network, selection, isShown);
  const shown = { actors: actors.length + brought.length, relations: drawn.length, claims };
  const cuts: string[] = [];
  if (shown.actors < selection.shown.actors) cuts.push(`limit=${budget.actors}`);
  if (possible.length > drawn.length) cuts.push(`relations=${budget.relations}`);
  return {
    actors: Uint32Array.from([...actors, ...brought]),
    relations: drawn,
    shown,
    cutBy: cuts.length === 0 ? selection.cutBy : [...selection.cutBy, ...cuts],
  };
}

/** The relations that the lens leaves between actors that are shown, in order. */
function findBetween(
  { relations: { length, subject, object } }: Network,
  { relationClaims }: Selection,
  isShown: Uint8Array,
): Uint32Array {
  const found = new Uint32Array(length);
  let count = 0;
  for (let relation = 0; relation < length; relation += 1) {
    if (
      relationClaims[relation] === 0 ||
      isShown[subject[relation] as number] === 0 ||
      isShown[object[relation] as number] === 0
    )
      continue;
    found[count] = relation;
    count += 1;
  }
  return found.slice(0, count);
}

/** The places that are marked, in order. */
function findMarked(marks: Uint8Array): Uint32Array {
  const found: number[] = [];
  for (let place = marks.indexOf(1); place >= 0; place = marks.indexOf(1, place + 1)) found.push(place);
  return Uint32Array.from(found);
}

/** The actors with most claims that the lens leaves, at most so many, most claims first, ties by order. */
function rankActors({ hasActor, actorClaims }: Selection, most: number): Uint32Array {
  const left = findMarked(hasActor);
  const chosen = strongest(left, actorClaims, most);
  // Claims and place in one number: numbers are sorted without a comparing function.
  const keys = Float64Array.from(chosen, (actor) => actor - (actorClaims[actor] ?? 0) * hasActor.length);
  return Uint32Array.from(keys.sort(), (key) => key - Math.floor(key / hasActor.length) * hasActor.length);
}

/** The candidates with most claims, at most so many; of equals the first. In the order given. */
function strongest(candidates: Uint32Array, claims: Uint32Array, most: number): Uint32Array {
  if (candidates.length <= most) return candidates;
  let least = 0;
  for (const candidate of candidates) least = Math.max(least, claims[candidate] as number);
  const withClaims = new Uint32Array(least + 1);
  for (const candidate of candidates) {
    const count = claims[candidate] as number;
    withClaims[count] = (withClaims[count] as number) + 1;
  }
  let room = most;
  for (; (withClaims[least] as number) < room; least -= 1) room -= withClaims[least] as number;
  return candidates.filter((candidate) => {
    const count = claims[candidate] as number;
    if (count !== least) return count > least;
    room -= 1;
    return room >= 0;
  });
}

/** Each actor's relation with most claims among the candidates, of equals the first; those with itself aside. In order. */
function strongestOfEach(
  { relations: { subject, object } }: Network,
  { relationClaims, hasActor }: Selection,
  candidates: Uint32Array,
): Uint32Array {
  const best = new Int32Array(hasActor.length).fill(-1);
  const challenge = (actor: number, relation: number): void => {
    const rival = best[actor] as number;
    if (rival < 0 || (relationClaims[relation] as number) > (relationClaims[rival] as number))
      best[actor] = relation;
  };
  for (const relation of candidates) {
    const one = subject[relation] as number;
    const other = object[relation] as number;
    if (one === other) continue;
    challenge(one, relation);
    challenge(other, relation);
  }
  return Uint32Array.from(new Set(best.filter((relation) => relation >= 0))).sort();
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
