import { describe, expect, it } from 'vitest';
import { findSpeaker } from '../../../../../server/extract/engine/attribution/find-speaker.ts';
import { hashOf } from '../../../../../server/extract/engine/hashing/part.ts';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

/** The speaker of some words of a text that state something of an actor. */
function speakerOf(text: string, words: string, subject: string, type?: string) {
  const report = readReport(text);
  const start = text.indexOf(words);
  const sentence = report.sentences.findIndex((s) => s.start <= start && start < s.end);
  return findSpeaker(report, {
    sentence,
    start,
    end: start + words.length,
    subject,
    ...(type === undefined ? {} : { type }),
  });
}

describe('findSpeaker', () => {
  it('when nobody is said to speak, then it is the document’s own voice', () => {
    expect(
      speakerOf('Norway attacked Sweden on Friday.', 'Norway attacked Sweden', 'norway').speaker,
    ).toBeNull();
  });

  it('when someone says so, before or after, then it is their word', () => {
    const text = 'Anna Berg said that Norway had attacked Sweden.';
    expect(speakerOf(text, 'Norway had attacked Sweden', 'norway').speaker).toBe('anna-berg');
    const quote = '“Norway has attacked Sweden without any reason,” said Anna Berg.';
    expect(speakerOf(quote, 'Norway has attacked Sweden', 'norway').speaker).toBe('anna-berg');
  });

  it('when a quotation goes on after its speaker is named, then it is still their word', () => {
    const text =
      '“It was a cold winter in the north,” Anna Berg said. “Norway has attacked Sweden many times.”';
    expect(speakerOf(text, 'Norway has attacked Sweden', 'norway').speaker).toBe('anna-berg');
  });

  it('when it is a statement, then it is its author’s word', () => {
    const text = 'Statement by Spokesperson Laura Stone on the War\n\nNorway has attacked Sweden.';
    expect(speakerOf(text, 'Norway has attacked Sweden', 'norway').speaker).toBe('laura-stone');
  });

  it('when a readout tells who met whom, then it is nobody’s word, and an attitude is that of who voices it', () => {
    const text =
      'Meeting with Prime Minister of Norway Anna Berg\n\nThomas Weber met with Prime Minister of Norway Anna Berg.\n\nThomas Weber condemned Sweden.';
    expect(speakerOf(text, 'Thomas Weber met', 'thomas-weber', 'consults').speaker).toBeNull();
    expect(speakerOf(text, 'Thomas Weber condemned Sweden', 'thomas-weber', 'accuses').speaker).toBe(
      'thomas-weber',
    );
  });

  it('when weights are given, then the heaviest option is taken', () => {
    const report = readReport('Anna Berg said that Norway had attacked Sweden.');
    const statement = { sentence: 0, start: 20, end: 46, subject: 'norway' };
    expect(
      findSpeaker(report, statement, (f) => Number(f.look().includes(hashOf('r:none')))).speaker,
    ).toBeNull();
    expect(
      findSpeaker(report, statement, (f) => Number(f.look().includes(hashOf('r:subject')))).speaker,
    ).toBe('norway');
  });

  it('when the sentence does not exist, then it is the document’s own voice', () => {
    const report = readReport('');
    expect(findSpeaker(report, { sentence: 7, start: 0, end: 0, subject: 'x' })).toEqual({
      speaker: null,
      via: [],
    });
  });
});
