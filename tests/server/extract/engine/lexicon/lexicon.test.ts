import { describe, expect, it } from 'vitest';
import { findCandidates } from '../../../../../server/extract/engine/candidates/find-candidates.ts';
import { LEXICON, readLexicon, TYPES } from '../../../../../server/extract/engine/lexicon/lexicon.ts';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

/** Whether a frame of the sense runs from the [agent] of its example to the {patient}. */
function isExtracted(sense: (typeof LEXICON.senses)[number]): boolean {
  const agent = /\[(.+?)\]/.exec(sense.example)?.[1] ?? '';
  const patient = /\{(.+?)\}/.exec(sense.example)?.[1] ?? '';
  const text = sense.example.replace(/[[\]{}]/g, '');
  const report = readReport(text);
  const isNamed = (id: string, name: string): boolean => report.actors.get(id)?.names.has(name) === true;
  return [...findCandidates(report, LEXICON)]
    .flat()
    .some(
      ({ a, b, frames }) =>
        isNamed(a, agent) &&
        isNamed(b, patient) &&
        frames.some((f) => f.sense === sense && f.verdict !== 'none'),
    );
}

describe('the shipped lexicon', () => {
  it('when each sense is tried on its own example, then the example states it', () => {
    expect(LEXICON.senses.length).toBeGreaterThan(600);
    expect(LEXICON.senses.filter((sense) => !isExtracted(sense)).map(({ example }) => example)).toEqual([]);
  });

  it('when its types are counted, then it has senses of every type of the vocabulary but "other"', () => {
    const known = new Set(LEXICON.senses.map(({ type }) => type));
    expect(TYPES.filter((type) => !known.has(type))).toEqual(['other']);
    expect([...known].filter((type) => !TYPES.includes(type))).toEqual([]);
  });

  it('when a word stands in a form, then its lemma is found by it', () => {
    const words = ['backed', 'backs', 'met', 'withdrew', 'banned', 'cloud'];
    expect(words.map((word) => LEXICON.verbOf(word))).toEqual([
      'back',
      'back',
      'meet',
      'withdraw',
      'ban',
      undefined,
    ]);
  });
});

describe('readLexicon', () => {
  it('when a row is added to the table, then its words mean it', () => {
    const table =
      'lemma\tpart of speech\ttype\tstance\tpatient\treciprocal\tnegated\texample\nfrown\tverb\taccuses\tnegative\tat on\t\t\t[A] frowned at {B}.';
    const grammar = 'object control: ask\ntakes clause: say\nrelational nouns: plan\nirregular forms: {}';
    const lexicon = readLexicon(table, grammar);
    const token = { start: 0, end: 7, text: 'frowned', lower: 'frowned', pos: 'VERB', lemma: 'frown' };
    expect(lexicon.of(token)).toMatchObject([{ type: 'accuses', stance: 'negative', isReciprocal: false }]);
    expect(lexicon.hasObjectControl('ask')).toBe(true);
    expect(lexicon.of({ ...token, pos: 'ADP' })).toEqual([]);
  });
});
