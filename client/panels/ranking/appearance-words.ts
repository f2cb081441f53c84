import type { ColourBy, SizeBy } from '../../state/appearance.ts';

/** What a number of an actor is called. */
export const METRIC_WORDS: Readonly<Record<SizeBy, string>> = {
  claims: 'Claims',
  degree: 'Neighbours',
  betweenness: 'Betweenness',
  pagerank: 'PageRank',
};

export const COLOUR_WORDS: Readonly<Record<ColourBy, string>> = {
  kind: 'Kind',
  community: 'Community',
  ...METRIC_WORDS,
};

/** What it tells, in a sentence. */
export const METRIC_SENSES: Readonly<Record<SizeBy | 'community', string>> = {
  claims: 'Claims of which the actor is subject or object.',
  degree: 'Other actors it is tied to.',
  betweenness: 'Of all shortest ways between two others, the share that leads through it.',
  pagerank: 'Where a reader ends up who follows claims from subject to object, in ten thousandths.',
  community: 'Actors tied more to one another than to the rest (Louvain); 1 is the largest.',
};

const WHOLE = new Intl.NumberFormat('en');
const toFixed = (digits: number): Intl.NumberFormat =>
  new Intl.NumberFormat('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const PERCENT = toFixed(2);
const PER_TEN_THOUSAND = toFixed(1);

/** The number as it is read: betweenness as a share in percent, PageRank in ten thousandths. */
export function toMetricText(metric: SizeBy, value: number): string {
  if (metric === 'betweenness') return `${PERCENT.format(value * 100)} %`;
  return metric === 'pagerank' ? PER_TEN_THOUSAND.format(value * 10_000) : WHOLE.format(value);
}
