import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import type { Lens } from '../../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { compareSelections, NO_SIDE } from '../../../../graph-data/network/compare/compare.ts';
import { COMPARED_SIDES } from '../../../../graph-data/network/compare/compared.ts';
import { uniteSelections } from '../../../../graph-data/network/compare/unite-selections.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { getActor, getClaimId, getRelationId } from '../../../../graph-data/network/network.ts';
import type { SmallClaim, SmallDataset } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import type { ReadClaim } from '../naive-network.ts';
import { lookThrough } from '../naive-network.ts';

const pairsOf = ({ subject, object, isMutual }: ReadClaim): string[] =>
  isMutual ? [`${subject} ${object}`, `${object} ${subject}`] : [`${subject} ${object}`];

function contradict(one: ReadClaim, other: ReadClaim): boolean {
  const modalities = [one.modality, other.modality];
  if (one.relation === other.relation && modalities.toSorted().join() === 'asserted,denied') return true;
  return (
    [one.stance, other.stance].toSorted().join() === 'negative,positive' && !modalities.includes('denied')
  );
}

/** Whose each relation is, and the claims that contradict each other by ordered pair, the slow way. */
function compareSlowly(dataset: SmallDataset, a: Lens, b: Lens) {
  const [ofA, ofB] = [lookThrough(dataset, a), lookThrough(dataset, b)];
  const ofBoth = new Set(idsOf(ofA).filter((id) => ofB.some((claim) => claim.id === id)));
  const contradicting = new Set<string>();
  const pairs = new Map<string, { a: Set<ReadClaim>; b: Set<ReadClaim> }>();
  for (const one of ofA) {
    for (const other of ofB) {
      if (!contradict(one, other) || ofBoth.has(one.id) || ofBoth.has(other.id)) continue;
      for (const pair of pairsOf(one).filter((each) => pairsOf(other).includes(each))) {
        contradicting.add(one.relation).add(other.relation);
        const entry = pairs.get(pair) ?? { a: new Set(), b: new Set() };
        pairs.set(pair, entry);
        entry.a.add(one);
        entry.b.add(other);
      }
    }
  }
  const sides = new Map<string, string>();
  for (const [claims, side] of [
    [ofA, 'a'],
    [ofB, 'b'],
  ] as const)
    for (const { relation } of claims) {
      const known = sides.get(relation);
      sides.set(relation, known === undefined || known === side ? side : 'both');
    }
  for (const relation of contradicting) sides.set(relation, 'contradict');
  const told = [...pairs].filter(([pair, entry]) => {
    const [subject = '', object = ''] = pair.split(' ');
    return subject <= object || [...entry.a, ...entry.b].some(({ isMutual }) => !isMutual);
  });
  return { sides, pairs: new Map(told) };
}

const idsOf = (claims: Iterable<ReadClaim>): string[] => [...claims].map(({ id }) => id).sort();

describe('compareSelections', () => {
  it('when dataset and lenses are any, then exactly what a plain comparison of every two claims finds', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, arbitraryLens, (dataset, a, other) => {
        const b = { ...other, statuses: a.statuses };
        const network = toSmallNetwork(dataset);
        const [selectedA, selectedB] = [applyLens(network, a), applyLens(network, b)];
        const { sideOf, counts, contradictions, ranked } = compareSelections(network, selectedA, selectedB);
        const expected = compareSlowly(dataset, a, b);

        const sides = new Map<string, string | undefined>();
        sideOf.forEach((side, relation) => {
          if (side !== NO_SIDE) sides.set(getRelationId(network, relation), COMPARED_SIDES[side]);
        });
        expect(sides).toEqual(expected.sides);
        for (const side of COMPARED_SIDES)
          expect(counts[side]).toBe([...expected.sides.values()].filter((each) => each === side).length);

        const found = contradictions.map(({ subject, object, ...sidesOf }) => {
          const ids = (rows: readonly number[]): string[] =>
            rows.map((row) => getClaimId(network, row)).sort();
          const pair = `${getActor(network, subject).id} ${getActor(network, object).id}`;
          return [pair, { a: ids(sidesOf.a), b: ids(sidesOf.b) }] as const;
        });
        expect(new Map(found)).toEqual(
          new Map(
            [...expected.pairs].map(([pair, entry]) => [pair, { a: idsOf(entry.a), b: idsOf(entry.b) }]),
          ),
        );
        expect(found).toHaveLength(expected.pairs.size);
        const weaker = contradictions.map(({ origins }) => Math.min(origins.a, origins.b));
        expect(weaker).toEqual(weaker.toSorted((one, next) => next - one));

        const others = [...sides.keys()].filter((id) => sides.get(id) !== 'contradict');
        expect([...ranked].map((relation) => getRelationId(network, relation)).sort()).toEqual(others.sort());
        const origins = [...ranked].map(
          (relation) =>
            (selectedA.relationOrigins[relation] ?? 0) + (selectedB.relationOrigins[relation] ?? 0),
        );
        expect(origins).toEqual(origins.toSorted((one, next) => next - one));
      }),
      { numRuns: 400 },
    );
  });

  const compare = (claims: readonly SmallClaim[]) => {
    const network = toSmallNetwork(
      toSmallDataset({
        actors: ['ann', 'bob'],
        claims: claims.map((claim, at) => ({ id: `c${at}`, ...claim })),
      }),
    );
    const [a, b] = ['ann', 'bob'].map((id) =>
      applyLens(network, { ...DEFAULT_LENS, speakers: [id as ActorId] }),
    );
    if (a === undefined || b === undefined) throw new Error('no selection');
    const { contradictions } = compareSelections(network, a, b);
    return contradictions.map((found) => [
      found.isMutual ? 'mutual' : 'directed',
      found.a.map((row) => getClaimId(network, row)),
      found.b.map((row) => getClaimId(network, row)),
    ]);
  };
  const [ann, bob] = [{ speaker: 'ann' }, { speaker: 'bob' }];

  it.each<[string, SmallClaim[], unknown[]]>([
    [
      'stances of any types',
      [
        { says: 'x aids y', ...ann },
        { says: 'x accuses y', ...bob },
      ],
      [['directed', ['c0'], ['c1']]],
    ],
    [
      'stances at different times',
      [
        { says: 'x aids y', ...ann, happenedOn: '2014' },
        { says: 'x accuses y', ...bob, happenedOn: '2025' },
      ],
      [['directed', ['c0'], ['c1']]],
    ],
    [
      'a denial of what is neutral',
      [
        { says: 'x leads y', ...ann },
        { says: 'x leads y', ...bob, modality: 'denied' },
      ],
      [['directed', ['c0'], ['c1']]],
    ],
    [
      'a denial of what is only planned',
      [
        { says: 'x leads y', ...ann, modality: 'planned' },
        { says: 'x leads y', ...bob, modality: 'denied' },
      ],
      [],
    ],
    [
      'neutral against negative',
      [
        { says: 'x informs y', ...ann },
        { says: 'x accuses y', ...bob },
      ],
      [],
    ],
    [
      'the other direction',
      [
        { says: 'x aids y', ...ann },
        { says: 'y accuses x', ...bob },
      ],
      [],
    ],
    [
      'a mutual relation and a direction',
      [
        { says: 'x cooperates-with y', ...ann },
        { says: 'y accuses x', ...bob },
      ],
      [['directed', ['c0'], ['c1']]],
    ],
    [
      'mutual relations alone, told once',
      [
        { says: 'y cooperates-with x', ...ann },
        { says: 'x cooperates-with y', ...bob, modality: 'denied' },
      ],
      [['mutual', ['c0'], ['c1']]],
    ],
    [
      'one speaker with itself',
      [
        { says: 'x aids y', ...ann },
        { says: 'x accuses y', ...ann },
      ],
      [],
    ],
  ])('when there is %s, then contradictions are as said', (_, claims, expected) => {
    expect(compare(claims)).toEqual(expected);
  });
});

describe('claims that stand in both', () => {
  it('when one lies in the other, as a day in its month, then what both state contradicts nothing', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        claims: [
          { says: 'x aids y', saidOn: '2025-03-13' },
          { says: 'x accuses y', saidOn: '2025-03-13' },
          { says: 'x threatens y', saidOn: '2025-03-20' },
        ],
      }),
    );
    const [month, day] = ['2025-03', '2025-03-13'].map((date) =>
      applyLens(network, { ...DEFAULT_LENS, from: date, to: date }),
    );
    if (month === undefined || day === undefined) throw new Error('no selection');
    const { contradictions, counts } = compareSelections(network, month, day);

    expect(contradictions).toEqual([]);
    expect(counts).toEqual({ a: 1, b: 0, both: 2, contradict: 0 });
  });
});

describe('uniteSelections', () => {
  it('when two speakers are united, then it is what a lens on both shows', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const select = (...speakers: Lens['speakers']) => applyLens(network, { ...DEFAULT_LENS, speakers });
        const both = select('ann' as ActorId, 'none');
        expect(uniteSelections(network, select('ann' as ActorId), select('none'), both)).toEqual(both);
      }),
      { numRuns: 200 },
    );
  });
});
