import { describe, expect, it } from 'vitest';
import { findQuotes, quoteFinder, quoteMask } from '../../../../../server/extract/engine/text/find-quotes.ts';

const quoted = (text: string): string[] => findQuotes(text).map((q) => text.slice(q.start, q.end));

describe('findQuotes', () => {
  it('when quotations are curly or straight, then each is found with its marks', () => {
    expect(quoted('She said “yes” and then "no".')).toEqual(['“yes”', '"no"']);
  });

  it('when one stands in another, then its depth is 1', () => {
    const found = findQuotes('“He told me “go” twice,” she said.');
    expect(found.map((q) => q.depth)).toEqual([0, 1]);
  });

  it('when a quotation goes on in the next paragraph, then it is one', () => {
    expect(quoted('“First part.\n\n“Second part.” End.')).toEqual(['“First part.\n\n“Second part.”']);
    expect(quoted('"First part.\n\n"Second part." End.')).toEqual(['"First part.\n\n"Second part."']);
  });

  it('when it is never closed, then it ends with its paragraph', () => {
    expect(quoted('“Open for ever.\nAnother line.')).toEqual(['“Open for ever.']);
  });

  it('when the text is nothing but marks, then nothing is thrown', () => {
    expect(() => findQuotes('“"'.repeat(5000))).not.toThrow();
    expect(findQuotes('')).toEqual([]);
  });
});

describe('quoteFinder', () => {
  it('when a place is quoted, then the outermost quotation is given, and none outside', () => {
    const text = 'A “b “c” d” e';
    const find = quoteFinder(findQuotes(text));
    expect(find(text.indexOf('c'))?.start).toBe(text.indexOf('“'));
    expect(find(text.indexOf('e'))).toBeUndefined();
    expect(quoteMask({ text })(text.indexOf('d'))).toBe(true);
  });
});
