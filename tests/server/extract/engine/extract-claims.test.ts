import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractClaims } from '../../../../server/extract/engine/extract-claims.ts';
import { shippedModel } from '../../../../server/extract/engine/scorer/shipped-model.ts';
import { toExtractJson } from '../../../../server/extract/engine/to-extract-json.ts';

const TEXT = `President of Norway Anna Berg met with President of Chile John Dale in Oslo.

Norway condemned the attack on Chile by Peru. “We support Chile,” Berg said. Chile thanked Norway for its help.`;
const model = shippedModel();

describe('extractClaims', () => {
  const { actors, proposals } = extractClaims(TEXT, model);
  const told = proposals.map(({ subject, type, object }) => `${subject} ${type} ${object}`);

  it('when a report states relations, then they are proposed with type, stance, speaker, label and reason', () => {
    expect(told).toContain('anna-berg leads norway');
    expect(
      told.some((one) => /^(anna-berg consults john-dale|john-dale consults anna-berg)$/.test(one)),
    ).toBe(true);
    expect(proposals.find(({ subject, object }) => subject === 'chile' && object === 'norway')).toMatchObject(
      {
        type: 'supports',
        stance: 'positive',
        modality: 'asserted',
        label: 'thanks',
        reason: 'supports by verb: “thanked” (subject → object)',
      },
    );
    expect(
      proposals.find(({ subject, type }) => subject === 'anna-berg' && type === 'supports')?.speaker,
    ).toBe('anna-berg');
  });

  it('when proposals are listed, then the surest come first, each within one line, all actors named', () => {
    const certainties = proposals.map(({ certainty }) => certainty);
    expect(certainties).toEqual(certainties.toSorted((a, b) => b - a));
    const ids = new Set(actors.map(({ id }) => id));
    for (const { subject, object, label, start, end } of proposals) {
      expect(ids.has(subject) && ids.has(object)).toBe(true);
      expect(label.split(' ').length).toBeLessThanOrEqual(4);
      expect(TEXT.slice(start, end)).not.toMatch(/\n|^$/);
    }
  });

  it('when the dial asks for surer ones, then fewer are proposed', () => {
    expect(extractClaims(TEXT, model, 0.7).proposals.length).toBeLessThan(proposals.length);
    expect(extractClaims(TEXT, model, 1.01).proposals).toEqual([]);
  });

  it('when it is asked twice, then it answers the same', () => {
    expect(toExtractJson(extractClaims(TEXT, model))).toEqual(toExtractJson({ actors, proposals }));
  });

  it('when it is to tell how far it is, then it tells so in rising numbers and ends with all sentences', () => {
    const told: [number, number][] = [];
    extractClaims('Norway thanked Chile.\n\n'.repeat(120), model, undefined, (read, all) => {
      told.push([read, all]);
    });
    expect(told).toEqual([
      [50, 120],
      [100, 120],
      [120, 120],
    ]);
  });

  it('when pieces of text are put together at random, then nothing throws and every evidence stands in the text', () => {
    const words = fc.constantFrom(
      ...TEXT.split(/(?<= )/),
      '\n',
      '\n\n',
      '“',
      '”',
      '\u0000',
      '👍🏽',
      'é',
      'שלום ',
      '؟',
      '. ',
      ', and ',
      "'s ",
      '-',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 80 }), (parts) => {
        const text = parts.join('').normalize('NFC');
        for (const { start, end } of extractClaims(text, model, 0.1).proposals) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(600);
          expect(text.slice(start, end).trim()).not.toContain('\n');
        }
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it.each([
    ['empty', ''],
    ['one sentence of 50,000 words', 'Norway and Chile '.repeat(16_667)],
    ['20,000 sentences without a full stop', 'Norway likes Chile\n'.repeat(20_000)],
  ])('when the text is %s, then there is an answer', (_, text) => {
    expect(Array.isArray(extractClaims(text, model).proposals)).toBe(true);
  });
});
