import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import type { Scale } from '../../state/timeline-window.ts';

type Span = TimelineAnswer['spans'][number];

/** A vague date in its place under the bars, in shares of their width. */
export interface PlacedSpan {
  readonly span: Span;
  readonly lane: number;
  readonly left: number;
  readonly right: number;
  /** It goes on beyond the bars. */
  readonly isOpenLeft: boolean;
  readonly isOpenRight: boolean;
}

/** Puts spans into lanes so that none lies over another, in the order given; those that find no room are left out. */
export function packSpans(
  spans: readonly Span[],
  { buckets }: Pick<Scale, 'buckets'>,
  lanes: number,
): PlacedSpan[] {
  const placed: PlacedSpan[] = [];
  const [start, end] = [buckets[0]?.start, buckets.at(-1)?.end];
  if (start === undefined || end === undefined) return [];
  for (const span of spans) {
    const first =
      span.start === null
        ? 0
        : Math.max(
            0,
            buckets.findLastIndex((b) => b.start <= (span.start ?? '')),
          );
    const found = span.end === null ? -1 : buckets.findIndex((b) => b.end >= (span.end ?? ''));
    const last = found === -1 ? buckets.length - 1 : found;
    const place = { left: first / buckets.length, right: (last + 1) / buckets.length };
    const isFree = (lane: number): boolean =>
      placed.every((other) => other.lane !== lane || other.right <= place.left || other.left >= place.right);
    const lane = Array.from({ length: lanes }, (_, number) => number).find(isFree);
    if (lane === undefined) continue;
    placed.push({
      span,
      lane,
      ...place,
      isOpenLeft: span.start === null || span.start < start,
      isOpenRight: span.end === null || span.end > end,
    });
  }
  return placed;
}
