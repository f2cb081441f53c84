import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

/** Kind of every actor that the report mentions, by id. */
const actorsOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...readReport(text).actors.values()]
      .filter((actor) => actor.count > 0)
      .map((actor) => [actor.id, actor.kind]),
  );

describe('names of a report', () => {
  it('when a title and a country stand before a name, then each is found and the tie is kept', () => {
    const report = readReport('French President Otto Beispiel met Foreign Minister Karl Muster in Vienna.');
    expect([...report.actors.keys()]).toEqual(
      expect.arrayContaining(['france', 'otto-beispiel', 'karl-muster', 'vienna']),
    );
    expect(report.actors.get('otto-beispiel')?.ties).toContainEqual({ to: 'france', title: 'president' });
  });
  it('when a body has a short form in brackets, then the short form is the body', () => {
    const report = readReport('The Ruritanian Press Institute (RPI) closed. Later RPI said so.');
    expect(report.actors.get('ruritanian-press-institute')?.names).toContain('RPI');
  });
  it('when what looks like a person has its initials in brackets, then it is a body', () => {
    expect(actorsOf('Rebels of Bana Tarim Sol (BTS) fled. Later BTS denied it.')).toMatchObject({
      'bana-tarim-sol': 'organisation',
    });
  });
  it('when a country is followed by what makes it a place, or led by a field, then the longer name counts', () => {
    expect(actorsOf('They met on Malta Island. Officials of Transport Canada came.')).toMatchObject({
      'malta-island': 'place',
      'transport-canada': 'organisation',
    });
  });
  it('when a surname stands alone or is misspelt, then it is the person already named', () => {
    const report = readReport('Mr Otto Beispielman spoke. Then Beispielman left. Mr Beispilman came back.');
    expect([...report.actors.values()].filter((actor) => actor.kind === 'person')).toHaveLength(1);
  });
  it('when a surname is also a city, then it is the person, save after a preposition of place', () => {
    const text = 'The singer Anna Geneva sailed. Geneva later complained. She flew to Geneva.';
    const actors = readReport(text)
      .mentions.filter(({ start, end }) => text.slice(start, end).endsWith('Geneva'))
      .map(({ actor }) => actor);
    expect(actors.slice(0, 2)).toEqual(['anna-geneva', 'anna-geneva']);
    expect(actors[2]).not.toBe('anna-geneva');
  });
  it('when two persons share a surname, then they are two', () => {
    expect(actorsOf('Yesterday Otto Muster met Anna Muster at home.')).toMatchObject({
      'otto-muster': 'person',
      'anna-muster': 'person',
    });
  });
  it('when two long names share the first part and nearly the last, then what stands between tells them apart', () => {
    expect(actorsOf('Yesterday Mr Muster Otto Beispiel met Mr Muster Karl Beispeil at home.')).toMatchObject({
      'muster-otto-beispiel': 'person',
      'muster-karl-beispeil': 'person',
    });
  });
  it('when a capital follows "in", then it is the place; when it acts, the state', () => {
    expect(actorsOf('They met in Moscow.')).toEqual({ moscow: 'place' });
    expect(actorsOf('Later Moscow protested.')).toHaveProperty('russia', 'country');
  });
  it('when a country is named formally or by its government, then it is that country', () => {
    expect(
      Object.keys(actorsOf('The Government of the Republic of Kenya thanked the Kenyan authorities.')),
    ).toEqual(['kenya']);
  });
  it('when a word only begins a sentence, or names a day, paper or machine, then it is nobody', () => {
    expect(
      actorsOf('Several things happened on Monday. Topical matters: the XY-22 and the Example Act.'),
    ).toEqual({});
  });
});
