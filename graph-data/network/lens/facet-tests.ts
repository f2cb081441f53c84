import { ACTOR_KINDS } from '../../model/actor.ts';
import { STATUSES } from '../../model/claim.ts';
import { parseDate } from '../../model/dates.ts';
import type { Lens } from '../../model/lens.ts';
import { NO_SPEAKER } from '../../model/lens.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { OWN_VOICE } from '../claim-table.ts';
import type { Network } from '../network.ts';
import type { FacetColumns } from './facet-columns.ts';
import { toViaCondition } from './lens-conditions.ts';

/** The facets that are lists of values, as the lens names them. */
export const FACET_LISTS = [
  'speakers',
  'publishers',
  'documents',
  'types',
  'stances',
  'modalities',
  'kinds',
] as const;
export type FacetList = (typeof FACET_LISTS)[number];

/** A bit for each condition a claim may fail; `status` is the corpus, which no facet looks past. */
export const BITS = {
  speakers: 1,
  publishers: 2,
  documents: 4,
  types: 8,
  stances: 16,
  modalities: 32,
  kinds: 64,
  dates: 128,
  status: 256,
} as const;

/** A lens as tables: the bits of the conditions that a value fails, at the place of the value. */
export interface FacetTests {
  /** By actor index + 1; at 0 the document's own voice. */
  readonly speakers: Uint16Array;
  /** By document: of itself and of its publisher. */
  readonly documents: Uint16Array;
  readonly types: Uint16Array;
  readonly stances: Uint16Array;
  readonly modalities: Uint16Array;
  readonly kinds: Uint16Array;
  /** By status; the last is that of {@link toStatuses} for what the lens leaves out for whose word it hands on. */
  readonly statuses: Uint16Array;
  /** 1 where a date of the columns may lie within the lens's; without dates in the lens, where there is one. */
  readonly isInTime: Uint8Array;
  readonly hasDates: boolean;
}

/** Tables of every condition, so that a claim is tested by a handful of look-ups. */
export function toFacetTests(network: Network, lens: Lens, columns: FacetColumns): FacetTests {
  const speakers = new Uint16Array(network.actors.length + 1);
  if (lens.speakers.length > 0) {
    speakers.fill(BITS.speakers);
    for (const speaker of lens.speakers) {
      const index = speaker === NO_SPEAKER ? OWN_VOICE : network.actorIndex.get(speaker);
      if (index !== undefined) speakers[index + 1] = 0;
    }
  }
  return {
    speakers,
    documents: toDocumentTests(network, lens, columns),
    types: toFailing(
      network.vocabulary.types.map((type) => type.id),
      lens.types,
      BITS.types,
    ),
    stances: toFailing(STANCES, lens.stances, BITS.stances),
    modalities: toFailing(MODALITIES, lens.modalities, BITS.modalities),
    kinds: toFailing(ACTOR_KINDS, lens.kinds, BITS.kinds),
    statuses: Uint16Array.from([...toFailing(STATUSES, lens.statuses, BITS.status), BITS.status]),
    isInTime: toDateTests(lens, columns),
    hasDates: lens.from !== null || lens.to !== null,
  };
}

/**
 * The status of each claim, and one beyond all for those that `via` leaves out: it is no facet, so that such claims count
 * nowhere, as those outside the corpus do.
 */
export function toStatuses(network: Network, lens: Lens): Uint8Array {
  const { status } = network.claims;
  if (lens.vias.length === 0) return status;
  const passes = new Uint8Array(status.length).fill(1);
  toViaCondition(network, lens)(passes);
  return status.map((own, row) => (passes[row] === 1 ? own : STATUSES.length));
}

/** `bit` at each place of `all` that a list in force leaves out; 0 everywhere when the list is empty. */
function toFailing<T>(all: readonly T[], chosen: readonly T[], bit: number): Uint16Array {
  return Uint16Array.from(all, (value) => (chosen.length === 0 || chosen.includes(value) ? 0 : bit));
}

function toDocumentTests(
  network: Network,
  lens: Lens,
  { publisherNames, publisherOf }: FacetColumns,
): Uint16Array {
  const failing = new Uint16Array(network.documents.length);
  if (lens.documents.length > 0) {
    failing.fill(BITS.documents);
    for (const id of lens.documents) {
      const index = network.documentIndex.get(id);
      if (index !== undefined) failing[index] = 0;
    }
  }
  if (lens.publishers.length > 0) {
    const publishers = toFailing(publisherNames, lens.publishers, BITS.publishers);
    for (let index = 0; index < failing.length; index += 1)
      failing[index] = (failing[index] as number) | (publishers[publisherOf[index] as number] as number);
  }
  return failing;
}

function toDateTests(lens: Lens, { dateFrom, dateTo }: FacetColumns): Uint8Array {
  const from = (lens.from === null ? undefined : parseDate(lens.from)?.from) ?? -Infinity;
  const to = (lens.to === null ? undefined : parseDate(lens.to)?.to) ?? Infinity;
  const isInTime = new Uint8Array(dateFrom.length);
  for (let date = 0; date < isInTime.length; date += 1)
    isInTime[date] = (dateFrom[date] as number) <= to && (dateTo[date] as number) >= from ? 1 : 0;
  return isInTime;
}
