import type { Modality, Stance } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from './claim-table.ts';
import type { Selection } from './lens/apply-lens.ts';
import type { Network } from './network.ts';

/** What the passing claims of one relation say together. */
export interface RelationSummary {
  /** Distinct labels, most frequent first, then alphabetical. */
  readonly labels: readonly string[];
  readonly claims: number;
  readonly origins: number;
  /** Actor indices, most claims first, then actor order; -1 (the document's own voice) among them. */
  readonly speakers: readonly number[];
  /** The most frequent; where two are equally frequent, `neutral`. */
  readonly stance: Stance;
  readonly stances: Readonly<Record<Stance, number>>;
  readonly modalities: Readonly<Record<Modality, number>>;
  /** EDTF, as the claims write them: the date that may begin first, and that may end last; null when none has a date. */
  readonly firstOn: string | null;
  readonly lastOn: string | null;
  readonly isDisputed: boolean;
}

/** The same as numbers. It is one object a network: the next relation is written over it. */
export interface RelationSums {
  /** Into the claim table's `labels`. */
  labels: readonly number[];
  speakers: readonly number[];
  stance: Stance;
  /** In the order of STANCES and MODALITIES. */
  readonly stances: Uint32Array;
  readonly modalities: Uint32Array;
  /** Into the claim table's `dates`, or NO_DATE. */
  firstOn: number;
  lastOn: number;
}

/**
 * Sums up a relation under a lens. Dates are those of `happenedOn`, where a claim has it, or else `saidOn`. Cost: one look
 * at each of its claims.
 */
export function sumRelation(network: Network, selection: Selection, relation: number): RelationSums {
  const { claims, relations } = network;
  const { passes } = selection;
  const { labels, speakers, dateFrom, dateTo, sums } = tallyOf(network);
  const { stances, modalities } = sums;
  stances.fill(0);
  modalities.fill(0);
  let firstOn = NO_DATE;
  let lastOn = NO_DATE;
  const end = relations.firstClaim[relation + 1] as number;
  for (let row = relations.firstClaim[relation] as number; row < end; row += 1) {
    if (passes[row] === 0) continue;
    labels.add(claims.label[row] as number);
    speakers.add((claims.speaker[row] as number) - OWN_VOICE);
    const stance = claims.stance[row] as number;
    stances[stance] = (stances[stance] as number) + 1;
    const modality = claims.modality[row] as number;
    modalities[modality] = (modalities[modality] as number) + 1;
    const happenedOn = claims.happenedOn[row] as number;
    const date = happenedOn === NO_DATE ? (claims.saidOn[row] as number) : happenedOn;
    if (date === NO_DATE) continue;
    if (firstOn === NO_DATE || (dateFrom[date] as number) < (dateFrom[firstOn] as number)) firstOn = date;
    if (lastOn === NO_DATE || (dateTo[date] as number) > (dateTo[lastOn] as number)) lastOn = date;
  }
  sums.labels = labels.take((a, b) => ((claims.labels[a] ?? '') < (claims.labels[b] ?? '') ? -1 : 1));
  const voices = speakers.take((a, b) => a - b);
  for (let place = 0; place < voices.length; place += 1)
    voices[place] = (voices[place] as number) + OWN_VOICE;
  sums.speakers = voices;
  sums.stance = prevailing(stances);
  sums.firstOn = firstOn;
  sums.lastOn = lastOn;
  return sums;
}

/** What {@link sumRelation} says, in words and of its own. */
export function summariseRelation(network: Network, selection: Selection, relation: number): RelationSummary {
  const { labels, dates } = network.claims;
  const sums = sumRelation(network, selection, relation);
  const [positive = 0, neutral = 0, negative = 0] = sums.stances;
  const [asserted = 0, denied = 0, planned = 0, hypothetical = 0] = sums.modalities;
  return {
    labels: sums.labels.map((label) => labels[label] ?? ''),
    claims: selection.relationClaims[relation] ?? 0,
    origins: selection.relationOrigins[relation] ?? 0,
    speakers: sums.speakers,
    stance: sums.stance,
    stances: { positive, neutral, negative },
    modalities: { asserted, denied, planned, hypothetical },
    firstOn: dates[sums.firstOn]?.text ?? null,
    lastOn: dates[sums.lastOn]?.text ?? null,
    isDisputed: network.disputes.has(relation),
  };
}

/** Counts how often each of some numbers comes; empty again after every `take`. */
class Tally {
  readonly #counts: Uint32Array;
  readonly #met: number[] = [];

  /** @param size numbers are 0 to size - 1 */
  constructor(size: number) {
    this.#counts = new Uint32Array(size);
  }

  add(value: number): void {
    const count = this.#counts[value] ?? 0;
    if (count === 0) this.#met.push(value);
    this.#counts[value] = count + 1;
  }

  /** The numbers met, most frequent first, equally frequent ones in the order given. */
  take(order: (a: number, b: number) => number): number[] {
    const counts = this.#counts;
    const ranked = this.#met.slice();
    if (ranked.length === 1) {
      // most relations: one claim, or one voice
      counts[ranked[0] as number] = 0;
      this.#met.length = 0;
      return ranked;
    }
    ranked.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || order(a, b));
    for (const value of this.#met) counts[value] = 0;
    this.#met.length = 0;
    return ranked;
  }
}

interface RelationTally {
  readonly labels: Tally;
  readonly speakers: Tally;
  /** First and last day of each date of the claim table. */
  readonly dateFrom: Float64Array;
  readonly dateTo: Float64Array;
  readonly sums: RelationSums;
}

const known = new WeakMap<Network, RelationTally>();

/** One a network, used for every relation in turn. */
function tallyOf(network: Network): RelationTally {
  const tally = known.get(network) ?? toTally(network);
  known.set(network, tally);
  return tally;
}

function toTally({ claims, actors }: Network): RelationTally {
  return {
    labels: new Tally(claims.labels.length),
    speakers: new Tally(actors.length + 1),
    dateFrom: Float64Array.from(claims.dates, ({ range }) => range.from),
    dateTo: Float64Array.from(claims.dates, ({ range }) => range.to),
    sums: {
      labels: [],
      speakers: [],
      stance: 'neutral',
      stances: new Uint32Array(STANCES.length),
      modalities: new Uint32Array(MODALITIES.length),
      firstOn: NO_DATE,
      lastOn: NO_DATE,
    },
  };
}

function prevailing([positive = 0, neutral = 0, negative = 0]: Uint32Array): Stance {
  if (positive > neutral && positive > negative) return 'positive';
  return negative > neutral && negative > positive ? 'negative' : 'neutral';
}
