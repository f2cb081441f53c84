import { encodeTimeline } from '../contract/columns/encode-timeline.ts';
import type { NetworkQuery, TimelineQuery } from '../contract/queries.ts';
import { toLens } from '../contract/queries.ts';
import type { TimelineAnswer } from '../contract/questions.ts';
import type { DayRange } from '../model/dates.ts';
import { parseDate, toIsoDay } from '../model/dates.ts';
import { OnrecordError } from '../model/errors.ts';
import type { Lens } from '../model/lens.ts';
import { getRelationId } from '../network/network.ts';
import { chooseOverview } from '../network/overview.ts';
import { CALENDAR, toBucketLabel } from '../network/timeline/buckets.ts';
import { toTimeColumns } from '../network/timeline/time-columns.ts';
import type { StanceCounts, Timeline } from '../network/timeline/timeline.ts';
import { countTimeline, MOST_BUCKETS } from '../network/timeline/timeline.ts';
import { toMeta } from './answer-parts.ts';
import { toBudget } from './network-view.ts';
import type { ViewContext } from './view-context.ts';

/** Vague dates an answer names; it says how many there are. */
const MOST_SPANS = 100;

/**
 * How many claims there are when, under every condition of the lens but its dates. Throws `unknown-value`, and `out-of-bounds`
 * where the span would make more buckets of the wanted size than an answer holds.
 * @param mostSpans vague dates it names
 */
export function viewTimeline(
  context: ViewContext,
  query: TimelineQuery,
  mostSpans = MOST_SPANS,
): TimelineAnswer {
  const { network } = context;
  const lens = withoutDates(toLens(query));
  const selection = context.select(lens);
  const within = (query.within === undefined ? undefined : parseDate(query.within)) ?? null;
  const { clock, bucket } = query;
  const timeline = countTimeline(network, selection, { clock, bucket, within });
  if (!timeline.fitting.includes(timeline.bucket)) throw tooMany(timeline);
  return {
    clock,
    bucket: timeline.bucket,
    fitting: [...timeline.fitting],
    from: query.from ?? null,
    to: query.to ?? null,
    first: toDay(timeline.first),
    last: toDay(timeline.last),
    buckets: timeline.buckets.map(({ days, counts, vague }) => {
      const start = toIsoDay(Math.max(days.from, CALENDAR.from)) ?? '';
      const end = toIsoDay(Math.min(days.to, CALENDAR.to)) ?? '';
      const label = toBucketLabel(timeline.bucket, start, end);
      return { start, end, label, ...toStances(counts), vague };
    }),
    spans: timeline.spans.slice(0, mostSpans).map(({ text, days, counts }) => ({
      date: text,
      ...toDays(days),
      ...toStances(counts),
    })),
    spanCount: timeline.spans.length,
    vague: timeline.vague,
    undated: timeline.undated,
    before: timeline.before,
    after: timeline.after,
    meta: toMeta(network, selection, selection.shown),
  };
}

/**
 * When the claims of the relations that `/network` shows for the same query, but for its dates, were said or happened: what a
 * page shows and hides relations by without asking again. See `contract/columns`.
 */
export function viewTimelineColumns(context: ViewContext, query: NetworkQuery): Uint8Array<ArrayBuffer> {
  const { network } = context;
  const { clock } = query;
  const budget = toBudget(network, query);
  const selection = context.select(withoutDates(toLens(query)));
  const { relations, shown, cutBy } = chooseOverview(network, selection, budget);
  const ids = Array.from(relations, (relation) => getRelationId(network, relation));
  const meta = { ...toMeta(network, selection, shown), cutBy: [...cutBy] };
  return encodeTimeline(ids, toTimeColumns(network, selection, relations, clock), { clock, meta });
}

function withoutDates(lens: Lens): Lens {
  return { ...lens, from: null, to: null };
}

function tooMany({ bucket, fitting }: Timeline): OnrecordError {
  const detail = `expected one of ${fitting.join(', ')}: more than ${MOST_BUCKETS} would be needed of ${bucket}`;
  return new OnrecordError('out-of-bounds', `bucket: ${detail}`, [{ pointer: '/query/bucket', detail }]);
}

function toDay(day: number | null): string | null {
  return day === null ? null : (toIsoDay(day) ?? null);
}

function toDays({ from, to }: DayRange): { start: string | null; end: string | null } {
  return { start: toIsoDay(from) ?? null, end: toIsoDay(to) ?? null };
}

function toStances([positive, neutral, negative]: StanceCounts) {
  return { positive, neutral, negative };
}
