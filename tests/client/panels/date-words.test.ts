import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDateWords } from '../../../client/panels/words/date-words.ts';

describe('toDateWords', () => {
  it.each([
    ['2025-03-13', '13 March 2025'],
    ['2025-03', 'March 2025'],
    ['2025', '2025'],
    ['2025-03-13~', 'about 13 March 2025'],
    ['2025~-03-13', 'about 13 March 2025'],
    ['~2025-03', 'about March 2025'],
    ['2024?', 'perhaps 2024'],
    ['2024%', 'perhaps about 2024'],
    ['2025-03-13T10:30:00Z', '13 March 2025, 10:30 UTC'],
    ['2025-03-13T10:30:00+01:00', '13 March 2025, 10:30 UTC+01:00'],
    ['2025-21', 'spring 2025'],
    ['2025-34', 'the second quarter of 2025'],
    ['202X', 'the 2020s'],
    ['19XX', '1900 to 1999'],
    ['2025-XX', 'some month of 2025'],
    ['2025-03-XX', 'some day of March 2025'],
    ['2025-XX-XX', 'some day of 2025'],
    ['-0043', '44 BC'],
  ])('when the date is %s, then it reads "%s"', (edtf, words) => {
    expect(toDateWords(edtf)).toBe(words);
  });

  it.each([
    ['2025-03-13/2025-03-18', '13 to 18 March 2025'],
    ['2025-03-13~/2025-03-18~', 'about 13 to 18 March 2025'],
    ['2025-02-28/2025-03-03', '28 February to 3 March 2025'],
    ['2025-03/2025-05', 'March to May 2025'],
    ['2024-12/2025-01', 'December 2024 to January 2025'],
    ['1945/1991', '1945 to 1991'],
    ['2025-03-13/2025-03-13', '13 March 2025'],
    ['2025-03-13/2025-03-18~', '13 March 2025 to about 18 March 2025'],
    ['1945/..', 'since 1945'],
    ['../1991', 'until 1991'],
    ['1945/', 'from 1945, end unknown'],
    ['/1991', 'to 1991, start unknown'],
  ])('when the interval is %s, then it reads "%s"', (edtf, words) => {
    expect(toDateWords(edtf)).toBe(words);
  });

  it.each([
    ['[1667,1668]', '1667 or 1668'],
    ['{2025-03,2025-05,2025-07}', 'March 2025, May 2025 and July 2025'],
    ['[..1984]', 'until 1984'],
  ])('when the set is %s, then it reads "%s"', (edtf, words) => {
    expect(toDateWords(edtf)).toBe(words);
  });

  it('when it cannot tell the date, then it gives it back as written', () => {
    for (const text of ['Y-17E7', 'tomorrow', '2025-13', '../..', '{2025', ''])
      expect(toDateWords(text)).toBe(text);
  });

  it('when the text is anything at all, then it does not throw and says something where there was something', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9TXYZ~?%./{}[\],-]{1,20}$/)), (text) => {
        expect(toDateWords(text) === '').toBe(text.trim() === '');
      }),
    );
  });
});
