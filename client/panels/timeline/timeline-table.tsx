import { useMemo } from 'react';
import type { TimelineAnswer } from '../../../graph-data/contract/questions.ts';
import { withLens } from '../../state/page-transitions.ts';
import { toWindow } from '../../state/timeline-window.ts';
import { TableLink } from '../export/table-link.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import type { DataColumn } from '../table/data-table.tsx';
import { DataTable } from '../table/data-table.tsx';
import { toDateWords } from '../words/date-words.ts';
import { ClockSwitch, KnownOn } from './time-controls.tsx';
import { sumOf, toRestWords } from './timeline-words.ts';
import { useTimeline } from './use-timeline.ts';

interface TimeRow {
  readonly id: string;
  readonly when: string;
  /** By which rows are put in order of time; empty where the date is open. */
  readonly start: string;
  /** The dates that choosing it gives the lens; null where it has no days of its own. */
  readonly dates: { readonly from: string | null; readonly to: string | null };
  readonly positive: number;
  readonly neutral: number;
  readonly negative: number;
  readonly vague: number | null;
}

const COLUMNS: readonly DataColumn<TimeRow>[] = [
  { id: 'when', title: 'When', valueOf: (row) => row.start, show: (row) => row.when },
  { id: 'claims', title: 'Claims', valueOf: sumOf, isNumber: true },
  { id: 'positive', title: 'Positive', valueOf: (row) => row.positive, isNumber: true },
  { id: 'neutral', title: 'Neutral', valueOf: (row) => row.neutral, isNumber: true },
  { id: 'negative', title: 'Negative', valueOf: (row) => row.negative, isNumber: true },
  {
    id: 'vague',
    title: 'And some time about then',
    valueOf: (row) => row.vague ?? 0,
    show: (row) => (row.vague === null ? 'a vague date' : row.vague),
    isNumber: true,
  },
];

/** The timeline in words: its buckets and its vague dates as rows; choosing one leaves what is of its days. */
export function TimelineTable() {
  const { answer, problem, retry, clock, setClock, table } = useTimeline();
  const change = useChangePage();
  const lens = usePage((state) => state.page.lens);
  const rows = useMemo(() => (answer === undefined ? [] : toTimeRows(answer)), [answer]);
  if (answer === undefined)
    return problem === undefined ? (
      <Waiting what="the timeline" />
    ) : (
      <ProblemNote problem={problem} onRetry={retry} />
    );
  const window = toWindow(lens, answer);
  const hasDates = lens.from !== null || lens.to !== null;
  const left = hasDates ? answer.buckets.slice(window.first, window.last + 1) : [];
  return (
    <>
      <div className="time-controls time-controls-table">
        <ClockSwitch clock={clock} onClock={setClock} />
        <p>{toRestWords(answer).join(' · ')}</p>
        <TableLink request={table} what="claims over time" />
        <KnownOn last={answer.last} />
      </div>
      <DataTable
        label="Claims over time"
        columns={COLUMNS}
        rows={rows}
        selected={new Set(left.map(({ start }) => start))}
        onChoose={(row) => {
          const dates = row?.dates ?? { from: null, to: null };
          change((page) => withLens(page, { ...page.lens, ...dates, clock }));
        }}
      />
    </>
  );
}

/** Buckets that hold something, in order, then the vague dates, those of most claims first. */
export function toTimeRows(answer: Pick<TimelineAnswer, 'bucket' | 'buckets' | 'spans'>): TimeRow[] {
  const buckets = answer.buckets.flatMap((bucket): TimeRow[] => {
    if (sumOf(bucket) + bucket.vague === 0) return [];
    const { start, end, label, positive, neutral, negative, vague } = bucket;
    const dates = answer.bucket === 'week' ? { from: start, to: end } : { from: label, to: label };
    return [{ id: start, when: toDateWords(label), start, dates, positive, neutral, negative, vague }];
  });
  const spans = answer.spans.map(({ date, start, end, positive, neutral, negative }): TimeRow => ({
    id: `span ${date}`,
    when: toDateWords(date),
    start: start ?? '',
    dates: { from: start, to: end },
    positive,
    neutral,
    negative,
    vague: null,
  }));
  return [...buckets, ...spans];
}
