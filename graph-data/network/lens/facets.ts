import { ACTOR_KINDS } from '../../model/actor.ts';
import type { Clock, Lens } from '../../model/lens.ts';
import { MODALITIES, STANCES } from '../../model/vocabulary.ts';
import { NO_DATE } from '../claim-table.ts';
import type { Network } from '../network.ts';
import { toFacetColumns } from './facet-columns.ts';
import { createTally } from './facet-tally.ts';
import type { FacetList } from './facet-tests.ts';
import { BITS, FACET_LISTS, toFacetTests, toStatuses } from './facet-tests.ts';
import { createThresholds } from './facet-thresholds.ts';

/**
 * How many claims each value would leave: for every facet, under all conditions of the lens but its own, as if the value
 * were the only one chosen there. So a value's count is what `applyLens` shows with that value alone in its list.
 */
export interface FacetCounts {
  /**
   * Speakers by actor index + 1, at 0 the document's own voice; publishers by place in `publisherNames`; documents by
   * index; the rest by place in the vocabulary and the closed lists. A kind counts claims whose both actors are of it.
   */
  readonly values: Readonly<Record<FacetList, Uint32Array>>;
  readonly publisherNames: readonly string[];
  /** Claims left when no value of the facet is chosen. */
  readonly any: Readonly<Record<FacetList, number>>;
  readonly clocks: Readonly<Record<Clock, ClockCounts>>;
  /** Claims left by each least number of claims, and of origins, a relation; from 1 up, while any are. */
  readonly minClaims: ReadonlyMap<number, number>;
  readonly minOrigins: ReadonlyMap<number, number>;
}

/** What a clock would leave. */
export interface ClockCounts {
  /** Claims left by the lens's dates on this clock; without dates, those that have one on it. */
  readonly claims: number;
  /** First and last day, from 1970-01-01, of the claims that pass all but dates and thresholds; null without closed ones. */
  readonly first: number | null;
  readonly last: number | null;
}

/**
 * Counts every facet in one scan of the claims: a claim that fails one facet alone counts for that facet, one that fails
 * none for all, any other for none. Under `minClaims` or `minOrigins` values are counted relation by relation.
 */
export function countFacets(network: Network, lens: Lens): FacetCounts {
  const { relations, documents, vocabulary } = network;
  const { document, speaker, stance, modality, saidOn, happenedOn, dates } = network.claims;
  const status = toStatuses(network, lens);
  const columns = toFacetColumns(network);
  const { kindOf, publisherOf } = columns;
  const tests = toFacetTests(network, lens, columns);
  const { isInTime, hasDates } = tests;
  const speakers = new Uint32Array(network.actors.length + 1);
  const papers = new Uint32Array(documents.length);
  const stances = new Uint32Array(STANCES.length);
  const modalities = new Uint32Array(MODALITIES.length);
  const values: Record<FacetList, Uint32Array> = {
    speakers,
    publishers: new Uint32Array(columns.publisherNames.length),
    documents: new Uint32Array(documents.length),
    types: new Uint32Array(vocabulary.types.length),
    stances,
    modalities,
    kinds: new Uint32Array(ACTOR_KINDS.length),
  };
  const any = { speakers: 0, publishers: 0, documents: 0, types: 0, stances: 0, modalities: 0, kinds: 0 };
  const isPlain = lens.minClaims <= 1 && lens.minOrigins <= 1;
  const isSaidClock = lens.clock === 'said';
  const tally = createTally(network, lens, columns, tests, values, any);
  const thresholds = createThresholds(network, lens);
  const metSaid = new Uint8Array(columns.dateFrom.length);
  const metHappened = new Uint8Array(dates.length);
  const onClock = { said: 0, happened: 0 };
  let masks = new Uint16Array(64);

  for (let relation = 0; relation < relations.length; relation += 1) {
    const type = relations.type[relation] as number;
    const kind = kindOf[relations.subject[relation] as number] as number;
    const otherKind = kindOf[relations.object[relation] as number] as number;
    const relationMask =
      (tests.types[type] as number) | (tests.kinds[kind] as number) | (tests.kinds[otherKind] as number);
    if ((relationMask & (relationMask - 1)) !== 0) continue; // two conditions fail: it counts nowhere
    const from = relations.firstClaim[relation] as number;
    const length = (relations.firstClaim[relation + 1] as number) - from;
    if (length > masks.length) masks = new Uint16Array(2 * length);
    let passing = 0;
    let oneFails = 0;
    for (let at = 0; at < length; at += 1) {
      const row = from + at;
      const paper = document[row] as number;
      const voice = (speaker[row] as number) + 1;
      let mask =
        relationMask |
        (tests.documents[paper] as number) |
        (tests.speakers[voice] as number) |
        (tests.stances[stance[row] as number] as number) |
        (tests.modalities[modality[row] as number] as number) |
        (tests.statuses[status[row] as number] as number);
      masks[at] = mask;
      if ((mask & (mask - 1)) !== 0) continue;
      const saidDate = saidOn[row] as number;
      const saidAt = saidDate === NO_DATE ? dates.length + paper : saidDate;
      const happenedAt = happenedOn[row] as number;
      const isSaid = isInTime[saidAt] as number;
      const isHappened = happenedAt === NO_DATE ? 0 : (isInTime[happenedAt] as number);
      if (mask === 0) {
        metSaid[saidAt] = 1;
        if (happenedAt !== NO_DATE) metHappened[happenedAt] = 1;
        if (isPlain) {
          onClock.said += isSaid;
          onClock.happened += isHappened;
        }
      }
      if (hasDates && (isSaidClock ? isSaid : isHappened) === 0) {
        mask |= BITS.dates;
        masks[at] = mask;
      }
      if (mask === 0) {
        passing += 1;
        if (!isPlain) continue;
        speakers[voice] = (speakers[voice] as number) + 1;
        papers[paper] = (papers[paper] as number) + 1;
        const ofStance = stance[row] as number;
        stances[ofStance] = (stances[ofStance] as number) + 1;
        const ofModality = modality[row] as number;
        modalities[ofModality] = (modalities[ofModality] as number) + 1;
      } else if (isPlain && (mask & (mask - 1)) === 0) {
        if (mask === relationMask) oneFails += 1;
        else if (mask === BITS.speakers) speakers[voice] = (speakers[voice] as number) + 1;
        else if (mask === BITS.documents) values.documents[paper] = (values.documents[paper] as number) + 1;
        else if (mask === BITS.publishers) {
          const publisher = publisherOf[paper] as number;
          values.publishers[publisher] = (values.publishers[publisher] as number) + 1;
        } else if (mask === BITS.stances) {
          const value = stance[row] as number;
          stances[value] = (stances[value] as number) + 1;
        } else if (mask === BITS.modalities) {
          const value = modality[row] as number;
          modalities[value] = (modalities[value] as number) + 1;
        }
      }
    }
    if (passing > 0) thresholds.add(relation, masks, passing);
    if (isPlain) {
      const ofType = relationMask === BITS.types ? oneFails : passing;
      const ofKind = relationMask === BITS.kinds ? oneFails : passing;
      values.types[type] = (values.types[type] as number) + ofType;
      any.kinds += ofKind;
      if (kind === otherKind) values.kinds[kind] = (values.kinds[kind] as number) + ofKind;
    } else if (length >= lens.minClaims && length >= lens.minOrigins) {
      tally.add(relation, masks);
      onClock.said += tally.countClock(relation, masks, 'said');
      onClock.happened += tally.countClock(relation, masks, 'happened');
    }
  }
  if (isPlain) {
    for (let paper = 0; paper < papers.length; paper += 1) {
      const publisher = publisherOf[paper] as number;
      values.documents[paper] = (values.documents[paper] as number) + (papers[paper] as number);
      values.publishers[publisher] = (values.publishers[publisher] as number) + (papers[paper] as number);
    }
    for (const facet of FACET_LISTS) if (facet !== 'kinds') any[facet] = sum(values[facet]);
  }
  return {
    values,
    publisherNames: columns.publisherNames,
    any,
    clocks: {
      said: { claims: onClock.said, ...toSpan(columns, metSaid) },
      happened: { claims: onClock.happened, ...toSpan(columns, metHappened) },
    },
    ...thresholds.toLeft(),
  };
}

function sum(column: Uint32Array): number {
  let total = 0;
  for (let place = 0; place < column.length; place += 1) total += column[place] as number;
  return total;
}

/** The first and the last day of the dates that were met; open ends say nothing. */
function toSpan(
  { dateFrom, dateTo }: { readonly dateFrom: Float64Array; readonly dateTo: Float64Array },
  isMet: Uint8Array,
): Pick<ClockCounts, 'first' | 'last'> {
  let first = Infinity;
  let last = -Infinity;
  for (let date = 0; date < isMet.length; date += 1) {
    if (isMet[date] === 0) continue;
    const from = dateFrom[date] as number;
    const to = dateTo[date] as number;
    if (from > -Infinity && from < first) first = from; // NaN compares false
    if (to < Infinity && to > last) last = to;
  }
  return { first: first === Infinity ? null : first, last: last === -Infinity ? null : last };
}
