import type { Actor } from '../model/actor.ts';
import type { Claim, Status } from '../model/claim.ts';
import { STATUSES } from '../model/claim.ts';
import type { DayRange } from '../model/dates.ts';
import { parseDate } from '../model/dates.ts';
import type { DocumentSummary } from '../model/document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from '../model/ids.ts';
import type { Vocabulary } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import type { ClaimIds } from './claim-ids.ts';
import { ClaimIdList, findClaimRow } from './claim-ids.ts';
import { sortPlaces } from './sort-places.ts';

/** What the table keeps of a claim: everything but its evidence and its words about itself. */
export type ClaimColumns = Pick<
  Claim,
  | 'id' | 'subject' | 'type' | 'object' | 'label' | 'stance' | 'modality' | 'speaker'
  | 'via' | 'document' | 'saidOn' | 'happenedOn' | 'status' | 'origin'
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
  readonly via: ViaColumns;
  readonly labels: readonly string[];
  readonly dates: readonly { readonly text: string; readonly range: DayRange }[];
}

/** The inner speakers of the few claims that have any: those of the claim in `row[n]` are `actor[start[n]]` to `actor[start[n + 1] - 1]`. */
export interface ViaColumns {
  /** Ascending. */
  readonly row: Uint32Array;
  readonly start: Uint32Array;
  /** Outermost first. */
  readonly actor: Uint32Array;
}

/** Subject and object of a row as its claim was written: in mutual types too. */
export function endsOf({ subject, object, isReversed }: ClaimTable, row: number): [number, number] {
  const [first, second] = [subject[row] ?? 0, object[row] ?? 0];
  return isReversed[row] === 1 ? [second, first] : [first, second];
}

/** The inner speakers of a row, outermost first; mostly none. O(log n). */
export function viaOf({ row: rows, start, actor }: ViaColumns, row: number): Uint32Array {
  let from = 0;
  let to = rows.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle] ?? 0) < row) from = middle + 1;
    else to = middle;
  }
  return rows[from] === row ? actor.subarray(start[from], start[from + 1]) : actor.subarray(0, 0);
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

/** The table with other statuses of some claims; undefined where one of them is not in it. All other columns are shared. */
export function withStatuses(
  table: ClaimTable,
  statuses: ReadonlyMap<ClaimId, Status>,
): ClaimTable | undefined {
  const status = table.status.slice();
  for (const [id, next] of statuses) {
    const row = findClaimRow(table.ids, id);
    if (row < 0) return undefined;
    status[row] = STATUSES.indexOf(next);
  }
  return { ...table, status };
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
  const { rows } = read;
  const byId = read.ids.sort();
  // Each sort keeps the order of the one before where its own keys are equal.
  const byObject = sortPlaces(byId, (place) => rows[place * STRIDE + OBJECT] ?? 0, actors.length);
  const byType = sortPlaces(byObject, (place) => rows[place * STRIDE + TYPE] ?? 0, vocabulary.types.length);
  const order = sortPlaces(byType, (place) => rows[place * STRIDE + SUBJECT] ?? 0, actors.length);

  const ids = read.ids.toIds(order, byId);
  const labels = new Numbering();
  const dates = new Numbering();
  const dateOf = (date: number): number => (date === NO_DATE ? NO_DATE : dates.numberOf(date));
  const count = order.length;
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
  };
  for (let row = 0; row < count; row += 1) {
    const at = (order[row] ?? 0) * STRIDE;
    column.subject[row] = rows[at + SUBJECT] ?? 0;
    column.object[row] = rows[at + OBJECT] ?? 0;
    column.isReversed[row] = rows[at + IS_REVERSED] ?? 0;
    column.type[row] = rows[at + TYPE] ?? 0;
    column.label[row] = labels.numberOf(rows[at + LABEL] ?? 0);
    column.stance[row] = rows[at + STANCE] ?? 0;
    column.modality[row] = rows[at + MODALITY] ?? 0;
    column.status[row] = rows[at + STATUS] ?? 0;
    column.speaker[row] = rows[at + SPEAKER] ?? OWN_VOICE;
    column.document[row] = rows[at + DOCUMENT] ?? 0;
    column.saidOn[row] = dateOf(rows[at + SAID_ON] ?? NO_DATE);
    column.happenedOn[row] = dateOf(rows[at + HAPPENED_ON] ?? NO_DATE);
  }
  return {
    ...column,
    length: count,
    ids,
    origin: toOrigins(order, ids, read.origins),
    via: toVia(order, read.vias),
    labels: labels.values.map((label) => read.labels.values[label] ?? ''),
    dates: dates.values.map((date) => toDate(read.dates.values[date] ?? '')),
  };
}

/** Where each value of a claim stands among the {@link STRIDE} numbers of its place. */
const [SUBJECT, OBJECT, IS_REVERSED, TYPE, LABEL, STANCE] = [0, 1, 2, 3, 4, 5] as const;
const [MODALITY, STATUS, SPEAKER, DOCUMENT, SAID_ON, HAPPENED_ON] = [6, 7, 8, 9, 10, 11] as const;
const STRIDE = 12;

/** Claims as they came, a place each; the values of one stand together, so that putting them in order reads memory once. */
class ReadClaims {
  readonly ids = new ClaimIdList();
  rows = new Int32Array(1024 * STRIDE);
  /** The origins of claims that are not their own, by place. */
  readonly origins = new Map<number, string>();
  /** Inner speakers of the claims that have any, by place. */
  readonly vias = new Map<number, readonly number[]>();
  readonly labels = new Numbering<string>();
  readonly dates = new Numbering<string>();
  readonly #actorIndex: ReadonlyMap<ActorId, number>;
  readonly #documentIndex: ReadonlyMap<DocumentId, number>;
  /** Of the claim before: claims of one document mostly come together, and to compare is cheaper than to look up. */
  #document: DocumentId | undefined;
  #documentNumber = 0;
  readonly #typeIndex: ReadonlyMap<RelationTypeId, number>;
  readonly #isMutual: readonly boolean[];

  constructor(actors: readonly Actor[], documents: readonly DocumentSummary[], vocabulary: Vocabulary) {
    this.#actorIndex = indexActors(actors);
    this.#documentIndex = new Map(documents.map((document, index) => [document.id, index]));
    this.#typeIndex = new Map(vocabulary.types.map((type, index) => [type.id, index]));
    this.#isMutual = vocabulary.types.map((type) => type.mutual);
  }

  add(claim: ClaimColumns): void {
    const place = this.ids.length;
    const at = place * STRIDE;
    if (at === this.rows.length) this.#grow();
    const { rows } = this;
    const type = lookUp(this.#typeIndex, claim.type, 'type');
    const from = lookUp(this.#actorIndex, claim.subject, 'actor');
    const to = lookUp(this.#actorIndex, claim.object, 'actor');
    const isReversed = this.#isMutual[type] === true && to < from;
    rows[at + SUBJECT] = isReversed ? to : from;
    rows[at + OBJECT] = isReversed ? from : to;
    rows[at + IS_REVERSED] = isReversed ? 1 : 0;
    rows[at + TYPE] = type;
    rows[at + LABEL] = this.labels.numberOf(claim.label);
    rows[at + STANCE] = STANCES.indexOf(claim.stance);
    rows[at + MODALITY] = MODALITIES.indexOf(claim.modality);
    rows[at + STATUS] = STATUSES.indexOf(claim.status);
    rows[at + SPEAKER] =
      claim.speaker === null ? OWN_VOICE : lookUp(this.#actorIndex, claim.speaker, 'speaker');
    if (claim.document !== this.#document) {
      this.#documentNumber = lookUp(this.#documentIndex, claim.document, 'document');
      this.#document = claim.document;
    }
    rows[at + DOCUMENT] = this.#documentNumber;
    rows[at + SAID_ON] = claim.saidOn === null ? NO_DATE : this.dates.numberOf(claim.saidOn);
    rows[at + HAPPENED_ON] = claim.happenedOn === null ? NO_DATE : this.dates.numberOf(claim.happenedOn);
    if (claim.via.length > 0)
      this.vias.set(
        place,
        claim.via.map((id) => lookUp(this.#actorIndex, id, 'inner speaker')),
      );
    if (claim.origin !== (claim.id as string)) this.origins.set(place, claim.origin);
    this.ids.push(claim.id);
  }

  #grow(): void {
    const grown = new Int32Array(this.rows.length * 2);
    grown.set(this.rows);
    this.rows = grown;
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

function toVia(order: Uint32Array, vias: ReadonlyMap<number, readonly number[]>): ViaColumns {
  const rows: number[] = [];
  const starts = [0];
  const actors: number[] = [];
  for (let row = 0; row < order.length && rows.length < vias.size; row += 1) {
    const inner = vias.get(order[row] as number);
    if (inner === undefined) continue;
    rows.push(row);
    starts.push(actors.push(...inner));
  }
  return { row: Uint32Array.from(rows), start: Uint32Array.from(starts), actor: Uint32Array.from(actors) };
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
