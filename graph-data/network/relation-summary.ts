import type { Modality, Stance } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import type { ClaimTable } from './claim-table.ts';
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

/**
 * Sums up a relation under a lens. Dates are those of `happenedOn`, where a claim has it, or else `saidOn`. Cost: one look
 * at each of its claims.
 */
export function summariseRelation(network: Network, selection: Selection, relation: number): RelationSummary {
  const { claims, relations } = network;
  const { labels, speakers } = talliesOf(network);
  const stances: Record<Stance, number> = { positive: 0, neutral: 0, negative: 0 };
  const modalities: Record<Modality, number> = { asserted: 0, denied: 0, planned: 0, hypothetical: 0 };
  let first: ClaimTable['dates'][number] | undefined;
  let last: ClaimTable['dates'][number] | undefined;
  const end = relations.firstClaim[relation + 1] ?? 0;
  for (let row = relations.firstClaim[relation] ?? 0; row < end; row += 1) {
    if (selection.passes[row] === 0) continue;
    labels.add(claims.label[row] ?? 0);
    speakers.add((claims.speaker[row] ?? OWN_VOICE) - OWN_VOICE);
    stances[STANCES[claims.stance[row] ?? 0] ?? 'neutral'] += 1;
    modalities[MODALITIES[claims.modality[row] ?? 0] ?? 'asserted'] += 1;
    const happenedOn = claims.happenedOn[row] ?? NO_DATE;
    const date = claims.dates[happenedOn === NO_DATE ? (claims.saidOn[row] ?? NO_DATE) : happenedOn];
    if (date === undefined) continue;
    if (first === undefined || date.range.from < first.range.from) first = date;
    if (last === undefined || date.range.to > last.range.to) last = date;
  }
  const textOf = (label: number): string => claims.labels[label] ?? '';
  return {
    labels: labels.take((a, b) => (textOf(a) < textOf(b) ? -1 : 1)).map(textOf),
    claims: selection.relationClaims[relation] ?? 0,
    origins: selection.relationOrigins[relation] ?? 0,
    speakers: speakers.take((a, b) => a - b).map((speaker) => speaker + OWN_VOICE),
    stance: prevailing(stances),
    stances,
    modalities,
    firstOn: first?.text ?? null,
    lastOn: last?.text ?? null,
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
    if (ranked.length > 1) ranked.sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || order(a, b));
    for (const value of this.#met) counts[value] = 0;
    this.#met.length = 0;
    return ranked;
  }
}

interface Tallies {
  readonly labels: Tally;
  readonly speakers: Tally;
}

const known = new WeakMap<Network, Tallies>();

/** One pair a network, used for every relation in turn. */
function talliesOf(network: Network): Tallies {
  const tallies = known.get(network) ?? {
    labels: new Tally(network.claims.labels.length),
    speakers: new Tally(network.actors.length + 1),
  };
  known.set(network, tallies);
  return tallies;
}

function prevailing({ positive, neutral, negative }: Readonly<Record<Stance, number>>): Stance {
  if (positive > neutral && positive > negative) return 'positive';
  return negative > neutral && negative > positive ? 'negative' : 'neutral';
}
