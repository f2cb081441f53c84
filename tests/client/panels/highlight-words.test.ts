import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightWords } from '../../../client/panels/search/highlight-words.ts';

const marked = (text: string, query: string): string[] =>
  highlightWords(text, query)
    .filter(({ isMatch }) => isMatch)
    .map((part) => part.text);

describe('highlightWords', () => {
  it('when words begin as the query does, then their beginnings are marked, case and accents aside', () => {
    expect(marked('Café and cafe in CAFETERIA', 'cafe')).toEqual(['Café', 'cafe', 'CAFE']);
    expect(marked('Vladimir Putin', 'put vlad')).toEqual(['Vlad', 'Put']);
  });

  it('when the query stands inside a word, then it is not marked, as the search does not find it', () => {
    expect(marked('Computing', 'put')).toEqual([]);
  });

  it('when a letter folds to several, then the whole letter is marked', () => {
    expect(marked('ﬁrst fire', 'fi')).toEqual(['ﬁ', 'fi']);
  });

  it('when the text holds markup, then it stays text', () => {
    expect(highlightWords('<b>Putin</b>', 'b')).toEqual([
      { text: '<', isMatch: false },
      { text: 'b', isMatch: true },
      { text: '>Putin</', isMatch: false },
      { text: 'b', isMatch: true },
      { text: '>', isMatch: false },
    ]);
  });

  it('when the query has no words, then nothing is marked', () => {
    expect(marked('Putin', ' .,!')).toEqual([]);
  });

  it('when text and query are anything, then the parts joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const parts = highlightWords(text, query);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });
});
