import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutSpans } from '../../../client/panels/reader/cut-spans.ts';

const TEXT = 'Putin called Trump a friend.\n\nWitkoff said so.';

describe('cutSpans', () => {
  it('when spans overlap and nest, then each stretch names all claims that hold it', () => {
    const spans = [
      { claim: 'whole', start: 0, end: 28 },
      { claim: 'left', start: 0, end: 12 },
      { claim: 'over', start: 6, end: 18 },
    ];
    const [first] = cutSpans(TEXT, spans);
    expect(first?.map(({ text, claims }) => [text, claims])).toEqual([
      ['Putin ', ['whole', 'left']],
      ['called', ['whole', 'left', 'over']],
      [' Trump', ['whole', 'over']],
      [' a friend.', ['whole']],
    ]);
  });

  it('when a span reaches over a paragraph, then it is in both', () => {
    const paragraphs = cutSpans(TEXT, [{ claim: 'c', start: 19, end: 37 }]);
    expect(
      paragraphs.map((paragraph) =>
        paragraph.filter(({ claims }) => claims.length > 0).map(({ text }) => text),
      ),
    ).toEqual([['a friend.'], ['Witkoff']]);
  });

  it('when spans lie outside the text or are empty, then they are cut off', () => {
    const spans = [
      { claim: 'before', start: -5, end: 5 },
      { claim: 'after', start: 100, end: 200 },
      { claim: 'empty', start: 3, end: 3 },
    ];
    expect(cutSpans('Putin', spans)).toEqual([[{ text: 'Putin', start: 0, claims: ['before'] }]]);
  });

  it('when the text is empty, then there are no paragraphs', () => {
    expect(cutSpans('', [{ claim: 'c', start: 0, end: 1 }])).toEqual([]);
  });

  it('when cut in any way, then the stretches are the text at their places, each as the spans over it say', () => {
    const span = fc
      .tuple(fc.integer({ min: -3, max: 40 }), fc.integer({ min: -3, max: 40 }))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.stringMatching(/^[ab\n ]{0,36}$/), fc.array(span, { maxLength: 8 }), (text, bare) => {
        const spans = bare.map((range, index) => ({ ...range, claim: `c${index}` }));
        const paragraphs = cutSpans(text, spans);
        expect(paragraphs.map((stretches) => stretches.map((s) => s.text).join(''))).toEqual(
          text.split('\n').filter((line) => line !== ''),
        );
        for (const stretch of paragraphs.flat()) {
          expect(text.slice(stretch.start, stretch.start + stretch.text.length)).toBe(stretch.text);
          for (let at = stretch.start; at < stretch.start + stretch.text.length; at += 1) {
            const over = spans.filter(({ start, end }) => start <= at && at < end).map(({ claim }) => claim);
            expect(stretch.claims).toEqual(over);
          }
        }
      }),
    );
  });
});
