import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import type { Clock } from '../../../graph-data/model/lens.ts';
import type { Scale, TimeWindow } from '../../state/timeline-window.ts';
import { toCountWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';

export const CLOCK_WORDS: Readonly<Record<Clock, string>> = {
  said: 'When it was said',
  happened: 'When it happened',
};

type Counts = Pick<TimelineAnswer['buckets'][number], 'positive' | 'neutral' | 'negative'>;

/** All claims of a bucket or a span. */
export function sumOf({ positive, neutral, negative }: Counts): number {
  return positive + neutral + negative;
}

/** "12 claims: 8 positive, 1 neutral, 3 negative"; what there is none of is left out. */
export function toStanceWords(counts: Counts): string {
  const parts = (['positive', 'neutral', 'negative'] as const)
    .filter((stance) => counts[stance] > 0)
    .map((stance) => `${counts[stance]} ${stance}`);
  const all = toCountWords(sumOf(counts), 'claim');
  return parts.length === 0 ? all : `${all}: ${parts.join(', ')}`;
}

/** "March 2025", or "March 2025 to 5 May 2025": from the first bucket's words to the last's. */
export function toWindowWords({ first, last }: TimeWindow, { buckets, bucket }: Scale): string {
  const [from, to] = [buckets[first], buckets[last]];
  if (from === undefined || to === undefined) return '';
  if (first === last) return toDateWords(from.label);
  if (bucket === 'day' || bucket === 'week') return toDateWords(`${from.start}/${to.end}`);
  return bucket === 'month' || bucket === 'year'
    ? toDateWords(`${from.label}/${to.label}`)
    : `${toDateWords(from.label)} to ${toDateWords(to.label)}`;
}

/** What the bars do not hold, one sentence each: claims without a date, with a vague one, before and after. */
export function toRestWords({ undated, vague, before, after, bucket }: TimelineAnswer): string[] {
  return [
    ...(undated > 0 ? [`${toCountWords(undated, 'claim')} without a date`] : []),
    ...(vague > 0 ? [`${toCountWords(vague, 'claim')} with a date longer than a ${bucket}, as spans`] : []),
    ...(before > 0 ? [`${toCountWords(before, 'claim')} before`] : []),
    ...(after > 0 ? [`${toCountWords(after, 'claim')} after`] : []),
  ];
}

/** How much of the way to the next place there has to be after the last, for its words to have room. */
const ROOM_AT_END = 0.7;

/** Places of at most so many buckets whose words stand under the bars, the first among them. */
export function toTicks(count: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, most)));
  return Array.from({ length: Math.ceil(count / step) }, (_, place) => place * step).filter(
    (place) => place === 0 || count - place >= step * ROOM_AT_END,
  );
}
