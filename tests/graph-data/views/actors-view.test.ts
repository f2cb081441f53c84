import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { lensQuery, actorsQuery } from '../../../graph-data/contract/queries.ts';
import { viewActor, viewActors } from '../../../graph-data/views/actors-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { refusalOf } from './refusal.ts';

const context = toSmallContext(
  toSmallDataset({
    version: 4,
    actors: [
      { id: 'a', name: 'Ann', kind: 'person', aliases: ['Annie'], wikidata: 'Q1' },
      { id: 'anna', name: 'Anna', kind: 'group', mergedInto: 'a' },
      { id: 'b', name: 'Bob', kind: 'country' },
      { id: 'lone', name: 'Lone', kind: 'place' },
    ],
    claims: [
      { says: 'a supports b', speaker: 'a' },
      { says: 'b consults anna' },
      { says: 'a consults b', modality: 'denied', speaker: 'anna' },
      { says: 'b leads c' },
      { says: 'a leads a', stance: 'positive' },
      { says: 'a rejects b', status: 'rejected' },
    ],
  }),
);
const actor = (id: string, text = '') =>
  viewActor(context, id, parseQuery(lensQuery, new URLSearchParams(text)));
const actors = (text = '') => viewActors(context, parseQuery(actorsQuery, new URLSearchParams(text)));

describe('viewActor', () => {
  it('when it is there, then its names, claims either way, neighbours and disputes are told', () => {
    expect(actor('a')).toEqual({
      id: 'a',
      label: 'Ann',
      kind: 'person',
      aliases: ['Annie'],
      wikidata: 'Q1',
      claims: 4,
      spoken: 2,
      asSubject: 3,
      asObject: 2,
      neighbours: 1,
      disputes: 1,
      merged: [{ id: 'anna', label: 'Anna', kind: 'group' }],
      meta: {
        version: 4,
        shown: { actors: 1, relations: 3, claims: 4 },
        total: { actors: 4, relations: 4, claims: 5 },
        cutBy: ['actor=a'],
      },
    });
  });

  it('when it was merged, then whom it was merged into is told', () => {
    const { meta: _meta, ...merged } = actor('anna');
    expect(actor('a')).toMatchObject(merged);
  });

  it('when a lens is on, then only what it leaves is counted', () => {
    expect(actor('a', 'speaker=anna')).toMatchObject({
      claims: 2,
      spoken: 2,
      asSubject: 2,
      asObject: 0,
      meta: { cutBy: ['speaker=anna', 'actor=a'] },
    });
    expect(actor('a', 'status=rejected')).toMatchObject({ claims: 1, asSubject: 1 });
    expect(actor('lone')).toMatchObject({ claims: 0, neighbours: 0, wikidata: null, merged: [] });
  });

  it.each(['nobody', '', '__proto__', 'A'])('when the id is %j, then it is not found', async (id) => {
    const refusal = await refusalOf(() => actor(id));
    expect(refusal.code).toBe('not-found');
    expect(refusal.errors).toEqual([{ pointer: '/path/id', detail: `no actor "${id}"` }]);
  });
});

describe('viewActors', () => {
  it('when nothing is asked, then all who are there, most claims first, nothing cut', () => {
    const answer = actors();
    expect(answer.items.map((item) => [item.id, item.claims])).toEqual([
      ['a', 4],
      ['b', 4],
      ['c', 1],
      ['lone', 0],
    ]);
    expect(answer.meta).toMatchObject({
      shown: { actors: 4, relations: 4, claims: 5 },
      total: { actors: 4, relations: 4, claims: 5 },
      cutBy: [],
    });
  });

  it('when words, kinds or a limit are given, then what is shown is counted and each is said', () => {
    expect(actors('q=anna')).toMatchObject({
      items: [{ id: 'a', label: 'Ann' }],
      meta: { shown: { actors: 1, relations: 3, claims: 4 }, cutBy: ['q=anna'] },
    });
    expect(actors('kind=place&kind=country&limit=1')).toMatchObject({
      items: [{ id: 'b' }],
      meta: { shown: { actors: 1 }, cutBy: ['kind=place', 'kind=country', 'limit=1'] },
    });
    expect(actors('q=nobody')).toMatchObject({
      items: [],
      nextCursor: null,
      meta: { shown: { actors: 0, claims: 0 } },
    });
  });

  it('when a cursor of other words is given, then it is refused', async () => {
    const { nextCursor } = actors('limit=1');
    expect(nextCursor).not.toBeNull();
    const refusal = await refusalOf(() => actors(`limit=1&q=a&cursor=${nextCursor}`));
    expect(refusal.code).toBe('malformed-cursor');
    expect(actors(`limit=3&cursor=${nextCursor}`).items.map((item) => item.id)).toEqual(['b', 'c', 'lone']);
  });
});
