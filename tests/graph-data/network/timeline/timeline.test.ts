import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayRange } from '../../../../graph-data/model/dates.ts';
import { mayOverlap, parseDate, toIsoDay } from '../../../../graph-data/model/dates.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { BUCKETS } from '../../../../graph-data/network/timeline/buckets.ts';
import type { TimelineQuestion } from '../../../../graph-data/network/timeline/timeline.ts';
import {
  countTimeline,
  MOST_BUCKETS,
  MOST_CHOSEN,
} from '../../../../graph-data/network/timeline/timeline.ts';
import type { SmallClaim } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import { lookThrough } from '../naive-network.ts';

const timelineOf = (claims: readonly Partial<SmallClaim>[], question: Partial<TimelineQuestion> = {}) => {
  const network = toSmallNetwork(
    toSmallDataset({
      documents: [{ id: 'dated', publishedAt: '2025-03-20' }],
      claims: claims.map((claim) => ({ says: 'a leads b', ...claim })),
    }),
  );
  return countTimeline(network, applyLens(network, DEFAULT_LENS), {
    clock: 'said',
    bucket: 'auto',
    within: null,
    ...question,
  });
};
const inWords = ({ buckets }: ReturnType<typeof timelineOf>): [string | undefined, number, number][] =>
  buckets.map(({ days, counts, vague }) => [toIsoDay(days.from), counts[0] + counts[1] + counts[2], vague]);
const anyWithin = fc.option(
  fc
    .constantFrom('2025-03', '2024-06/2025-03-15', '2025-03-14/..', '1950', '2030')
    .map((text) => parseDate(text)),
);

describe('countTimeline', () => {
  it('when dataset, lens and cut are any, then every bucket counts what a plain look at each claim does', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        fc.constantFrom('auto' as const, ...BUCKETS),
        anyWithin,
        (dataset, dated, bucket, within) => {
          const lens = { ...dated, from: null, to: null };
          const network = toSmallNetwork(dataset);
          const timeline = countTimeline(network, applyLens(network, lens), {
            clock: lens.clock,
            bucket,
            within: within ?? null,
          });
          const claims = lookThrough(dataset, lens).map((claim) => {
            const published = dataset.documents.find(({ id }) => id === claim.document)?.publishedAt;
            const date = lens.clock === 'happened' ? claim.happenedOn : (claim.saidOn ?? published ?? null);
            return { stance: claim.stance, range: date === null ? undefined : parseDate(date) };
          });
          const isIn = (range: DayRange | undefined, days: DayRange): boolean =>
            range !== undefined && range.from >= days.from && range.to <= days.to;
          for (const { days, counts, vague } of timeline.buckets) {
            const whole = claims.filter(({ range }) => isIn(range, days));
            expect(counts).toEqual(
              ['positive', 'neutral', 'negative'].map(
                (name) => whole.filter(({ stance }) => stance === name).length,
              ),
            );
            const touching = claims.filter(({ range }) => range !== undefined && mayOverlap(range, days));
            expect(vague).toBe(touching.length - whole.length);
          }
          timeline.buckets.forEach(({ days }, place) => {
            expect(days.from).toBe((timeline.buckets[place - 1]?.days.to ?? days.from - 1) + 1);
          });
          const counted = [...timeline.buckets, ...timeline.spans].flatMap(({ counts }) => [...counts]);
          const rest = timeline.undated + timeline.before + timeline.after;
          expect(counted.reduce((sum, count) => sum + count, rest)).toBe(claims.length);
          expect(timeline.undated).toBe(claims.filter(({ range }) => range === undefined).length);
          const spanned = timeline.spans.flatMap(({ counts }) => [...counts]);
          expect(timeline.vague).toBe(spanned.reduce((sum, count) => sum + count, 0));
          expect(timeline.buckets.length).toBeLessThanOrEqual(bucket === 'auto' ? MOST_CHOSEN : MOST_BUCKETS);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('when dates are days, then they run without a gap from the first to the last', () => {
    const timeline = timelineOf([
      { saidOn: '2025-03-13' },
      { saidOn: '2025-03-16' },
      { saidOn: '2025-03-13' },
    ]);

    expect(timeline.bucket).toBe('day');
    expect(inWords(timeline)).toEqual([
      ['2025-03-13', 2, 0],
      ['2025-03-14', 0, 0],
      ['2025-03-15', 0, 0],
      ['2025-03-16', 1, 0],
    ]);
  });

  it('when a date is a month, then it is a span over its days, and one of its month', () => {
    const claims: Partial<SmallClaim>[] = [
      { saidOn: '2025-03' },
      { saidOn: '2025-03-31' },
      { saidOn: '2025-03~' },
    ];
    const byDay = timelineOf(claims);

    expect(inWords(byDay)).toHaveLength(31);
    expect(inWords(byDay).slice(-2)).toEqual([
      ['2025-03-30', 0, 2],
      ['2025-03-31', 1, 2],
    ]);
    expect(byDay.spans).toMatchObject([{ text: '2025-03', counts: [0, 2, 0] }]);
    expect(inWords(timelineOf(claims, { bucket: 'month' }))).toEqual([['2025-03-01', 3, 0]]);
  });

  it('when a claim has no date, then the day of publication stands in on the said clock alone', () => {
    const claims: Partial<SmallClaim>[] = [{ document: 'dated' }, {}];

    expect(timelineOf(claims)).toMatchObject({ undated: 1, buckets: [{ counts: [0, 1, 0] }] });
    expect(timelineOf(claims, { clock: 'happened' })).toMatchObject({ undated: 2, buckets: [], first: null });
  });

  it('when a date is open, then it touches every bucket from its end on, and sets no last day', () => {
    const timeline = timelineOf([
      { saidOn: '2025-03-14/..' },
      { saidOn: '2025-03-13' },
      { saidOn: '2025-03-15' },
    ]);

    expect(inWords(timeline)).toEqual([
      ['2025-03-13', 1, 0],
      ['2025-03-14', 0, 1],
      ['2025-03-15', 1, 1],
    ]);
    expect(toIsoDay(timeline.last ?? NaN)).toBe('2025-03-15');
  });

  it.each<[string, string, string, number]>([
    ['days', '2025-01-01', '2025-04-30', 120],
    ['weeks', '2025-01-01', '2025-05-01', 18],
    ['months', '2020-01-01', '2025-05-01', 65],
    ['years', '1990-01-01', '2025-05-01', 36],
    ['decades', '1812-01-01', '2025-05-01', 22],
    ['centuries', '0000-01-01', '9999-12-31', 100],
  ])(
    'when the span is large, then the finest bucket is chosen that keeps to 120: %s',
    (_, from, to, count) => {
      expect(timelineOf([{ saidOn: from }, { saidOn: to }]).buckets).toHaveLength(count);
    },
  );

  it('when the wanted bucket would make too many, then there are none, and the fitting ones are named', () => {
    const timeline = timelineOf([{ saidOn: '1990-01-01' }, { saidOn: '2025-05-01' }], { bucket: 'day' });

    expect(timeline.buckets).toEqual([]);
    expect(timeline.fitting).toEqual(['year', 'decade', 'century']);
  });

  it('when only a part is asked for, then the rest is counted as before and after it', () => {
    const claims = ['1945', '2025-03-12', '2025-03-13', '2025-03-15', '2025-04'].map((saidOn) => ({
      saidOn,
    }));
    const timeline = timelineOf(claims, { within: parseDate('2025-03-13/2025-03-14') ?? null });

    expect(timeline).toMatchObject({ before: 2, after: 2, bucket: 'day' });
    expect(inWords(timeline)).toEqual([
      ['2025-03-13', 1, 0],
      ['2025-03-14', 0, 0],
    ]);
  });

  it('when a date is of another age than four digits of a year tell, then it is counted as before', () => {
    expect(timelineOf([{ saidOn: '-0044' }, { saidOn: '2025-03-13' }])).toMatchObject({
      before: 1,
      buckets: [{ counts: [0, 1, 0] }],
    });
  });
});
