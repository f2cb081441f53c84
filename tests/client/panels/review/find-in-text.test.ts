import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMentions } from '../../../../client/panels/review/find-mentions.ts';
import { findWords, trimRange } from '../../../../client/panels/review/find-words.ts';

describe('findWords', () => {
  it.each([
    ['across a line break', 'He said\nit twice.', 'said  it', ['said\nit']],
    ['in another case', 'The Envoy left.', 'the envoy', ['The Envoy']],
    ['with printed quotation marks', 'He said: “No, I don’t.”', `"no, i don't."`, ['“No, I don’t.”']],
    ['with a printed dash', 'a two–day visit', 'two-day', ['two–day']],
    ['with signs of patterns', 'It cost $5 (or so).', '$5 (or', ['$5 (or']],
    ['at two places', 'one two one', 'one', ['one', 'one']],
    ['nowhere', 'one two', 'three', []],
    ['nothing', 'one two', '  ', []],
  ])('when the words stand %s, then each place is found', (_how, text, words, found) => {
    expect(findWords(text, words).map(({ start, end }) => text.slice(start, end))).toEqual(found);
  });

  it('when any stretch of a text is looked for, then its own place is among those found', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.nat(40), fc.nat(40), (text, a, b) => {
        const range = trimRange(text, { start: Math.min(a, b), end: Math.min(Math.max(a, b), text.length) });
        fc.pre(range !== undefined && text.isWellFormed());
        const words = text.slice(range.start, range.end);
        fc.pre(words.isWellFormed());
        const found = findWords(text, words).map(({ start, end }) => text.slice(start, end));
        expect(found).toContain(words);
      }),
    );
  });
});

describe('trimRange', () => {
  it('when white space is marked with words, then it is left out; alone it is nothing', () => {
    expect(trimRange('a  bc \n', { start: 1, end: 7 })).toEqual({ start: 3, end: 5 });
    expect(trimRange('a  bc', { start: 1, end: 3 })).toBeUndefined();
  });
});

describe('findMentions', () => {
  const names = [
    { actor: 'putin', name: 'Vladimir Putin' },
    { actor: 'putin', name: 'Putin' },
    { actor: 'us', name: 'U.S.' },
    { actor: 'other', name: 'Putin' },
  ];
  const find = (text: string): string[] =>
    findMentions(text, names).map(({ actor, start, end }) => `${actor}: ${text.slice(start, end)}`);

  it('when names nest, then the longest counts, once, for the first actor of that name', () => {
    expect(find('Vladimir Putin met Putin.')).toEqual(['putin: Vladimir Putin', 'putin: Putin']);
  });

  it('when a name is only part of a word, or of another case, then it is none', () => {
    expect(find('Putinism putin Rasputin')).toEqual([]);
  });

  it('when a name holds signs of patterns, then they are signs', () => {
    expect(find('The U.S. and the UXSX')).toEqual(['us: U.S.']);
  });

  it('when there are no names, then nothing is found', () => {
    expect(findMentions('Putin', [{ actor: 'x', name: 'P' }])).toEqual([]);
  });
});
