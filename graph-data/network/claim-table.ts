import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import { STATUSES } from '../model/claim.ts';
import type { DayRange } from '../model/dates.ts';
import { parseDate } from '../model/dates.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { ActorId, DocumentId, RelationTypeId } from '../model/ids.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import type { ClaimIds } from './claim-ids.ts';
import { ClaimIdList, findClaimRow } from './claim-ids.ts';
import { sortPlaces } from './sort-places.ts';

/** What the table keeps of a claim: everything but its evidence and its words about itself. */
export type ClaimColumns = Pick<
  Claim,
  | 'id' | 'subject' | 'type' | 'object' | 'label' | 'stance' | 'modality' | 'speaker'
  | 'document' | 'saidOn' | 'happenedOn' | 'status' | 'origin'
>; // prettier-ignore

/** Index of "no speaker": the document's own voice. */
export const OWN_VOICE = -1;
/** Index of "no date" in the date columns. */
export const NO_DATE = -1;

/**
 * All claims as columns, sorted by (subject, type, object, id), so that the claims of one relation stand together.
 * Numbers index the sorted `actors`, `documents`, `vocabulary.types`, `labels` and `dates`.
 * For mutual types subject and object are in actor order; `isReversed` tells where the claim was written the other way.
 */
export interface ClaimTable {
  readonly length: number;
  readonly ids: ClaimIds;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  readonly isReversed: Uint8Array;
  readonly type: Uint8Array;
  readonly label: Uint32Array;
  /** Into STANCES, MODALITIES, STATUSES. */
  readonly stance: Uint8Array;
  readonly modality: Uint8Array;
  readonly status: Uint8Array;
  readonly speaker: Int32Array;
  readonly document: Uint32Array;
  readonly saidOn: Int32Array;
  readonly happenedOn: Int32Array;
  /** Equal for claims of one origin; numbered from 0. */
  readonly origin: Uint32Array;
  readonly labels: readonly string[];
  readonly dates: readonly { readonly text: string; readonly range: DayRange }[];
}

/** Maps every actor id to the index of the actor it is read as: itself, or the end of its `mergedInto` chain. */
export function indexActors(actors: readonly Actor[]): Map<ActorId, number> {
  const byId = new Map(actors.map((actor, index) => [actor.id, { actor, index }]));
  const indexOf = new Map<ActorId, number>();
  for (const { actor } of byId.values()) {
    let end = byId.get(actor.id);
    for (let steps = 0; end?.actor.mergedInto !== undefined && steps < actors.length; steps += 1) {
      end = byId.get(end.actor.mergedInto) ?? end;
    }
    if (end !== undefined) indexOf.set(actor.id, end.index);
  }
  return indexOf;
}

/**
 * Builds the columns; each claim is let go of as soon as it is read, so that claims may come straight from a disk, in any
 * order. Actors and documents are sorted by id already; every id a claim names exists. Cost: O(claims). Throws RangeError on
 * an id that is not there.
 */
export function toClaimTable(
  claims: Iterable<ClaimColumns>,
  actors: readonly Actor[],
  documents: readonly DocumentSummary[],
  vocabulary: Vocabulary,
): ClaimTable {
  const read = new ReadClaims(actors, documents, vocabulary);
  for (const claim of claims) read.add(claim);
  const byId = read.ids.sort();
  // Each sort keeps the order of the one before where its own keys are equal.
  const byObject = sortPlaces(byId, (place) => read.object[place] ?? 0, actors.length);
  const byType = sortPlaces(byObject, (place) => read.type[place] ?? 0, vocabulary.types.length);
  const order = sortPlaces(byType, (place) => read.subject[place] ?? 0, actors.length);

  const ids = read.ids.toIds(order, byId);
  const labels = new Numbering();
  const dates = new Numbering();
  const dateOf = (date: number | undefined): number =>
    date === undefined || date === NO_DATE ? NO_DATE : dates.numberOf(date);
  const saidOn = new Int32Array(order.length);
  const happenedOn = new Int32Array(order.length);
  for (let row = 0; row < order.length; row += 1) {
    saidOn[row] = dateOf(read.saidOn[order[row] ?? 0]);
    happenedOn[row] = dateOf(read.happenedOn[order[row] ?? 0]);
  }
  return {
    length: order.length,
    ids,
    subject: order.map((place) => read.subject[place] ?? 0),
    object: order.map((place) => read.object[place] ?? 0),
    isReversed: toBytes(order, read.isReversed),
    type: toBytes(order, read.type),
    label: order.map((place) => labels.numberOf(read.label[place] ?? 0)),
    stance: toBytes(order, read.stance),
    modality: toBytes(order, read.modality),
    status: toBytes(order, read.status),
    speaker: Int32Array.from(order, (place) => read.speaker[place] ?? OWN_VOICE),
    document: order.map((place) => read.document[place] ?? 0),
    saidOn,
    happenedOn,
    origin: toOrigins(order, ids, read.origins),
    labels: labels.values.map((label) => read.labels.values[label] ?? ''),
    dates: dates.values.map((date) => toDate(read.dates.values[date] ?? '')),
  };
}

/** Claims as they came, a place each. */
class ReadClaims {
  readonly ids = new ClaimIdList();
  readonly subject: number[] = [];
  readonly object: number[] = [];
  readonly isReversed: number[] = [];
  readonly type: number[] = [];
  readonly label: number[] = [];
  readonly stance: number[] = [];
  readonly modality: number[] = [];
  readonly status: number[] = [];
  readonly speaker: number[] = [];
  readonly document: number[] = [];
  readonly saidOn: number[] = [];
  readonly happenedOn: number[] = [];
  /** The origins of claims that are not their own, by place. */
  readonly origins = new Map<number, string>();
  readonly labels = new Numbering<string>();
  readonly dates = new Numbering<string>();
  readonly #actorIndex: ReadonlyMap<ActorId, number>;
  readonly #documentIndex: ReadonlyMap<DocumentId, number>;
  readonly #typeIndex: ReadonlyMap<RelationTypeId, number>;
  readonly #isMutual: readonly boolean[];

  constructor(actors: readonly Actor[], documents: readonly DocumentSummary[], vocabulary: Vocabulary) {
    this.#actorIndex = indexActors(actors);
    this.#documentIndex = new Map(documents.map((document, index) => [document.id, index]));
    this.#typeIndex = new Map(vocabulary.types.map((type, index) => [type.id, index]));
    this.#isMutual = vocabulary.types.map((type) => type.mutual);
  }

  add(claim: ClaimColumns): void {
    const type = lookUp(this.#typeIndex, claim.type, 'type');
    const from = lookUp(this.#actorIndex, claim.subject, 'actor');
    const to = lookUp(this.#actorIndex, claim.object, 'actor');
    const isReversed = this.#isMutual[type] === true && to < from;
    if (claim.origin !== (claim.id as string)) this.origins.set(this.ids.length, claim.origin);
    this.ids.push(claim.id);
    this.subject.push(isReversed ? to : from);
    this.object.push(isReversed ? from : to);
    this.isReversed.push(isReversed ? 1 : 0);
    this.type.push(type);
    this.label.push(this.labels.numberOf(claim.label));
    this.stance.push(STANCES.indexOf(claim.stance));
    this.modality.push(MODALITIES.indexOf(claim.modality));
    this.status.push(STATUSES.indexOf(claim.status));
    this.speaker.push(
      claim.speaker === null ? OWN_VOICE : lookUp(this.#actorIndex, claim.speaker, 'speaker'),
    );
    this.document.push(lookUp(this.#documentIndex, claim.document, 'document'));
    this.saidOn.push(claim.saidOn === null ? NO_DATE : this.dates.numberOf(claim.saidOn));
    this.happenedOn.push(claim.happenedOn === null ? NO_DATE : this.dates.numberOf(claim.happenedOn));
  }
}

/** Gives every distinct value the next number. */
class Numbering<Value = number> {
  readonly values: Value[] = [];
  readonly #numbers = new Map<Value, number>();

  numberOf(value: Value): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
}

function toBytes(order: Uint32Array, column: readonly number[]): Uint8Array {
  return Uint8Array.from(order, (place) => column[place] ?? 0);
}

/** Numbers the origins from 0, in order of first appearance. */
function toOrigins(order: Uint32Array, ids: ClaimIds, origins: ReadonlyMap<number, string>): Uint32Array {
  // An origin is named after a claim: its row stands for it until it is numbered. Names that no claim has come after all rows.
  const missing = new Numbering<string>();
  const named = order.map((place, row) => {
    const origin = origins.get(place);
    if (origin === undefined) return row;
    const first = findClaimRow(ids, origin);
    return first >= 0 ? first : order.length + missing.numberOf(origin);
  });
  const numbers = new Uint32Array(order.length + missing.values.length);
  let count = 0;
  return named.map((name) => {
    if (numbers[name] === 0) numbers[name] = count += 1;
    return (numbers[name] ?? 0) - 1;
  });
}

function lookUp<K>(map: ReadonlyMap<K, number>, key: K, what: string): number {
  const index = map.get(key);
  if (index === undefined)
    throw new RangeError(`claim names ${what} ${String(key)}, which the dataset does not hold`);
  return index;
}

function toDate(text: string): { text: string; range: DayRange } {
  const range = parseDate(text);
  if (range === undefined) throw new RangeError(`${JSON.stringify(text)} is no EDTF date`);
  return { text, range };
}
