import type { TimelineQuery } from '../../contract/queries.ts';
import type { TimelineAnswer } from '../../contract/questions.ts';
import type { TableRow } from '../../formats/csv/csv-table.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { viewTimeline } from '../timeline-view.ts';
import type { ViewContext } from '../view-context.ts';
import type { QuestionTable } from './question-table.ts';

/**
 * The claims over time: a row a bucket, those without a claim among them, then one for each vague date (`span`), then how many
 * lie before and after the buckets and how many have no date. Only `what=bucket` and `span` are told by stance. Throws as
 * `viewTimeline` does.
 */
export function toTimelineTable(context: ViewContext, query: TimelineQuery): QuestionTable {
  const answer = viewTimeline(context, query, Infinity);
  const isCut = answer.meta.cutBy.length > 0;
  return {
    name: ['timeline', answer.clock, answer.bucket, isCut ? 'lens' : ''],
    columns: ['what', 'date', 'start', 'end', 'claims', 'positive', 'neutral', 'negative', 'touching'],
    shown: toShownWords(answer.meta, { statuses: query.status }),
    lots: [toRows(answer)],
  };
}

function toRows({ buckets, spans, before, after, undated }: TimelineAnswer): TableRow[] {
  return [
    ...buckets.map(({ label, start, end, positive, neutral, negative, vague }): TableRow => [
      'bucket',
      label,
      start,
      end,
      positive + neutral + negative,
      positive,
      neutral,
      negative,
      vague,
    ]),
    ...spans.map(({ date, start, end, positive, neutral, negative }): TableRow => [
      'span',
      date,
      start ?? undefined,
      end ?? undefined,
      positive + neutral + negative,
      positive,
      neutral,
      negative,
      undefined,
    ]),
    ...Object.entries({ before, after, undated }).map(([what, claims]): TableRow => [
      what,
      ...new Array<undefined>(3),
      claims,
      ...new Array<undefined>(4),
    ]),
  ];
}
