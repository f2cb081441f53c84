import { STATUSES } from '../../model/claim.ts';
import type { Lens } from '../../model/lens.ts';
import { toLensCuts } from '../../model/lens.ts';
import type { ClaimTable } from '../claim-table.ts';
import { OWN_VOICE } from '../claim-table.ts';
import type { Network } from '../network.ts';
import { tableOf, toConditions } from './lens-conditions.ts';

/** How much of something there is. */
export interface Counts {
  readonly actors: number;
  readonly relations: number;
  readonly claims: number;
}

/** What a lens leaves of a network. */
export interface Selection {
  readonly lens: Lens;
  /** 1 for each claim row that passes. */
  readonly passes: Uint8Array;
  /** Passing claims, and distinct origins among them, a relation. */
  readonly relationClaims: Uint32Array;
  readonly relationOrigins: Uint32Array;
  /** Passing claims of which the actor is subject or object, and of which it is the speaker. */
  readonly actorClaims: Uint32Array;
  readonly actorSpoken: Uint32Array;
  /** 1 for each actor that has a part in a passing claim; without any cut, for those as well that no claim at all is about. */
  readonly hasActor: Uint8Array;
  readonly shown: Counts;
  /** What there is with the same statuses and nothing cut. */
  readonly total: Counts;
  /** The conditions in force, as `name=value`; empty when nothing is cut. */
  readonly cutBy: readonly string[];
}

/**
 * Looks at the network through the lens. Ids in the lens that the network lacks match nothing. Cost: one scan of each column
 * that a condition in force reads, one of the relations and the claims that pass, and of the status column where it was not
 * read for the same statuses before; a few bytes a claim.
 */
export function applyLens(network: Network, lens: Lens): Selection {
  const { claims, relations, actors } = network;
  const { firstClaim, subject, object } = relations;
  const corpus = corpusOf(network, lens);
  const { total } = corpus;
  const passes = corpus.marks.slice();
  for (const keep of toConditions(network, lens)) keep(passes);

  const relationClaims = new Uint32Array(relations.length);
  const relationOrigins = new Uint32Array(relations.length);
  const actorClaims = new Uint32Array(actors.length);
  const actorSpoken = new Uint32Array(actors.length);
  const shown = { relations: 0, claims: 0 };
  const countOrigins = createOriginCount(claims, passes);
  for (let relation = 0; relation < relations.length; relation += 1) {
    const from = firstClaim[relation] as number;
    const to = firstClaim[relation + 1] as number;
    let count = 0;
    for (let row = from; row < to; row += 1) count += passes[row] as number;
    if (count === 0) continue;
    const origins = count === 1 ? 1 : countOrigins(from, to);
    if (count < lens.minClaims || origins < lens.minOrigins) {
      passes.fill(0, from, to);
      continue;
    }
    relationClaims[relation] = count;
    relationOrigins[relation] = origins;
    shown.claims += count;
    shown.relations += 1;
    const one = subject[relation] as number;
    const other = object[relation] as number;
    actorClaims[one] = (actorClaims[one] as number) + count;
    if (other !== one) actorClaims[other] = (actorClaims[other] as number) + count;
    for (let row = from; row < to; row += 1) {
      const speaker = claims.speaker[row] as number;
      if (passes[row] === 1 && speaker !== OWN_VOICE)
        actorSpoken[speaker] = (actorSpoken[speaker] as number) + 1;
    }
  }

  const cutBy = toLensCuts(lens);
  const hasActor = new Uint8Array(actors.length);
  const counted = { shown: 0, total: 0 };
  actors.forEach((actor, index) => {
    if (actor.mergedInto !== undefined) return;
    if (corpus.hasActor[index] === 0) return;
    counted.total += 1;
    if (cutBy.length > 0 && (actorClaims[index] ?? 0) + (actorSpoken[index] ?? 0) === 0) return;
    hasActor[index] = 1;
    counted.shown += 1;
  });
  return {
    lens,
    passes,
    relationClaims,
    relationOrigins,
    actorClaims,
    actorSpoken,
    hasActor,
    shown: { actors: counted.shown, ...shown },
    total: { actors: counted.total, ...total },
    cutBy,
  };
}

/** The claims of some statuses: 1 for each row, and how much there is of them. */
interface Corpus {
  readonly marks: Uint8Array;
  /** 0 for actors whose every claim has another status: those of proposals are not there before one is accepted. */
  readonly hasActor: Uint8Array;
  readonly total: { readonly relations: number; readonly claims: number };
}

/** The corpus asked for last of each network: hardly anyone asks for another one by turns. */
const corpora = new WeakMap<Network, Corpus & { readonly statuses: string }>();

function corpusOf(network: Network, lens: Lens): Corpus {
  const statuses = lens.statuses.join();
  const known = corpora.get(network);
  if (known?.statuses === statuses) return known;
  const { claims, relations } = network;
  const inCorpus = tableOf(STATUSES, lens.statuses);
  const marks = new Uint8Array(claims.length);
  for (let row = 0; row < marks.length; row += 1)
    marks[row] = inCorpus[claims.status[row] as number] as number;
  const hasActor = findActorsOf(network, marks);
  const corpus = { statuses, marks, hasActor, total: countMarked(marks, relations.firstClaim) };
  corpora.set(network, corpus);
  return corpus;
}

/** 1 for each actor with a part in a marked claim, or in no claim. */
function findActorsOf({ actors, claims, relations }: Network, marks: Uint8Array): Uint8Array {
  const isElsewhere = new Uint8Array(actors.length);
  const isHere = new Uint8Array(actors.length);
  for (let relation = 0; relation < relations.length; relation += 1) {
    const to = relations.firstClaim[relation + 1] as number;
    for (let row = relations.firstClaim[relation] as number; row < to; row += 1) {
      const found = marks[row] === 1 ? isHere : isElsewhere;
      found[relations.subject[relation] as number] = 1;
      found[relations.object[relation] as number] = 1;
      const speaker = claims.speaker[row] as number;
      if (speaker !== OWN_VOICE) found[speaker] = 1;
    }
  }
  return isHere.map((here, actor) => (here === 1 || isElsewhere[actor] === 0 ? 1 : 0));
}

/** How many claims are marked, and how many relations have one. */
function countMarked(marks: Uint8Array, firstClaim: Uint32Array): { relations: number; claims: number } {
  const counts = { relations: 0, claims: 0 };
  for (let relation = 0; relation + 1 < firstClaim.length; relation += 1) {
    const to = firstClaim[relation + 1] as number;
    let marked = 0;
    for (let row = firstClaim[relation] as number; row < to; row += 1) marked += marks[row] as number;
    counts.claims += marked;
    counts.relations += marked > 0 ? 1 : 0;
  }
  return counts;
}

/** Counts the distinct origins among the passing claims of a range of rows: each origin is stamped with the range it was met in. */
function createOriginCount(claims: ClaimTable, passes: Uint8Array): (from: number, to: number) => number {
  const stamps = new Uint32Array(claims.length); // origins are numbered from 0, one a claim at most
  return (from, to) => {
    let count = 0;
    for (let row = from; row < to; row += 1) {
      if (passes[row] === 0) continue;
      const origin = claims.origin[row] as number;
      if (stamps[origin] === from + 1) continue;
      stamps[origin] = from + 1;
      count += 1;
    }
    return count;
  };
}
