import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  claimsOf,
  findRelationById,
  getActor,
  getClaimId,
  getDocument,
  getRelationId,
  getRelationType,
} from '../../../graph-data/network/network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { groupByRelation, readClaims } from './naive-network.ts';

describe('relations', () => {
  it('when claims are grouped by relation, then each claim is in exactly one, under its relation id', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const found = new Map(
          Array.from({ length: network.relations.length }, (_, relation) => [
            getRelationId(network, relation) as string,
            new Set([...claimsOf(network.relations, relation)].map((row) => getClaimId(network, row))),
          ]),
        );
        expect(found.size).toBe(network.relations.length);
        const expected = groupByRelation(readClaims(dataset));
        expect(found).toEqual(
          new Map([...expected].map(([id, claims]) => [id, new Set(claims.map((claim) => claim.id))])),
        );
      }),
    );
  });
});

describe('findRelationById', () => {
  const network = toSmallNetwork(
    toSmallDataset({
      actors: [{ id: 'putin', name: 'Putin', kind: 'person', mergedInto: 'vladimir-putin' }],
      claims: [{ says: 'trump consults vladimir-putin' }, { says: 'trump supports vladimir-putin' }],
    }),
  );

  it('when the id is of any relation there is, then it is found', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const any = toSmallNetwork(dataset);
        for (let relation = 0; relation < any.relations.length; relation += 1)
          expect(findRelationById(any, getRelationId(any, relation))).toBe(relation);
      }),
    );
  });

  it.each([
    ['trump.consults.vladimir-putin', 'trump.consults.vladimir-putin'],
    ['vladimir-putin.consults.trump', 'trump.consults.vladimir-putin'],
    ['trump.consults.putin', 'trump.consults.vladimir-putin'],
    ['putin.consults.trump', 'trump.consults.vladimir-putin'],
    ['trump.supports.putin', 'trump.supports.vladimir-putin'],
  ])('when the id is %s, then it is the relation %s', (id, expected) => {
    expect(getRelationId(network, findRelationById(network, id))).toBe(expected);
  });

  it.each([
    '',
    'trump',
    'trump.consults',
    'putin.supports.trump',
    'trump.rejects.putin',
    'trump.consults.putin.x',
    'trump.praises.putin',
    'nobody.consults.putin',
    '__proto__.constructor.toString',
  ])('when the id is %j, then there is none', (id) => {
    expect(findRelationById(network, id)).toBe(-1);
  });
});

describe('getters', () => {
  const network = toSmallNetwork(toSmallDataset({ claims: [{ says: 'b leads a', id: 'c1' }] }));

  it('when asked for what is there, then they give it', () => {
    expect(getActor(network, 0).id).toBe('a');
    expect(getDocument(network, 0).id).toBe('paper');
    expect(getRelationType(network, 0).id).toBe('leads');
    expect(getClaimId(network, 0)).toBe('c1');
    expect(getRelationId(network, 0)).toBe('b.leads.a');
    expect(getDocument(network, 0)).not.toHaveProperty('text');
  });

  it.each([getActor, getDocument, getRelationType, getClaimId, getRelationId])(
    'when %o is asked for what is not there, then it throws RangeError',
    (get) => {
      expect(() => get(network, 99)).toThrow(RangeError);
      expect(() => get(network, -1)).toThrow(RangeError);
    },
  );
});
