import { ACTOR_KINDS } from '../../model/actor.ts';
import type { DayRange } from '../../model/dates.ts';
import { mayOverlap, parseDate } from '../../model/dates.ts';
import type { Lens } from '../../model/lens.ts';
import { ANY_VIA, NO_SPEAKER, NO_VIA } from '../../model/lens.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from '../claim-table.ts';
import type { Network } from '../network.ts';

type Column = Uint8Array | Uint32Array | Int32Array;

/** Clears the flag of every claim row whose value in some column the lens does not allow. */
export type Condition = (passes: Uint8Array) => void;

/**
 * What a lens says of single claims, statuses aside, as lookup tables over the claim columns: one entry a condition in
 * force, none for those that are not. Ids in the lens that the network lacks match nothing.
 */
export function toConditions(network: Network, lens: Lens): Condition[] {
  const { claims, vocabulary } = network;
  const facts = factsOf(network);
  const conditions: Condition[] = [];
  const where = (column: Column, allowed: Uint8Array): void => {
    conditions.push((passes) => keepAllowed(passes, column, allowed));
  };
  if (lens.speakers.length > 0) {
    const allowed = new Uint8Array(network.actors.length + 1);
    for (const speaker of lens.speakers) {
      const index = speaker === NO_SPEAKER ? OWN_VOICE : network.actorIndex.get(speaker);
      if (index !== undefined) allowed[index - OWN_VOICE] = 1;
    }
    conditions.push((passes) => keepAllowed(passes, claims.speaker, allowed, -OWN_VOICE));
  }
  if (lens.vias.length > 0) conditions.push(toViaCondition(network, lens));
  if (lens.publishers.length > 0) {
    const isAllowed = tableOf(facts.publishers, lens.publishers);
    where(claims.document, lookUp(facts.publisherOf, isAllowed));
  }
  if (lens.documents.length > 0) {
    const allowed = new Uint8Array(network.documents.length);
    for (const id of lens.documents) {
      const index = network.documentIndex.get(id);
      if (index !== undefined) allowed[index] = 1;
    }
    where(claims.document, allowed);
  }
  if (lens.types.length > 0) {
    const types = vocabulary.types.map((type) => type.id);
    where(claims.type, tableOf(types, lens.types));
  }
  if (lens.stances.length > 0) where(claims.stance, tableOf(STANCES, lens.stances));
  if (lens.modalities.length > 0) where(claims.modality, tableOf(MODALITIES, lens.modalities));
  if (lens.kinds.length > 0) {
    const isAllowed = tableOf(ACTOR_KINDS, lens.kinds);
    const allowed = lookUp(facts.kindOf, isAllowed);
    where(claims.subject, allowed);
    where(claims.object, allowed);
  }
  if (lens.from !== null || lens.to !== null) conditions.push(toDateCondition(network, lens));
  return conditions;
}

/** 1 at each place of `all` that `chosen` names; all 1 when it names none. */
export function tableOf<T>(all: readonly T[], chosen: readonly T[]): Uint8Array {
  return Uint8Array.from(all, (value) => (chosen.length === 0 || chosen.includes(value) ? 1 : 0));
}

/** What the table holds at each place. */
function lookUp(places: Column, table: Uint8Array): Uint8Array {
  const found = new Uint8Array(places.length);
  for (let index = 0; index < places.length; index += 1)
    found[index] = table[places[index] as number] as number;
  return found;
}

function keepAllowed(passes: Uint8Array, column: Column, allowed: Uint8Array, offset = 0): void {
  // No branch: which claims pass is as good as random, and guessing wrong costs more than looking all of them up.
  for (let row = 0; row < passes.length; row += 1)
    passes[row] = (passes[row] as number) & (allowed[(column[row] as number) + offset] as number);
}

/** Who hands on whose word is asked of the few claims that have inner speakers; all others are of one kind. */
export function toViaCondition({ claims, actorIndex }: Network, lens: Lens): Condition {
  const { row, start, actor } = claims.via;
  const isAny = lens.vias.includes(ANY_VIA);
  const wanted = new Set<number | undefined>(
    lens.vias.map((id) => (id === ANY_VIA || id === NO_VIA ? undefined : actorIndex.get(id))),
  );
  const isKept = (entry: number): boolean => {
    for (let at = start[entry] as number; at < (start[entry + 1] as number); at += 1)
      if (wanted.has(actor[at])) return true;
    return isAny;
  };
  return (passes) => {
    const kept = new Uint8Array(passes.length).fill(lens.vias.includes(NO_VIA) ? 1 : 0);
    for (let entry = 0; entry < row.length; entry += 1) kept[row[entry] as number] = isKept(entry) ? 1 : 0;
    for (let at = 0; at < passes.length; at += 1) passes[at] = (passes[at] as number) & (kept[at] as number);
  };
}

function toDateCondition(network: Network, lens: Lens): Condition {
  const { saidOn, happenedOn, document, dates } = network.claims;
  const from = (lens.from === null ? undefined : parseDate(lens.from)?.from) ?? -Infinity;
  const to = (lens.to === null ? undefined : parseDate(lens.to)?.to) ?? Infinity;
  // The first entry stands for "no date".
  const passesDate = new Uint8Array(dates.length + 1);
  dates.forEach(({ range }, index) => {
    passesDate[index - NO_DATE] = mayOverlap(range, { from, to }) ? 1 : 0;
  });
  if (lens.clock === 'happened') return (passes) => keepAllowed(passes, happenedOn, passesDate, -NO_DATE);
  const { published, publishedOf } = factsOf(network);
  const passesPublished = Uint8Array.from(published, (range) =>
    range !== undefined && mayOverlap(range, { from, to }) ? 1 : 0,
  );
  const passesDocument = lookUp(publishedOf, passesPublished);
  return (passes) => {
    for (let row = 0; row < passes.length; row += 1) {
      const said = saidOn[row] as number;
      const isInTime =
        said === NO_DATE ? passesDocument[document[row] as number] : passesDate[said - NO_DATE];
      passes[row] = (passes[row] as number) & (isInTime as number);
    }
  };
}

/** What conditions look up of actors and documents, as numbers; worked out once a network. */
interface Facts {
  /** Into ACTOR_KINDS, by actor. */
  readonly kindOf: Uint8Array;
  readonly publishers: readonly string[];
  /** Into `publishers`, and into `published`, by document. */
  readonly publisherOf: Uint32Array;
  readonly published: readonly (DayRange | undefined)[];
  readonly publishedOf: Uint32Array;
}

const known = new WeakMap<Network, Facts>();

function factsOf(network: Network): Facts {
  const facts = known.get(network) ?? toFacts(network);
  known.set(network, facts);
  return facts;
}

function toFacts({ actors, documents }: Network): Facts {
  const [publishers, publisherOf] = numbered(documents.map((document) => document.publisher));
  const [dates, publishedOf] = numbered(documents.map((document) => document.publishedAt));
  return {
    kindOf: Uint8Array.from(actors, (actor) => ACTOR_KINDS.indexOf(actor.kind)),
    publishers,
    publisherOf,
    published: dates.map((date) => (date === undefined ? undefined : parseDate(date))),
    publishedOf,
  };
}

/** The distinct values, and which of them each one is. */
function numbered<T>(values: readonly T[]): [T[], Uint32Array] {
  const distinct = new Map<T, number>();
  const numbers = Uint32Array.from(values, (value) => {
    const number = distinct.get(value) ?? distinct.size;
    distinct.set(value, number);
    return number;
  });
  return [[...distinct.keys()], numbers];
}
