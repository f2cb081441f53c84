import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, normaliseText, sentenceAround, toEvidence } from '../../../graph-data/model/text.ts';

/** The sentence that holds the first occurrence of `words`. */
const sentenceOf = (text: string, words: string): string => {
  const start = text.indexOf(words);
  const span = sentenceAround(text, start, start + words.length);
  return text.slice(span.start, span.end);
};

/** Texts made to be hard to cut: emoji, half surrogates, full stops, quotes, line breaks; and a span in each. */
const textAndSpan = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(
        ...'aB .!?…“”"’)\n\t'.split(/(?:)/),
        '😀',
        '👩‍👩‍👧',
        '\uD83D',
        '\uDE00',
        'U.S.',
        'Mr. ',
        'é',
      ),
      minLength: 1,
      maxLength: 300,
    }),
  )
  .chain((text) => {
    const start = fc.nat({ max: text.length - 1 });
    return start.chain((from) =>
      fc.record({
        text: fc.constant(text),
        start: fc.constant(from),
        end: fc.integer({ min: from + 1, max: text.length }),
      }),
    );
  });

const isPairCut = (text: string, index: number): boolean =>
  /^[\uD800-\uDBFF]$/.test(text.charAt(index - 1)) && /^[\uDC00-\uDFFF]$/.test(text.charAt(index));

describe('normaliseText', () => {
  it.each([
    ['\uFEFFa', 'a'],
    ['\uFEFF\uFEFFa', 'a'],
    ['a\r\nb\rc\n', 'a\nb\nc\n'],
    ['e\u0301', 'é'],
    ['a\uFEFFb', 'a\uFEFFb'],
  ])('when the text is %j, then it becomes %j', (text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  it('when normalised twice, then it is as after once', () => {
    const hard = fc.string({
      unit: fc.constantFrom('\uFEFF', '\r', '\n', 'e', '\u0301', 'ﬁ', '\uD83D', 'a'),
    });
    fc.assert(
      fc.property(fc.oneof(hard, fc.string({ unit: 'binary' })), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
      }),
    );
  });
});

describe('foldText', () => {
  it.each([
    ['Volodymyr  ZELENSKYY', 'volodymyr zelenskyy'],
    [' José\n María ', 'jose maria'],
    ['Putin’s ‘friend’', "putin's 'friend'"],
    ['Wałęsa Øst Straße', 'walesa ost strasse'],
    ['İstanbul, Iğdır', 'istanbul, igdir'],
    ['ﬁnance', 'finance'],
  ])('when the text is %j, then it is compared as %j', (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  it('when folded twice, then it is as after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('sentenceAround', () => {
  const TEXT =
    'First sentence. The U.S. envoy met Mr. Putin in Moscow. “He is a friend,” said Mr. Witkoff. Was it so? Yes!\n' +
    'A new paragraph\nwithout stops';

  it.each([
    ['First', 'First sentence.'],
    ['envoy', 'The U.S. envoy met Mr. Putin in Moscow.'],
    ['Putin', 'The U.S. envoy met Mr. Putin in Moscow.'],
    ['friend', '“He is a friend,” said Mr. Witkoff.'],
    ['said Mr. Witkoff.', '“He is a friend,” said Mr. Witkoff.'],
    ['so', 'Was it so?'],
    ['Yes', 'Yes!'],
    ['paragraph', 'A new paragraph'],
    ['stops', 'without stops'],
    ['so? Yes', 'Was it so? Yes!'],
    ['Yes!\nA new', 'Yes!\nA new paragraph'],
  ])('when the span is %j, then the sentence is %j', (words, sentence) => {
    expect(sentenceOf(TEXT, words)).toBe(sentence);
  });

  it.each([
    ['He called it “beautiful.” Then he left.', 'called', 'He called it “beautiful.”'],
    ['He called it “beautiful.” Then he left.', 'left', 'Then he left.'],
    ['He called it “beautiful”. Then he left.', 'called', 'He called it “beautiful”.'],
    ['(It was late.) They left.', 'late', '(It was late.)'],
    ['“What is that?” he asked. None knew.', 'asked', '“What is that?” he asked.'],
    ['“What is that?” he asked. None knew.', 'What', '“What is that?” he asked.'],
    ['They waited… and left. None came.', 'waited', 'They waited… and left.'],
    ['It cost $1.5 million. It was lost.', 'cost', 'It cost $1.5 million.'],
    ['George W. Bush and J.D. Vance spoke. All listened.', 'Bush', 'George W. Bush and J.D. Vance spoke.'],
    ['Gen. Kellogg left St. Petersburg. It rained.', 'left', 'Gen. Kellogg left St. Petersburg.'],
    ['Talks ended.  \n\n  New talks began.  ', 'New', 'New talks began.'],
    ['Talks ended.  \n\n  New talks began.  ', 'Talks', 'Talks ended.'],
  ])('when the text is %j and the span %j, then the sentence is %j', (text, words, sentence) => {
    expect(sentenceOf(text, words)).toBe(sentence);
  });

  it('when the span is the whole text, then so is the sentence', () => {
    expect(sentenceAround('a', 0, 1)).toEqual({ start: 0, end: 1 });
    expect(sentenceAround(TEXT, 0, TEXT.length)).toEqual({ start: 0, end: TEXT.length });
  });

  it('when the text has no full stop, then the sentence reaches at most 1,000 units to either side', () => {
    const text = 'word '.repeat(10_000);
    const { start, end } = sentenceAround(text, 20_000, 20_004);
    expect(start).toBeGreaterThanOrEqual(19_000);
    expect(start).toBeLessThan(19_010);
    expect(end).toBeLessThanOrEqual(21_004);
    expect(end).toBeGreaterThan(20_990);
  });

  it('when text and span are any, then it holds the span, trimmed, with no line break outside, and bounded', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const sentence = sentenceAround(text, start, end);
        expect(sentence.start).toBeLessThanOrEqual(start);
        expect(sentence.end).toBeGreaterThanOrEqual(end);
        expect(start - sentence.start).toBeLessThanOrEqual(1000);
        expect(sentence.end - end).toBeLessThanOrEqual(1001);
        const [before, after] = [text.slice(sentence.start, start), text.slice(end, sentence.end)];
        expect(before + after).not.toContain('\n');
        expect(before).toBe(before.trimStart());
        expect(after).toBe(after.trimEnd());
      }),
      { numRuns: 1000 },
    );
  });
});

describe('toEvidence', () => {
  it('when the span is in the middle, then 32 units on either side are its prefix and suffix', () => {
    const text = `${'a'.repeat(40)}QUOTE${'b'.repeat(40)}`;
    expect(toEvidence(text, 40, 45)).toEqual({
      basis: 'text',
      start: 40,
      end: 45,
      exact: 'QUOTE',
      prefix: 'a'.repeat(32),
      suffix: 'b'.repeat(32),
      sentence: text,
      sentenceStart: 0,
    });
  });

  it('when the span stands at either end of the text, then prefix and suffix are as long as there is text', () => {
    expect(toEvidence('He left.', 0, 2)).toMatchObject({ prefix: '', exact: 'He', suffix: ' left.' });
    expect(toEvidence('He left.', 3, 8)).toMatchObject({ prefix: 'He ', exact: 'left.', suffix: '' });
  });

  it('when an emoji stands across the end of the context, then it is left out whole and no unit is added', () => {
    const text = `😀${'a'.repeat(31)}QUOTE${'b'.repeat(31)}😀`;
    expect(toEvidence(text, 33, 38)).toMatchObject({ prefix: 'a'.repeat(31), suffix: 'b'.repeat(31) });
  });

  it('when text and span are any, then prefix, exact and suffix stand so in the text, and the sentence where it says', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        const evidence = toEvidence(text, start, end);
        const { prefix, exact, suffix, sentence, sentenceStart } = evidence;
        expect(exact).toBe(text.slice(start, end));
        expect(text.startsWith(prefix + exact + suffix, start - prefix.length)).toBe(true);
        expect(prefix.length).toBeLessThanOrEqual(32);
        expect(suffix.length).toBeLessThanOrEqual(32);
        expect(text.startsWith(sentence, sentenceStart)).toBe(true);
        expect(sentenceStart).toBeLessThanOrEqual(start);
        expect(sentenceStart + sentence.length).toBeGreaterThanOrEqual(end);
      }),
      { numRuns: 1000 },
    );
  });

  it('when the span cuts no surrogate pair, then neither does anything else', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, start, end }) => {
        fc.pre(!isPairCut(text, start) && !isPairCut(text, end));
        const { prefix, suffix, sentence, sentenceStart } = toEvidence(text, start, end);
        const edges = [
          start - prefix.length,
          end + suffix.length,
          sentenceStart,
          sentenceStart + sentence.length,
        ];
        for (const edge of edges) expect(isPairCut(text, edge)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
