import { describe, expect, it } from 'vitest';
import { timelineRequest, relationTimesRequest } from '../../../../client/api/timeline-requests.ts';
import { packSpans } from '../../../../client/panels/timeline/pack-spans.ts';
import { toTimeRows } from '../../../../client/panels/timeline/timeline-table.tsx';
import {
  toRestWords,
  toStanceWords,
  toTicks,
  toWindowWords,
} from '../../../../client/panels/timeline/timeline-words.ts';
import type { TimelineAnswer } from '../../../../graph-data/contract/questions.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';

const NONE = { positive: 0, neutral: 0, negative: 0 };
const bucket = (month: string, days: number) => ({
  start: `${month}-01`,
  end: `${month}-${days}`,
  label: month,
  ...NONE,
  vague: 0,
});
const buckets = [bucket('2025-01', 31), bucket('2025-02', 28), bucket('2025-03', 31), bucket('2025-04', 30)];
const scale = { bucket: 'month' as const, buckets, isWhole: true };

describe('a timeline in words', () => {
  it('when claims are counted by stance, then what there is none of is left out', () => {
    expect(toStanceWords({ positive: 8, neutral: 0, negative: 3 })).toBe('11 claims: 8 positive, 3 negative');
    expect(toStanceWords(NONE)).toBe('0 claims');
    expect(toStanceWords({ ...NONE, neutral: 1 })).toBe('1 claim: 1 neutral');
  });

  it('when a window is named, then by its first and its last bucket', () => {
    expect(toWindowWords({ first: 1, last: 1 }, scale)).toBe('February 2025');
    expect(toWindowWords({ first: 0, last: 2 }, scale)).toBe('January to March 2025');
    const decades = [
      { start: '1990-01-01', end: '1999-12-31', label: '199X' },
      { start: '2000-01-01', end: '2009-12-31', label: '200X' },
    ];
    const long = { bucket: 'decade' as const, buckets: decades, isWhole: true };
    expect(toWindowWords({ first: 0, last: 1 }, long)).toBe('the 1990s to the 2000s');
    expect(toWindowWords({ first: 0, last: 0 }, { ...scale, buckets: [] })).toBe('');
  });

  it('when claims are in no bar, then each kind is told with its number', () => {
    const rest = { undated: 1, vague: 12, before: 0, after: 3, bucket: 'month' } as TimelineAnswer;
    expect(toRestWords(rest)).toEqual([
      '1 claim without a date',
      '12 claims with a date longer than a month, as spans',
      '3 claims after',
    ]);
  });

  it('when there are more bars than room for words, then every so many has its own', () => {
    expect(toTicks(4, 8)).toEqual([0, 1, 2, 3]);
    expect(toTicks(31, 8)).toEqual([0, 4, 8, 12, 16, 20, 24, 28]);
    expect(toTicks(31, 6)).toEqual([0, 6, 12, 18, 24]); // the words of day 31 would be cut
    expect(toTicks(0, 8)).toEqual([]);
  });
});

describe('toTimeRows', () => {
  it('when a bucket or a vague date is chosen, then by its own days; buckets that hold nothing are left out', () => {
    const week = {
      start: '2025-03-03',
      end: '2025-03-09',
      label: '2025-03-03/2025-03-09',
      vague: 0,
      ...NONE,
    };
    const span = { date: '2025-03', start: '2025-03-01', end: '2025-03-31', ...NONE, negative: 2 };
    const rows = toTimeRows({
      bucket: 'week',
      buckets: [week, { ...week, start: '2025-03-10', end: '2025-03-16', positive: 1 }],
      spans: [span],
    });
    expect(rows.map(({ dates }) => dates)).toEqual([
      { from: '2025-03-10', to: '2025-03-16' },
      { from: '2025-03-01', to: '2025-03-31' },
    ]);
    expect(rows[1]).toMatchObject({ when: 'March 2025', negative: 2, vague: null });
    const month = { ...week, start: '2025-03-01', end: '2025-03-31', label: '2025-03', vague: 4 };
    const [first] = toTimeRows({ bucket: 'month', buckets: [month], spans: [] });
    expect(first).toMatchObject({ dates: { from: '2025-03', to: '2025-03' }, vague: 4 });
  });
});

describe('packSpans', () => {
  const span = (start: string | null, end: string | null) => ({
    date: `${start}/${end}`,
    start,
    end,
    ...NONE,
    neutral: 1,
  });

  it('when spans lie over each other, then each has a lane of its own, and what finds none is left out', () => {
    const placed = packSpans(
      [
        span('2025-01-10', '2025-02-10'),
        span('2025-02-01', '2025-03-10'),
        span('2025-03-01', '2025-04-02'),
        span('2025-02-05', '2025-02-09'),
      ],
      { buckets },
      2,
    );
    expect(placed.map(({ lane, left, right }) => [lane, left, right])).toEqual([
      [0, 0, 0.5],
      [1, 0.25, 0.75],
      [0, 0.5, 1],
    ]);
  });

  it('when a span is open, or goes on beyond the bars, then it reaches their end and says so', () => {
    const [open, beyond] = packSpans(
      [span(null, '2025-01-20'), span('2025-04-01', '2026-01-01')],
      { buckets },
      1,
    );
    expect(open).toMatchObject({ left: 0, right: 0.25, isOpenLeft: true, isOpenRight: false });
    expect(beyond).toMatchObject({ left: 0.75, right: 1, isOpenLeft: false, isOpenRight: true });
    expect(packSpans([span(null, null)], { buckets: [] }, 1)).toEqual([]);
  });
});

describe('requests of a timeline', () => {
  const lens = { ...DEFAULT_LENS, stances: ['negative' as const], from: '2025-03', to: '2025-04' };

  it('when the lens has dates, then they are left out, and the clock is asked for also without any', () => {
    expect(timelineRequest(lens, 'happened', null).address).toBe(
      'api/v1/timeline?stance=negative&clock=happened',
    );
    expect(timelineRequest(lens, 'said', '2025-03').address).toBe(
      'api/v1/timeline?within=2025-03&stance=negative',
    );
  });

  it('when the days of relations are asked for, then of those that the network without dates shows', () => {
    expect(relationTimesRequest(lens, 'happened', []).address).toBe(
      'api/v1/timeline.columns?relations=6000&stance=negative&clock=happened',
    );
  });
});
