import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';
import type { Report } from '../../../../../server/extract/engine/report.ts';

/** Whom the words of a report stand for, by the words: `he` → ids, sorted. */
function meant(report: Report, words: string, sentence?: number): string[] {
  return report.mentions
    .filter((m) => report.text.slice(m.start, m.end) === words && (sentence ?? m.sentence) === m.sentence)
    .map((m) => m.actor)
    .sort();
}

const CALL = `Telephone conversation with President of Kenya Grace Otieno

Thomas Weber had a telephone conversation with President of Kenya Grace Otieno.

The two leaders discussed trade. She thanked him for the help. They agreed to stay in touch.`;

describe('resolveReferences', () => {
  it('when a man and a woman are named, then "she" and "him" are told apart by their given names', () => {
    const report = readReport(CALL);
    expect(meant(report, 'She')).toEqual(['grace-otieno']);
    expect(meant(report, 'him')).toEqual(['thomas-weber']);
  });

  it('when a readout speaks of "the two leaders" and "they", then both of whom it is about are meant', () => {
    const report = readReport(CALL);
    expect(meant(report, 'The two leaders')).toEqual(['grace-otieno', 'thomas-weber']);
    expect(meant(report, 'They')).toEqual(['grace-otieno', 'thomas-weber']);
  });

  it('when a name tells no gender, then the pronoun beside it teaches it', () => {
    const report = readReport(
      'Qwame Zelo spoke in Accra. He praised the harvest. Anna Berg listened to Qwame Zelo. Then he left.',
    );
    expect(meant(report, 'he')).toEqual(['qwame-zelo']);
  });

  it('when "both countries" are spoken of, then the last two countries are meant', () => {
    const report = readReport('Norway and Sweden signed a treaty. Both countries will ratify it.');
    expect(meant(report, 'Both countries')).toEqual(['norway', 'sweden']);
  });

  it('when "the country" is spoken of, then the last one named is meant', () => {
    const report = readReport('Storms hit Norway on Friday. Roads across the country were closed.');
    expect(meant(report, 'the country')).toEqual(['norway']);
  });

  it('when a statement says "I" and "we", then its author speaks', () => {
    const report = readReport(
      'Statement by President Grace Otieno of Kenya on the Floods\n\nI mourn the dead. We will help Uganda.',
    );
    expect(meant(report, 'I')).toEqual(['grace-otieno']);
    expect(meant(report, 'We')).toContain('grace-otieno');
    expect(meant(report, 'We')).toContain('kenya');
  });

  it('when "I" is quoted, then who is said to speak is meant', () => {
    const report = readReport('“I will never leave Norway for any other place,” Anna Berg said on Monday.');
    expect(meant(report, 'I')).toEqual(['anna-berg']);
  });

  it('when a sentence of a readout names neither, then both are implied without words', () => {
    const report = readReport(`${CALL}\n\nTopical issues were discussed.`);
    const last = report.sentences.length - 1;
    const implied = report.mentions.filter((m) => m.sentence === last && m.form === 'pair');
    expect(implied.map((m) => m.actor).sort()).toEqual(['grace-otieno', 'thomas-weber']);
    expect(implied.every((m) => m.from === m.to && m.start === m.end)).toBe(true);
  });

  it('when "our" in a readout is of an office-holder whose country the text never names, then that country is meant', () => {
    const report = readReport(
      'Readout of President Joe Biden’s Call with Prime Minister Anna Berg of Norway\n\nPresident Joe Biden spoke today with Prime Minister Anna Berg of Norway. The leaders praised our close partnership.',
    );
    expect(meant(report, 'our')).toEqual(['norway', 'united-states']);
  });

  it('when "her counterparts" are spoken of in a readout, then the others are meant', () => {
    const report = readReport(`${CALL}\n\nGrace Otieno thanked Kenya. She praised her counterparts.`);
    expect(report.mentions.some((m) => m.actor === 'thomas-weber' && m.form === 'both')).toBe(true);
  });

  it('when every word is a pronoun or a mark, then nothing is thrown and it ends soon', () => {
    expect(() => readReport('he she they it we “both" the two the '.repeat(2000))).not.toThrow();
  });
});
