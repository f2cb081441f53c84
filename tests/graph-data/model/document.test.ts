import { describe, expect, it } from 'vitest';
import { documentSchema } from '../../../graph-data/model/document.ts';

const REPORT = { id: 'gift', kind: 'report', title: 'A gift', publisher: 'TASS', text: 'He gave it.' };
const DIGEST = {
  ...REPORT,
  kind: 'digest',
  publisher: 'Onrecord (digest)',
  derivedFrom: { title: 'The report' },
};

/** Where the schema finds fault. */
const faultsOf = (document: unknown): string[] =>
  documentSchema.safeParse(document).error?.issues.map((issue) => issue.path.join('.')) ?? [];

describe('documentSchema', () => {
  it('when a report says no licence and language, then all rights are reserved and it is English', () => {
    expect(documentSchema.parse(REPORT)).toEqual({
      ...REPORT,
      licence: 'all rights reserved',
      language: 'en',
    });
  });

  it('when a digest names what it retells and our publisher, then it is taken', () => {
    expect(faultsOf(DIGEST)).toEqual([]);
  });

  it.each([
    ['a digest of nothing', { ...DIGEST, derivedFrom: undefined }, 'derivedFrom'],
    ['a report derived from another', { ...REPORT, derivedFrom: { title: 'x' } }, 'derivedFrom'],
    ['a digest under the publisher of the report', { ...DIGEST, publisher: 'TASS' }, 'publisher'],
    ['an address that runs', { ...REPORT, url: 'javascript:alert(1)' }, 'url'],
    ['a day that is none', { ...REPORT, publishedAt: '2025-02-29' }, 'publishedAt'],
    ['a licence that says nothing', { ...REPORT, licence: ' ' }, 'licence'],
    ['an id that is no slug', { ...REPORT, id: 'A gift' }, 'id'],
    ['a hash that is none', { ...DIGEST, derivedFrom: { title: 'x', sha256: 'ABC' } }, 'derivedFrom.sha256'],
    ['a field nobody knows', { ...REPORT, pages: 3 }, ''],
  ])('when it is %s, then it is refused by its field', (_, document, field) => {
    expect(faultsOf(document)).toEqual([field]);
  });

  it('when several fields are at fault, then all are named at once, those of the digest rules too', () => {
    expect(faultsOf({ ...DIGEST, title: '', derivedFrom: undefined, publisher: 'TASS' })).toEqual([
      'title',
      'derivedFrom',
      'publisher',
    ]);
    expect(faultsOf([])).toEqual(['']);
  });

  it('when YAML reads a bare year as a number, then it is its text', () => {
    expect(documentSchema.parse({ ...REPORT, publishedAt: 2025 }).publishedAt).toBe('2025');
  });
});
