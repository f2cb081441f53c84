import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { claimsQuery, MOST_ORDERED } from '../../../graph-data/contract/queries.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { viewClaim, viewClaims } from '../../../graph-data/views/claims-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { readPages } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';

const dataset = toSmallDataset({
  actors: [
    { id: 'a', name: 'Ann', kind: 'person' },
    { id: 'anna', name: 'Anna', kind: 'person', mergedInto: 'a' },
  ],
  documents: [
    {
      id: 'digest',
      kind: 'digest',
      derivedFrom: { title: 'The report', url: 'https://example.org/report' },
      publishedAt: '2025-03',
    },
  ],
  claims: [
    {
      id: 'c1',
      says: 'anna befriends b',
      label: 'friend',
      sentence: 'They met. B is a friend, said C.',
      start: 10,
      end: 23,
      quote: 'B is a friend',
      speaker: 'c',
      via: ['anna', 'd'],
      document: 'digest',
      saidOn: '2025-03-13',
      certainty: 0.5,
      method: 'rules@1',
      reason: 'friend',
    },
    { id: 'c2', says: 'b consults a', sentence: 'The two consulted at length.' },
    { id: 'c3', says: 'a consults b' },
    { id: 'c4', says: 'b leads c', sentence: 'Friends follow him.' },
    { id: 'c5', says: 'c rejects b', status: 'proposed' },
    { id: 'c6', says: 'a leads a' },
  ],
});
const context = toSmallContext(dataset);
const claims = (text = '') => viewClaims(context, parseQuery(claimsQuery, new URLSearchParams(text)));
const idsOf = async (text: string): Promise<string[]> => (await claims(text)).items.map((claim) => claim.id);

describe('viewClaim', () => {
  it('when it is there, then all of it is told, actors read through merges, a digest named as one', async () => {
    expect(await viewClaim(context, 'c1')).toEqual({
      id: 'c1',
      relation: 'a.befriends.b',
      subject: { id: 'a', label: 'Ann', kind: 'person' },
      object: { id: 'b', label: 'b', kind: 'person' },
      speaker: { id: 'c', label: 'c', kind: 'person' },
      via: [
        { id: 'a', label: 'Ann', kind: 'person' },
        { id: 'd', label: 'd', kind: 'person' },
      ],
      type: 'befriends',
      label: 'friend',
      stance: 'positive',
      modality: 'asserted',
      saidOn: '2025-03-13',
      happenedOn: null,
      status: 'accepted',
      method: 'rules@1',
      certainty: 0.5,
      reason: 'friend',
      reviewedBy: null,
      reviewedAt: null,
      origin: 'c1',
      document: {
        id: 'digest',
        kind: 'digest',
        title: 'The digest',
        publisher: 'Onrecord (digest)',
        url: null,
        publishedAt: '2025-03',
        derivedFrom: {
          title: 'The report',
          publisher: null,
          url: 'https://example.org/report',
          publishedAt: null,
          sha256: null,
        },
      },
      evidence: {
        basis: 'text',
        start: 10,
        end: 23,
        exact: 'B is a friend',
        prefix: 'They met. ',
        suffix: ', said C.',
        sentence: 'B is a friend, said C.',
        sentenceStart: 10,
      },
    });
  });

  it('when the type is mutual, then subject and object stay as written, and the relation is the sorted pair’s', async () => {
    expect(await viewClaim(context, 'c2')).toMatchObject({
      subject: { id: 'b' },
      object: { id: 'a' },
      relation: 'a.consults.b',
    });
  });

  it('when it is not there, then it is not found', async () => {
    const refusal = await refusalOf(() => viewClaim(context, 'c99'));
    expect([refusal.code, refusal.errors[0]?.detail]).toEqual(['not-found', 'no claim "c99"']);
  });
});

describe('viewClaims', () => {
  it('when nothing is asked, then what is accepted, by subject, type, object and id', async () => {
    expect(await idsOf('')).toEqual(['c6', 'c1', 'c2', 'c3', 'c4']);
    expect((await claims()).meta).toMatchObject({ shown: { actors: 4, relations: 4, claims: 5 }, cutBy: [] });
  });

  it.each([
    ['subject=a', ['c6', 'c1', 'c3']],
    ['subject=anna', ['c6', 'c1', 'c3']],
    ['object=a', ['c6', 'c2']],
    ['subject=b&object=a', ['c2']],
    ['subject=a&subject=b&object=b&object=c', ['c1', 'c3', 'c4']],
    ['between=a&between=b', ['c6', 'c1', 'c2', 'c3']],
    ['relation=b.consults.anna', ['c2', 'c3']],
    ['relation=a.consults.b&relation=b.leads.c', ['c2', 'c3', 'c4']],
    ['relation=a.consults.b&subject=b', ['c2']],
    ['status=proposed', ['c5']],
    ['status=proposed&status=accepted&object=b', ['c1', 'c3', 'c5']],
    ['q=friend', ['c1', 'c4']],
    ['q=FRIEND%20said', ['c1']],
    ['q=consult&subject=b', ['c2']],
    ['q=nothing', []],
    ['speaker=c', ['c1']],
    ['minClaims=2', ['c2', 'c3']],
  ])('when the query is %s, then %j', async (text, ids) => {
    expect(await idsOf(text)).toEqual(ids);
  });

  it('when something is asked, then what is shown is counted and the question is why', async () => {
    expect((await claims('subject=b&q=consult&speaker=none&limit=1')).meta).toEqual({
      version: 1,
      shown: { actors: 2, relations: 1, claims: 1 },
      total: { actors: 4, relations: 4, claims: 5 },
      cutBy: ['speaker=none', 'subject=b', 'q=consult'],
    });
    expect((await claims('limit=2')).meta.cutBy).toEqual(['limit=2']);
  });

  it('when it names what is not there, then every such value is named', async () => {
    const refusal = await refusalOf(() => claims('subject=nobody&between=a&between=noone&relation=x.y.z'));
    expect(refusal.code).toBe('unknown-value');
    expect(refusal.errors).toEqual([
      { pointer: '/query/subject', detail: 'no actor "nobody"' },
      { pointer: '/query/between', detail: 'no actor "noone"' },
      { pointer: '/query/relation', detail: 'no relation "x.y.z"' },
    ]);
  });

  it('when the cursor is of another question, then it is refused', async () => {
    const { nextCursor } = await claims('limit=1&subject=a');
    for (const other of ['subject=b', 'object=a', 'subject=a&q=x', 'subject=a&status=proposed']) {
      const refusal = await refusalOf(() => claims(`limit=1&${other}&cursor=${nextCursor}`));
      expect(refusal.code).toBe('malformed-cursor');
    }
  });
});

describe('claims in order of certainty', () => {
  const sure = toSmallContext(
    toSmallDataset({
      claims: [
        { id: 'c1', says: 'a leads b', document: 'times', certainty: 0.4 },
        { id: 'c2', says: 'a leads c', document: 'times', certainty: 0.9 },
        { id: 'c3', says: 'd leads a', document: 'times', certainty: 0.4 },
        { id: 'c4', says: 'a accuses b', document: 'herald', certainty: 0.4 },
        { id: 'c5', says: 'b accuses a', document: 'herald', certainty: 1, status: 'proposed' },
      ],
    }),
  );
  const ordered = async (text: string) =>
    (await viewClaims(sure, parseQuery(claimsQuery, new URLSearchParams(text)))).items.map(({ id }) => id);

  it('when asked for, then the surest come first, those as sure by document and place in its text', async () => {
    expect(await ordered('order=certainty')).toEqual(['c2', 'c4', 'c1', 'c3']);
    expect(await ordered('order=certainty&status=proposed&status=accepted&document=herald')).toEqual([
      'c5',
      'c4',
    ]);
  });

  it('when it is paged, then every claim comes once, and a cursor of the other order is refused', async () => {
    const items = await readPages(2, (page) =>
      viewClaims(sure, { ...parseQuery(claimsQuery, new URLSearchParams('order=certainty')), ...page }),
    );
    expect(items.map(({ id }) => id)).toEqual(['c2', 'c4', 'c1', 'c3']);
    const { nextCursor } = await viewClaims(sure, parseQuery(claimsQuery, new URLSearchParams('limit=1')));
    const other = new URLSearchParams({ limit: '1', order: 'certainty', cursor: nextCursor ?? '' });
    expect((await refusalOf(() => viewClaims(sure, parseQuery(claimsQuery, other)))).code).toBe(
      'malformed-cursor',
    );
  });

  it('when there are too many to be put in order, then it says so', async () => {
    const { network } = sure;
    const length = MOST_ORDERED + 1;
    const many = {
      ...network,
      relations: { ...network.relations, length: 1, firstClaim: Uint32Array.of(0, length) },
    };
    const passes = new Uint8Array(length).fill(1);
    const selection = { ...sure.select(DEFAULT_LENS), passes, relationClaims: Uint32Array.of(length) };
    const context = { ...sure, network: many, select: () => selection };
    const refusal = await refusalOf(() =>
      viewClaims(context, parseQuery(claimsQuery, new URLSearchParams('order=certainty'))),
    );
    expect(refusal).toMatchObject({ code: 'out-of-bounds', errors: [{ pointer: '/query/order' }] });
  });
});
