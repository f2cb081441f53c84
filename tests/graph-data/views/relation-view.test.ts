import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { lensQuery } from '../../../graph-data/contract/queries.ts';
import { viewRelation } from '../../../graph-data/views/relation-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { refusalOf } from './refusal.ts';

const context = toSmallContext(
  toSmallDataset({
    actors: [{ id: 'anna', name: 'Anna', kind: 'person', mergedInto: 'a' }],
    claims: [
      { id: 'c1', says: 'a supports b', speaker: 'x' },
      { id: 'c2', says: 'anna coerces b', speaker: 'y' },
      { id: 'c3', says: 'a supports b', modality: 'denied' },
      { id: 'c4', says: 'b consults a' },
      { id: 'c5', says: 'a leads b', status: 'proposed' },
      { id: 'c6', says: 'a leads a' },
    ],
  }),
);
const relation = (id: string, text = '') =>
  viewRelation(context, id, parseQuery(lensQuery, new URLSearchParams(text)));

describe('viewRelation', () => {
  it('when others say otherwise, then the claims of both sides are named', () => {
    expect(relation('a.supports.b')).toMatchObject({
      subject: { id: 'a' },
      object: { id: 'b' },
      direction: 'out',
      claims: 2,
      disputed: true,
      disputedBy: [['c1'], ['c3', 'c2']],
      meta: { shown: { actors: 2, relations: 1, claims: 2 }, cutBy: ['relation=a.supports.b'] },
    });
    expect(relation('a.coerces.b').disputedBy).toEqual([['c2'], ['c1']]);
  });

  it('when nobody does, then it is not disputed', () => {
    expect(relation('a.consults.b')).toMatchObject({ direction: 'both', disputed: false, disputedBy: null });
    expect(relation('a.leads.a').meta.shown.actors).toBe(1);
  });

  it('when the lens leaves one side, then the other is named all the same', () => {
    expect(relation('a.supports.b', 'speaker=x')).toMatchObject({
      claims: 1,
      disputedBy: [['c1'], ['c3', 'c2']],
    });
  });

  it('when the id is written through a merged actor or the other way round, then it is the same relation', () => {
    expect(relation('anna.supports.b').id).toBe('a.supports.b');
    expect(relation('b.consults.anna').id).toBe('a.consults.b');
  });

  it.each(['a.rejects.b', 'b.supports.a', 'a.leads.b', 'nonsense', ''])(
    'when the relation is %j, then it is not found',
    async (id) => {
      expect((await refusalOf(() => relation(id))).code).toBe('not-found');
    },
  );

  it('when a relation has only proposed claims, then it is found among those', () => {
    expect(relation('a.leads.b', 'status=proposed').claims).toBe(1);
  });
});
