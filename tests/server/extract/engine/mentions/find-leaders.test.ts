import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';

const CALL =
  'Telephone conversation between President of Norway Anna Berg and President of Chile John Dale\nPresident of Norway Anna Berg spoke by phone with President of Chile John Dale today.\n';

/** Whom some words of a report on a call of two presidents mean. */
function whoIs(words: string): string[] {
  const text = `${CALL}${words} agreed to meet.`;
  const start = CALL.length;
  return readReport(text)
    .mentions.filter((m) => m.form === 'both' && m.start >= start && m.start < start + words.length)
    .map(({ actor }) => actor);
}

describe('findLeaders', () => {
  it.each([
    'The leaders of Norway and Chile',
    'The presidents of Chile and Norway',
    'The Norwegian and Chilean leaders',
  ])('when the report is about a person of each country, then “%s” are those two', (words) => {
    expect(whoIs(words).sort()).toEqual(['anna-berg', 'john-dale']);
  });

  it('when nobody of one of the countries is there, then they are a group of their own', () => {
    const text = `${CALL}The leaders of Norway and Peru agreed to meet.`;
    expect(whoIs('The leaders of Norway and Peru')).toEqual([]);
    expect([...readReport(text).actors.values()].map(({ kind }) => kind)).toContain('group');
  });
});
