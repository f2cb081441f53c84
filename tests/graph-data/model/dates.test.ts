import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { mayOverlap, parseDate, toIsoDay } from '../../../graph-data/model/dates.ts';

const DATES = [
  '2025-03',
  '2025-03-13~',
  '2025-03-13/2025-03-18',
  '1945/..',
  '../2020',
  '/1999',
  '2025',
  '199X',
  '2024-02-29',
];

/** First and last day as ISO dates, or the infinity. */
const daysOf = (text: string): [string | number, string | number] | undefined => {
  const range = parseDate(text);
  return range && [toIsoDay(range.from) ?? range.from, toIsoDay(range.to) ?? range.to];
};

describe('parseDate', () => {
  it.each<[string, string | number, string | number]>([
    ['2025-03-13', '2025-03-13', '2025-03-13'],
    ['2025-03', '2025-03-01', '2025-03-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2025', '2025-01-01', '2025-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['2025-03-XX', '2025-03-01', '2025-03-31'],
    ['2025-03-13~', '2025-03-13', '2025-03-13'],
    ['2025-03?', '2025-03-01', '2025-03-31'],
    ['2025-03%', '2025-03-01', '2025-03-31'],
    ['2025-03-13/2025-03-18', '2025-03-13', '2025-03-18'],
    ['2024/2025-03-18', '2024-01-01', '2025-03-18'],
    ['1945/..', '1945-01-01', Infinity],
    ['../1945', -Infinity, '1945-12-31'],
    ['1945/', '1945-01-01', Infinity],
    ['/1945', -Infinity, '1945-12-31'],
    ['[1984-05,1984-07]', '1984-05-01', '1984-07-31'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29', '2000-02-29'],
    ['2025-03-13T10:00:00', '2025-03-13', '2025-03-13'],
    ['2025-03-13T23:30:00-05:00', '2025-03-14', '2025-03-14'],
  ])('when the date is %s, then it means %s to %s', (text, from, to) => {
    expect(daysOf(text)).toEqual([from, to]);
  });

  it.each([
    '',
    ' ',
    'nonsense',
    'yesterday',
    '13 March 2025',
    '2025-3-1',
    '2025-13',
    '2025-00',
    '2025-03-00',
    '2025-02-30',
    '2025-02-29',
    '2025-~02-29',
    '1900-02-29',
    '2025-02-28/2025-02-29',
    '2025-03-18/2025-03-13',
    '20250313',
    '12345',
    '2025-03-13 ',
    '2025-03-13T25:00:00Z',
    '__proto__',
    '💥',
  ])('when the text is %j, then it is no date', (text) => {
    expect(parseDate(text)).toBeUndefined();
  });

  it('when the text has 64 characters, then it is read, and with 65 it is refused', () => {
    const padded = `[${'2025,'.repeat(11)}2025-03]`;
    expect(padded).toHaveLength(64);
    expect(parseDate(padded)).toBeDefined();
    const longer = `[${'2025,'.repeat(11)}2025-03~]`;
    expect(longer).toHaveLength(65);
    expect(parseDate(longer)).toBeUndefined();
  });

  it('when the text is anything at all, then it is a range from ≤ to or undefined, never an error', () => {
    const nearly = fc.string({
      unit: fc.constantFrom(...'0123456789-/.~?%XTZ:[],{}'.split(/(?:)/)),
      maxLength: 24,
    });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const range = parseDate(text);
        if (range !== undefined) expect(range.from).toBeLessThanOrEqual(range.to);
      }),
      { numRuns: 500 },
    );
  });

  it('when a real day is written out, then it is read back as that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_528, max: 2_932_896 }), (day) => {
        const text = toIsoDay(day) ?? '';
        expect(parseDate(text)).toEqual({ from: day, to: day });
      }),
    );
  });

  describe('on machines of other time zones', () => {
    const zone = process.env['TZ'];
    afterEach(() => {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    });

    it.each(['Pacific/Kiritimati', 'America/Los_Angeles'])('when it is %s, then days are the same', (tz) => {
      process.env['TZ'] = tz;
      expect(new Date(2025, 2, 13).getTimezoneOffset()).not.toBe(0);
      expect(daysOf('2025-03-13')).toEqual(['2025-03-13', '2025-03-13']);
      expect(daysOf('2025-03-13T03:00:00')).toEqual(['2025-03-13', '2025-03-13']);
      expect(daysOf('2025-03-13T21:00')).toEqual(['2025-03-13', '2025-03-13']);
    });
  });
});

describe('mayOverlap', () => {
  const range = fc.option(fc.constantFrom(...DATES).map(parseDate), { nil: undefined });

  it('when the two are swapped, then the answer is the same', () => {
    fc.assert(fc.property(range, range, (a, b) => mayOverlap(a, b) === mayOverlap(b, a)));
  });

  it.each<[string | undefined, string | undefined, boolean]>([
    ['2025-03', '2025-03-31', true],
    ['2025-03', '2025-04-01', false],
    ['2025-03-13/2025-03-18', '2025-03-18', true],
    ['2025-03-13/2025-03-18', '2025-03-19', false],
    ['1945/..', '2025', true],
    ['../1945', '1946', false],
    ['/1945', '1900', true],
    [undefined, '2025', true],
    [undefined, undefined, true],
  ])('when the dates are %s and %s, then %s', (a, b, expected) => {
    const read = (text: string | undefined) => (text === undefined ? undefined : parseDate(text));
    expect(mayOverlap(read(a), read(b))).toBe(expected);
  });
});

describe('toIsoDay', () => {
  it('when the day is open or its year does not fit four digits, then undefined', () => {
    expect(toIsoDay(0)).toBe('1970-01-01');
    expect(toIsoDay(Infinity)).toBeUndefined();
    expect(toIsoDay(-Infinity)).toBeUndefined();
    expect(toIsoDay(-719_529)).toBeUndefined();
    expect(toIsoDay(2_932_897)).toBeUndefined();
  });

  it('when the day is beyond what a date can hold, then undefined, not an error', () => {
    expect(toIsoDay(1e12)).toBeUndefined();
  });
});
