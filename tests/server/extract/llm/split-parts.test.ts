import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitParts } from '../../../../server/extract/llm/split-parts.ts';
import '../../../fixtures/seeded-properties.ts';

describe('splitParts', () => {
  it('when paragraphs fit together, then they are one part, and a part ends with a paragraph', () => {
    expect(splitParts('One.\n\nTwo.\n\nThree, which is longer.\n\nFour.', 14)).toEqual([
      'One.\n\nTwo.',
      'Three, which',
      'is longer.',
      'Four.',
    ]);
    expect(splitParts('A heading\nA line of the text\nAnother line', 30)).toEqual([
      'A heading\nA line of the text',
      'Another line',
    ]);
  });

  it('when lines are wrapped within paragraphs, then it is cut between paragraphs', () => {
    expect(splitParts('First wrapped\nover lines.\n\nSecond wrapped\nover lines.', 45)).toEqual([
      'First wrapped\nover lines.',
      'Second wrapped\nover lines.',
    ]);
  });

  it('when a paragraph is too long, then it is cut after a sentence, else after a word, else anywhere', () => {
    expect(splitParts('He came. “She went.” They stayed there.', 25)).toEqual([
      'He came. “She went.”',
      'They stayed there.',
    ]);
    expect(splitParts('one two three four', 9)).toEqual(['one two', 'three', 'four']);
    expect(splitParts('a🙂🙂🙂b', 4)).toEqual(['a🙂', '🙂🙂', 'b'].filter((part) => /\p{L}/u.test(part)));
  });

  it('when a text holds no word, then there is no part', () => {
    expect(splitParts('')).toEqual([]);
    expect(splitParts('\n — \n\n…')).toEqual([]);
  });

  it('when any text is split, then no part is too long and no word is lost or cut', () => {
    const pieces = fc.array(fc.constantFrom('word', 'Wörter', '\n', '\n\n', ' ', '. ', '🙂', '.” '), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 12, max: 40 }), (words, longest) => {
        const text = words.join(' ');
        const parts = splitParts(text, longest);
        for (const part of parts) expect(part.length).toBeLessThanOrEqual(longest);
        expect(parts.join(' ').match(/[\p{L}]+/gu)).toEqual(text.match(/[\p{L}]+/gu));
      }),
    );
  });
});
