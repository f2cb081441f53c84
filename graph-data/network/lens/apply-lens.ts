import { ACTOR_KINDS } from '../../model/actor.ts';
import { STATUSES } from '../../model/claim.ts';
import type { DayRange } from '../../model/dates.ts';
import { mayOverlap, parseDate } from '../../model/dates.ts';
import type { Lens } from '../../model/lens.ts';
import { NO_SPEAKER, toLensCuts } from '../../model/lens.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from '../claim-table.ts';
import type { Network } from '../network.ts';

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
  /** 1 for each actor that has a part in a passing claim; without any cut, for every actor. */
  readonly hasActor: Uint8Array;
  readonly shown: Counts;
  /** What there is with the same statuses and nothing cut. */
  readonly total: Counts;
  /** The conditions in force, as `name=value`; empty when nothing is cut. */
  readonly cutBy: readonly string[];
}

/** Looks at the network through the lens: one scan of the claims. Ids in the lens that the network lacks match nothing. */
export function applyLens(network: Network, lens: Lens): Selection {
  const { claims, relations, actors } = network;
  const passes = new Uint8Array(claims.length);
  const relationClaims = new Uint32Array(relations.length);
  const relationOrigins = new Uint32Array(relations.length);
  const actorClaims = new Uint32Array(actors.length);
  const actorSpoken = new Uint32Array(actors.length);
  const total = { relations: 0, claims: 0 };
  const shown = { relations: 0, claims: 0 };
  const matches = toClaimTest(network, lens);
  const isInCorpus = tableOf(STATUSES, lens.statuses);

  for (let relation = 0; relation < relations.length; relation += 1) {
    const from = relations.firstClaim[relation] ?? 0;
    const to = relations.firstClaim[relation + 1] ?? 0;
    const origins = new Set<number>();
    let inCorpus = 0;
    let count = 0;
    for (let row = from; row < to; row += 1) {
      if (isInCorpus[claims.status[row] ?? 0] === 0) continue;
      inCorpus += 1;
      if (!matches(row)) continue;
      passes[row] = 1;
      count += 1;
      origins.add(claims.origin[row] ?? 0);
    }
    total.claims += inCorpus;
    total.relations += inCorpus > 0 ? 1 : 0;
    if (count < lens.minClaims || origins.size < lens.minOrigins) {
      passes.fill(0, from, to);
      continue;
    }
    if (count === 0) continue;
    relationClaims[relation] = count;
    relationOrigins[relation] = origins.size;
    shown.claims += count;
    shown.relations += 1;
    const subject = relations.subject[relation] ?? 0;
    const object = relations.object[relation] ?? 0;
    actorClaims[subject] = (actorClaims[subject] ?? 0) + count;
    if (object !== subject) actorClaims[object] = (actorClaims[object] ?? 0) + count;
    for (let row = from; row < to; row += 1) {
      const speaker = claims.speaker[row] ?? OWN_VOICE;
      if (passes[row] === 1 && speaker !== OWN_VOICE) actorSpoken[speaker] = (actorSpoken[speaker] ?? 0) + 1;
    }
  }

  const cutBy = toLensCuts(lens);
  const isMerged = (index: number): boolean => actors[index]?.mergedInto !== undefined;
  const hasActor = Uint8Array.from(actors, (_, index) => {
    if (isMerged(index)) return 0;
    return cutBy.length === 0 || (actorClaims[index] ?? 0) + (actorSpoken[index] ?? 0) > 0 ? 1 : 0;
  });
  return {
    lens,
    passes,
    relationClaims,
    relationOrigins,
    actorClaims,
    actorSpoken,
    hasActor,
    shown: { actors: sum(hasActor), ...shown },
    total: { actors: actors.length - actors.filter((_, index) => isMerged(index)).length, ...total },
    cutBy,
  };
}

function sum(flags: Uint8Array): number {
  let count = 0;
  for (const flag of flags) count += flag;
  return count;
}

/** 1 at each place of `all` that `chosen` names; all 1 when it names none. */
function tableOf<T>(all: readonly T[], chosen: readonly T[]): Uint8Array {
  return Uint8Array.from(all, (value) => (chosen.length === 0 || chosen.includes(value) ? 1 : 0));
}

/** A test of one claim row against everything the lens says of claims, statuses aside. Conditions not in force cost nothing. */
function toClaimTest(network: Network, lens: Lens): (row: number) => boolean {
  const { claims } = network;
  const tests: ((row: number) => boolean)[] = [];
  const testColumn = (column: Uint8Array | Uint32Array | Int32Array, allowed: Uint8Array): void => {
    tests.push((row) => allowed[column[row] ?? 0] === 1);
  };
  if (lens.speakers.length > 0) {
    const allowed = new Set(
      lens.speakers.map((speaker) => (speaker === NO_SPEAKER ? OWN_VOICE : network.actorIndex.get(speaker))),
    );
    tests.push((row) => allowed.has(claims.speaker[row]));
  }
  if (lens.publishers.length > 0) {
    const isAllowed = network.documents.map((document) =>
      lens.publishers.includes(document.publisher) ? 1 : 0,
    );
    testColumn(claims.document, Uint8Array.from(isAllowed));
  }
  if (lens.documents.length > 0) {
    testColumn(
      claims.document,
      tableOf(
        network.documents.map((document) => document.id),
        lens.documents,
      ),
    );
  }
  if (lens.types.length > 0) {
    testColumn(
      claims.type,
      tableOf(
        network.vocabulary.types.map((type) => type.id),
        lens.types,
      ),
    );
  }
  if (lens.stances.length > 0) testColumn(claims.stance, tableOf(STANCES, lens.stances));
  if (lens.modalities.length > 0) testColumn(claims.modality, tableOf(MODALITIES, lens.modalities));
  if (lens.kinds.length > 0) {
    const isKind = tableOf(ACTOR_KINDS, lens.kinds);
    const allowed = Uint8Array.from(network.actors, (actor) => isKind[ACTOR_KINDS.indexOf(actor.kind)] ?? 0);
    testColumn(claims.subject, allowed);
    testColumn(claims.object, allowed);
  }
  if (lens.from !== null || lens.to !== null) tests.push(toDateTest(network, lens));
  return (row) => tests.every((test) => test(row));
}

function toDateTest(network: Network, lens: Lens): (row: number) => boolean {
  const { claims } = network;
  const from = (lens.from === null ? undefined : parseDate(lens.from)?.from) ?? -Infinity;
  const to = (lens.to === null ? undefined : parseDate(lens.to)?.to) ?? Infinity;
  const passesDate = Uint8Array.from(claims.dates, ({ range }) => (mayOverlap(range, { from, to }) ? 1 : 0));
  if (lens.clock === 'happened') {
    return (row) =>
      (claims.happenedOn[row] ?? NO_DATE) !== NO_DATE && passesDate[claims.happenedOn[row] ?? 0] === 1;
  }
  const published = network.documents.map((document): DayRange | undefined =>
    document.publishedAt === undefined ? undefined : parseDate(document.publishedAt),
  );
  const passesDocument = Uint8Array.from(published, (range) =>
    range !== undefined && mayOverlap(range, { from, to }) ? 1 : 0,
  );
  return (row) => {
    const saidOn = claims.saidOn[row] ?? NO_DATE;
    return saidOn === NO_DATE ? passesDocument[claims.document[row] ?? 0] === 1 : passesDate[saidOn] === 1;
  };
}
