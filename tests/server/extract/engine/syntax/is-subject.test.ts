import { describe, expect, it } from 'vitest';
import { readReport } from '../../../../../server/extract/engine/read-report.ts';
import { isSubject } from '../../../../../server/extract/engine/syntax/is-subject.ts';

const subjects = (text: string): string[] => {
  const report = readReport(text);
  return [
    ...new Set(report.mentions.filter((m) => m.form === 'name' && isSubject(report, m)).map((m) => m.actor)),
  ];
};

describe('isSubject', () => {
  it('when a verb follows a name, then it is the subject, and what the verb governs is not', () => {
    expect(subjects('Anna Berg met with Peter Vale.')).toEqual(['anna-berg']);
  });

  it('when an apposition or adverb stands between, then it is still the subject', () => {
    expect(subjects('Anna Berg, the mayor of Oslo, also praised Peter Vale.')).toContain('anna-berg');
  });

  it('when a preposition governs it through a title, then it is none', () => {
    expect(subjects('After the talks with President Anna Berg ended, rain fell.')).toEqual([]);
  });
});
