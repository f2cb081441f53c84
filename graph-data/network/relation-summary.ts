import type { DayRange } from '../model/dates.ts';
import type { Modality, Stance } from '../model/vocabulary.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { NO_DATE, OWN_VOICE } from './claim-table.ts';
import type { Selection } from './lens/apply-lens.ts';
import type { Network } from './network.ts';
import { claimsOf } from './network.ts';

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

/** Sums up a relation under a lens. Dates are those of `happenedOn`, where a claim has it, or else `saidOn`. */
export function summariseRelation(network: Network, selection: Selection, relation: number): RelationSummary {
  const { claims } = network;
  const labels = new Map<string, number>();
  const speakers = new Map<number, number>();
  const stances: Record<Stance, number> = { positive: 0, neutral: 0, negative: 0 };
  const modalities: Record<Modality, number> = { asserted: 0, denied: 0, planned: 0, hypothetical: 0 };
  let first: { text: string; range: DayRange } | undefined;
  let last: { text: string; range: DayRange } | undefined;
  for (const row of claimsOf(network.relations, relation)) {
    if (selection.passes[row] === 0) continue;
    count(labels, claims.labels[claims.label[row] ?? 0] ?? '');
    count(speakers, claims.speaker[row] ?? OWN_VOICE);
    stances[STANCES[claims.stance[row] ?? 0] ?? 'neutral'] += 1;
    modalities[MODALITIES[claims.modality[row] ?? 0] ?? 'asserted'] += 1;
    const happenedOn = claims.happenedOn[row] ?? NO_DATE;
    const date = claims.dates[happenedOn === NO_DATE ? (claims.saidOn[row] ?? NO_DATE) : happenedOn];
    if (date === undefined) continue;
    if (first === undefined || date.range.from < first.range.from) first = date;
    if (last === undefined || date.range.to > last.range.to) last = date;
  }
  return {
    labels: ranked(labels, (a, b) => (a < b ? -1 : 1)),
    claims: selection.relationClaims[relation] ?? 0,
    origins: selection.relationOrigins[relation] ?? 0,
    speakers: ranked(speakers, (a, b) => a - b),
    stance: prevailing(stances),
    stances,
    modalities,
    firstOn: first?.text ?? null,
    lastOn: last?.text ?? null,
    isDisputed: network.disputes.has(relation),
  };
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function ranked<K>(counts: Map<K, number>, order: (a: K, b: K) => number): K[] {
  return [...counts].sort(([a, m], [b, n]) => n - m || order(a, b)).map(([key]) => key);
}

function prevailing(stances: Readonly<Record<Stance, number>>): Stance {
  const most = Math.max(...Object.values(stances));
  const leaders = STANCES.filter((stance) => stances[stance] === most);
  return leaders.length === 1 ? (leaders[0] ?? 'neutral') : 'neutral';
}
