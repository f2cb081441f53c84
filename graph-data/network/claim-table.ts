import type { Actor } from '../model/actor.ts';
import type { Claim } from '../model/claim.ts';
import { STATUSES } from '../model/claim.ts';
import type { DayRange } from '../model/dates.ts';
import { parseDate } from '../model/dates.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { ActorId, ClaimId } from '../model/ids.ts';
import { compareIds } from '../model/ids.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';

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
  readonly ids: readonly ClaimId[];
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
  /** Equal for claims of one origin. */
  readonly origin: Uint32Array;
  readonly labels: readonly string[];
  readonly dates: readonly { readonly text: string; readonly range: DayRange }[];
}

/** Gives every distinct value the next number. */
class Dictionary {
  readonly values: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(value: string): number {
    const known = this.#numbers.get(value);
    if (known !== undefined) return known;
    this.#numbers.set(value, this.values.length);
    return this.values.push(value) - 1;
  }
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

function lookUp<K>(map: ReadonlyMap<K, number>, key: K, what: string): number {
  const index = map.get(key);
  if (index === undefined)
    throw new RangeError(`claim names ${what} ${String(key)}, which the dataset does not hold`);
  return index;
}

/**
 * Builds the columns. Actors and documents are sorted by id already; every id a claim names exists.
 * Cost: one sort of the claims. Throws RangeError on an id that is not there.
 */
export function toClaimTable(
  claims: readonly ClaimColumns[],
  actors: readonly Actor[],
  documents: readonly DocumentSummary[],
  vocabulary: Vocabulary,
): ClaimTable {
  const actorIndex = indexActors(actors);
  const documentIndex = new Map(documents.map((document, index) => [document.id, index]));
  const typeIndex = new Map(vocabulary.types.map((type, index) => [type.id, index]));

  const rows = claims.map((claim) => {
    const type = lookUp(typeIndex, claim.type, 'type');
    const from = lookUp(actorIndex, claim.subject, 'actor');
    const to = lookUp(actorIndex, claim.object, 'actor');
    const isReversed = vocabulary.types[type]?.mutual === true && to < from;
    return { claim, type, isReversed, subject: isReversed ? to : from, object: isReversed ? from : to };
  });
  rows.sort(
    (a, b) =>
      a.subject - b.subject || a.type - b.type || a.object - b.object || compareIds(a.claim.id, b.claim.id),
  );

  const count = rows.length;
  const labels = new Dictionary();
  const dates = new Dictionary();
  const origins = new Dictionary();
  const column = {
    subject: new Uint32Array(count),
    object: new Uint32Array(count),
    isReversed: new Uint8Array(count),
    type: new Uint8Array(count),
    label: new Uint32Array(count),
    stance: new Uint8Array(count),
    modality: new Uint8Array(count),
    status: new Uint8Array(count),
    speaker: new Int32Array(count),
    document: new Uint32Array(count),
    saidOn: new Int32Array(count),
    happenedOn: new Int32Array(count),
    origin: new Uint32Array(count),
  };
  rows.forEach(({ claim, subject, object, type, isReversed }, row) => {
    column.subject[row] = subject;
    column.object[row] = object;
    column.isReversed[row] = isReversed ? 1 : 0;
    column.type[row] = type;
    column.label[row] = labels.numberOf(claim.label);
    column.stance[row] = STANCES.indexOf(claim.stance);
    column.modality[row] = MODALITIES.indexOf(claim.modality);
    column.status[row] = STATUSES.indexOf(claim.status);
    column.speaker[row] = claim.speaker === null ? OWN_VOICE : lookUp(actorIndex, claim.speaker, 'speaker');
    column.document[row] = lookUp(documentIndex, claim.document, 'document');
    column.saidOn[row] = claim.saidOn === null ? NO_DATE : dates.numberOf(claim.saidOn);
    column.happenedOn[row] = claim.happenedOn === null ? NO_DATE : dates.numberOf(claim.happenedOn);
    column.origin[row] = origins.numberOf(claim.origin);
  });
  return {
    ...column,
    length: count,
    ids: rows.map(({ claim }) => claim.id),
    labels: labels.values,
    dates: dates.values.map((text) => ({ text, range: toRange(text) })),
  };
}

function toRange(text: string): DayRange {
  const range = parseDate(text);
  if (range === undefined) throw new RangeError(`${JSON.stringify(text)} is no EDTF date`);
  return range;
}
