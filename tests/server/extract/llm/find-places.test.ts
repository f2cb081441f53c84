import { describe, expect, it } from 'vitest';
import { findPlaces, isWholeWords } from '../../../../server/extract/llm/find-places.ts';

describe('findPlaces', () => {
  it('when words stand several times, then each place is given, overlapping ones too, as many as asked for', () => {
    expect(findPlaces('ana banana', 'ana')).toEqual([0, 5, 7]);
    expect(findPlaces('ana banana', 'ana', 2)).toEqual([0, 5]);
    expect(findPlaces('ana', 'Ana')).toEqual([]);
  });

  it('when there is nothing to look for, or half a character, then it stands nowhere', () => {
    expect(findPlaces('a🙂', '')).toEqual([]);
    expect(findPlaces('a🙂', 'a\ud83d')).toEqual([]);
    expect(findPlaces('a🙂', '🙂')).toEqual([1]);
  });
});

describe('isWholeWords', () => {
  it.each([
    ['Russian', 'Russia', false],
    ['Prussia', 'russia', false],
    ["Russia's", 'Russia', true],
    ['“Russia”', 'Russia', true],
    ['US-Russia talks', 'Russia', true],
    ['G7', 'G', false],
    ['the 𝒜lpha', '𝒜', false],
    ['Q\u0323', 'Q', false],
    ['Russia', 'Russia', true],
    ['end.', '.', true],
  ])('when in %s one looks at %s, then it is of whole words: %s', (text, words, expected) => {
    const start = text.indexOf(words);
    expect(isWholeWords(text, start, start + words.length)).toBe(expected);
  });
});
