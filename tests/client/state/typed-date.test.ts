import { describe, expect, it } from 'vitest';
import { isReversed, parseTypedDate } from '../../../client/state/typed-date.ts';

describe('parseTypedDate', () => {
  it.each([
    ['2025', '2025'],
    [' 2025-3 ', '2025-03'],
    ['2025-03-13', '2025-03-13'],
    ['2025/3/13', '2025-03-13'],
    ['13.3.2025', '2025-03-13'],
    ['3/2025', '2025-03'],
    ['13 March 2025', '2025-03-13'],
    ['13th Mar. 2025', '2025-03-13'],
    ['March 13, 2025', '2025-03-13'],
    ['march 2025', '2025-03'],
    ['2025-03~', '2025-03~'],
    ['2025-21', '2025-21'],
    ['2025-03-13/2025-03-18', '2025-03-13/2025-03-18'],
    ['2025-03/2025', '2025-03/2025'],
    ['202x', '202X'],
  ])('when %j is typed, then it means %s', (typed, date) => {
    expect(parseTypedDate(typed)).toBe(date);
  });

  it.each([
    'yesterday',
    '2025-13',
    '2025-02-30',
    '2025-05/2025-03',
    '2025-03-18/2025-03-13',
    '31 April 2025',
    '12 Foo 2025',
    '20',
    '1234567',
  ])('when %j is typed, then it is no date', (typed) => {
    expect(parseTypedDate(typed)).toBeUndefined();
  });

  it.each([
    ['2026', '2020', true],
    ['2025-03-18', '2025-03', false],
    ['2025-04', '2025-03-18', true],
    ['2025-03', '2025', false],
    ['', '2025', false],
    ['2025-03~', '2020', false],
  ])('when a lens is from %j to %j, then that it ends before it begins is %j', (from, to, is) => {
    expect(isReversed(from, to)).toBe(is);
  });

  it('when nothing is typed, then there is no date', () => {
    expect(parseTypedDate('  ')).toBeNull();
  });
});
