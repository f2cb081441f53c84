import { describe, expect, it } from 'vitest';
import { viewDocument, viewDocuments } from '../../../graph-data/views/documents-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { refusalOf } from './refusal.ts';

const dataset = toSmallDataset({
  actors: [{ id: 'anna', name: 'Anna', kind: 'person', mergedInto: 'a' }],
  documents: [{ id: 'empty', author: 'Nobody', url: 'https://example.org/', licence: 'CC0' }],
  claims: [
    { id: 'c2', says: 'a leads b', document: 'times', sentence: 'A leads B and C.' },
    { id: 'c1', says: 'anna leads b', document: 'times' },
    { id: 'c3', says: 'a leads c', document: 'times', start: 0, end: 7, quote: 'A leads' },
    { id: 'c4', says: 'a leads c', document: 'times', status: 'proposed' },
    { id: 'c5', says: 'd leads a', document: 'herald' },
  ],
});

describe('viewDocument', () => {
  it('when its text may be shown, then it comes with the spans of its accepted claims, by start, end and id', async () => {
    const answer = await viewDocument(toSmallContext(dataset), 'times');
    const text = dataset.documents.find((document) => document.id === 'times')?.text ?? '';
    expect(answer).toMatchObject({ id: 'times', kind: 'report', claims: 3, text, derivedFrom: null });
    expect(answer).toMatchObject({ proposals: 1, rejected: 0 });
    expect(
      answer.spans.map(({ claim, relation, start, end }) => [claim, relation, text.slice(start, end)]),
    ).toEqual([
      ['c3', 'a.leads.c', 'A leads'],
      ['c2', 'a.leads.b', 'A leads B and C.'],
      ['c1', 'a.leads.b', 'In sentence 2 of times one reads that anna leads b.'],
    ]);
    expect(answer.meta).toMatchObject({
      shown: { actors: 3, relations: 2, claims: 3 },
      total: { actors: 4, relations: 3, claims: 4 },
      cutBy: ['document=times'],
    });
  });

  it('when its licence forbids, then the spans come without the text', async () => {
    const context = toSmallContext(dataset, (document) => document.licence === 'CC0');
    expect(await viewDocument(context, 'times')).toMatchObject({ text: null, claims: 3 });
    expect((await viewDocument(context, 'times')).spans).toHaveLength(3);
    expect(await viewDocument(context, 'empty')).toMatchObject({ text: 'Nothing happened.', spans: [] });
  });

  it('when it is not there, then it is not found', async () => {
    expect((await refusalOf(() => viewDocument(toSmallContext(dataset), 'nowhere'))).code).toBe('not-found');
  });

  it('when it has more claims than are read at once, then every span is there', async () => {
    const many = toSmallDataset({ claims: Array.from({ length: 1100 }, () => ({ says: 'a leads b' })) });
    const answer = await viewDocument(toSmallContext(many), 'paper');
    expect(new Set(answer.spans.map((span) => span.claim)).size).toBe(1100);
  });
});

describe('viewDocuments', () => {
  const context = toSmallContext(dataset);

  it('when asked for, then all of them by id, with their accepted claims', () => {
    const { items, meta } = viewDocuments(context, { limit: 50 });
    expect(items.map((item) => [item.id, item.claims])).toEqual([
      ['empty', 0],
      ['herald', 1],
      ['times', 3],
    ]);
    expect(items[0]).toMatchObject({
      author: 'Nobody',
      url: 'https://example.org/',
      licence: 'CC0',
      language: 'en',
    });
    expect(items[0]).not.toHaveProperty('text');
    expect(meta).toMatchObject({ shown: { actors: 4, relations: 3, claims: 4 }, cutBy: [] });
  });

  it('when a page holds some, then what is shown is what those say', () => {
    expect(viewDocuments(context, { limit: 2 }).meta).toMatchObject({
      shown: { actors: 2, relations: 1, claims: 1 },
      total: { actors: 4, relations: 3, claims: 4 },
      cutBy: ['limit=2'],
    });
  });
});
