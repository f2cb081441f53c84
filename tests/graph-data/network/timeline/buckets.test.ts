import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate, toIsoDay } from '../../../../graph-data/model/dates.ts';
import {
  bucketOf,
  BUCKETS,
  CALENDAR,
  daysOf,
  toBucketLabel,
} from '../../../../graph-data/network/timeline/buckets.ts';

const dayOf = (text: string): number => parseDate(text)?.from ?? NaN;
const anyDay = fc.oneof(
  fc.integer({ min: CALENDAR.from, max: CALENDAR.to }),
  fc.integer({ min: dayOf('1969-11-01'), max: dayOf('2025-12-31') }),
  fc.constantFrom(CALENDAR.from, CALENDAR.to, dayOf('0099-12-31'), dayOf('0100-01-01'), dayOf('2024-02-29')),
);

describe('bucketOf and daysOf', () => {
  it('when the day is any, then its bucket holds it, and the next bucket begins on the day after its last', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BUCKETS), anyDay, (bucket, day) => {
        const number = bucketOf(bucket, day);
        const { from, to } = daysOf(bucket, number);
        expect(from <= day && day <= to).toBe(true);
        expect(daysOf(bucket, number + 1).from).toBe(to + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it('when days are of the calendar, then it runs from the first to the last year of four digits', () => {
    expect([toIsoDay(CALENDAR.from), toIsoDay(CALENDAR.from - 1)]).toEqual(['0000-01-01', undefined]);
    expect([toIsoDay(CALENDAR.to), toIsoDay(CALENDAR.to + 1)]).toEqual(['9999-12-31', undefined]);
  });

  it('when the bucket is a week, then it begins on Monday', () => {
    const { from, to } = daysOf('week', bucketOf('week', dayOf('2025-03-13')));

    expect([toIsoDay(from), toIsoDay(to)]).toEqual(['2025-03-10', '2025-03-16']);
  });
});

describe('toBucketLabel', () => {
  it('when a bucket is any, then its label is an EDTF date of the same days', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BUCKETS), anyDay, (bucket, day) => {
        const days = daysOf(bucket, bucketOf(bucket, day));
        fc.pre(days.from >= CALENDAR.from && days.to <= CALENDAR.to);
        const label = toBucketLabel(bucket, toIsoDay(days.from) ?? '', toIsoDay(days.to) ?? '');
        expect(parseDate(label), label).toEqual(days);
      }),
      { numRuns: 500 },
    );
  });
});
