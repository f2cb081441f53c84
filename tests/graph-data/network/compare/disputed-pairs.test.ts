import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listDisputes } from '../../../../graph-data/network/compare/disputed-pairs.ts';
import { getActor, getClaimId, getRelationId } from '../../../../graph-data/network/network.ts';
import type { SmallClaim, SmallDataset } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset } from '../arbitrary-dataset.ts';
import { disputesOf, readClaims } from '../naive-network.ts';

/** Claims by the dispute they are in: whoever says otherwise of each other is in one, and all that is said in a relation. */
function groupSlowly(dataset: SmallDataset): Set<string>[] {
  const groups: Set<string>[] = [];
  for (const [relation, { side, other }] of disputesOf(dataset)) {
    const relations = readClaims(dataset)
      .filter(({ id }) => side.has(id) || other.has(id))
      .map((claim) => claim.relation);
    const merged = new Set([relation, ...relations, ...side, ...other]);
    for (let at = groups.length - 1; at >= 0; at -= 1) {
      const group = groups[at] ?? new Set<string>();
      if (![...group].some((member) => merged.has(member))) continue;
      for (const member of group) merged.add(member);
      groups.splice(at, 1);
    }
    groups.push(merged);
  }
  return groups;
}

describe('listDisputes', () => {
  it('when the dataset is any, then every disputed relation and claim is in one dispute, and each claim on one side', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const disputes = listDisputes(network);
        const found = disputes.map(({ relations, sides }) => {
          const rows = sides.flat();
          expect(new Set(rows).size).toBe(rows.length);
          expect(sides[0].length > 0 && sides[1].length > 0).toBe(true);
          const ids = relations.map((relation) => getRelationId(network, relation));
          return [...ids, ...rows.map((row) => getClaimId(network, row))].sort().join(' ');
        });
        const expected = groupSlowly(dataset).map((group) => [...group].sort().join(' '));
        expect(found.toSorted()).toEqual(expected.toSorted());
        const ranks = disputes.map(({ origins: [a, b] }) => [Math.min(a, b), a + b] as const);
        expect(ranks).toEqual(ranks.toSorted((a, b) => b[0] - a[0] || b[1] - a[1]));
      }),
      { numRuns: 400 },
    );
  });

  const disputes = (claims: readonly SmallClaim[]) => {
    const network = toSmallNetwork(
      toSmallDataset({ claims: claims.map((claim, at) => ({ id: `c${at}`, speaker: `s${at}`, ...claim })) }),
    );
    return listDisputes(network).map(({ subject, object, isMutual, sides }) => [
      `${getActor(network, subject).id} ${getActor(network, object).id}${isMutual ? ' both' : ''}`,
      ...sides.map((rows) => rows.map((row) => getClaimId(network, row))),
    ]);
  };

  it.each<[string, SmallClaim[], unknown[]]>([
    ['opposites', [{ says: 'x supports y' }, { says: 'x coerces y' }], [['x y', ['c0'], ['c1']]]],
    [
      'a denial of one of the opposites: it stands with the other',
      [{ says: 'x supports y' }, { says: 'x coerces y' }, { says: 'x coerces y', modality: 'denied' }],
      [['x y', ['c0', 'c2'], ['c1']]],
    ],
    [
      'the same of another pair',
      [
        { says: 'x leads y' },
        { says: 'x leads y', modality: 'denied' },
        { says: 'y leads x' },
        { says: 'y leads x', modality: 'denied' },
      ],
      [
        ['x y', ['c0'], ['c1']],
        ['y x', ['c2'], ['c3']],
      ],
    ],
    [
      'unconnected disputes about one pair',
      [
        { says: 'x leads y' },
        { says: 'x leads y', modality: 'denied' },
        { says: 'x befriends y' },
        { says: 'x distrusts y' },
      ],
      [
        ['x y', ['c0'], ['c1']],
        ['x y', ['c2'], ['c3']],
      ],
    ],
    [
      'a mutual relation and one direction',
      [{ says: 'x cooperates-with y' }, { says: 'y attacks x' }],
      [['y x', ['c0'], ['c1']]],
    ],
    [
      'a mutual relation and both directions',
      [{ says: 'x cooperates-with y' }, { says: 'y attacks x' }, { says: 'x threatens y' }],
      [['x y both', ['c0'], ['c1', 'c2']]],
    ],
  ])('when there are %s, then disputes are as said', (_, claims, expected) => {
    const found = disputes(claims);
    const inAnyOrder = (list: unknown[]) =>
      list.map((entry) => {
        const [pair, ...sides] = entry as [string, string[], string[]];
        return [pair, ...sides.map((ids) => ids.toSorted().join()).toSorted()].join(' | ');
      });
    expect(inAnyOrder(found).toSorted()).toEqual(inAnyOrder(expected).toSorted());
  });

  it('when a side has more origins than another dispute’s, then the weaker sides are compared first', () => {
    const one = { says: 'a supports b' };
    const two = { says: 'c supports d' };
    expect(
      disputes([
        one,
        one,
        one,
        { says: 'a coerces b' },
        two,
        two,
        { says: 'c coerces d' },
        { says: 'c coerces d' },
      ]).map(([pair]) => pair),
    ).toEqual(['c d', 'a b']);
  });
});
