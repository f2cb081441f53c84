import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getClaimId, getRelationId } from '../../../graph-data/network/network.ts';
import type { Network } from '../../../graph-data/network/network.ts';
import type { SmallClaim } from '../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { disputesOf } from './naive-network.ts';

const readDisputes = (network: Network): [string, string[], string[]][] =>
  [...network.disputes].map(([relation, { side, otherSide }]) => [
    getRelationId(network, relation),
    side.map((row) => getClaimId(network, row)),
    otherSide.map((row) => getClaimId(network, row)),
  ]);

/** Disputed relations of these claims, as [relation, claims, what says otherwise]; ids are c1, c2, … in order. */
const disputes = (...claims: (string | SmallClaim)[]): [string, string[], string[]][] =>
  readDisputes(
    toSmallNetwork(
      toSmallDataset({
        claims: claims.map((claim, index) => ({
          id: `c${index + 1}`,
          ...(typeof claim === 'string' ? { says: claim } : claim),
        })),
      }),
    ),
  );

describe('findDisputes', () => {
  it('when the dataset is any, then exactly what a plain comparison of every two claims finds', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const found = readDisputes(toSmallNetwork(dataset));
        expect(
          new Map(found.map(([id, side, other]) => [id, { side: new Set(side), other: new Set(other) }])),
        ).toEqual(disputesOf(dataset));
      }),
      { numRuns: 400 },
    );
  });

  it('when one denies what another asserts, then (a): they dispute each other, also by one speaker', () => {
    expect(disputes('a supports b', { says: 'a supports b', modality: 'denied' })).toEqual([
      ['a.supports.b', ['c1'], ['c2']],
    ]);
    expect(
      disputes({ says: 'a leads b', speaker: 'x' }, { says: 'a leads b', speaker: 'x', modality: 'denied' }),
    ).toEqual([['a.leads.b', ['c1'], ['c2']]]);
  });

  it('when a positive and a negative claim of opposite types have different speakers, then (b): both are disputed', () => {
    expect(disputes({ says: 'a supports b', speaker: 'x' }, { says: 'a coerces b', speaker: 'y' })).toEqual([
      ['a.supports.b', ['c1'], ['c2']],
      ['a.coerces.b', ['c2'], ['c1']],
    ]);
    const elsewhere = { says: 'a distrusts b', document: 'other' };
    expect(disputes({ says: 'a befriends b', speaker: 'x' }, elsewhere)).toHaveLength(2);
  });

  it.each<[string, SmallClaim[]]>([
    [
      'the same speaker says both',
      [
        { says: 'a supports b', speaker: 'x' },
        { says: 'a coerces b', speaker: 'x' },
      ],
    ],
    [
      'the document says one itself and quotes the other',
      [{ says: 'a supports b', speaker: 'x' }, { says: 'a coerces b' }],
    ],
    ['the document itself says both', [{ says: 'a supports b' }, { says: 'a coerces b' }]],
    [
      'one of the opposites is denied',
      [
        { says: 'a supports b', speaker: 'x' },
        { says: 'a coerces b', speaker: 'y', modality: 'denied' },
      ],
    ],
    [
      'one of the opposites is neutral',
      [
        { says: 'a supports b', speaker: 'x', stance: 'neutral' },
        { says: 'a coerces b', speaker: 'y' },
      ],
    ],
    [
      'both are of the same stance',
      [
        { says: 'a supports b', speaker: 'x', stance: 'negative' },
        { says: 'a coerces b', speaker: 'y' },
      ],
    ],
    [
      'the types are no opposites',
      [
        { says: 'a befriends b', speaker: 'x' },
        { says: 'a coerces b', speaker: 'y' },
      ],
    ],
    [
      'they run in opposite directions',
      [
        { says: 'a supports b', speaker: 'x' },
        { says: 'b coerces a', speaker: 'y' },
      ],
    ],
    [
      'they happened at different times',
      [
        { says: 'a supports b', speaker: 'x', happenedOn: '2024' },
        { says: 'a coerces b', speaker: 'y', happenedOn: '2025' },
      ],
    ],
    [
      'what is denied happened at another time',
      [
        { says: 'a leads b', happenedOn: '../2019' },
        { says: 'a leads b', modality: 'denied', happenedOn: '2020/..' },
      ],
    ],
    [
      'a plan is denied',
      [
        { says: 'a leads b', modality: 'planned' },
        { says: 'a leads b', modality: 'denied' },
      ],
    ],
    ['the denial is of another type', [{ says: 'a leads b' }, { says: 'a controls b', modality: 'denied' }]],
    [
      'the denial is not accepted',
      [{ says: 'a leads b' }, { says: 'a leads b', modality: 'denied', status: 'proposed' }],
    ],
    [
      'the claim was rejected',
      [
        { says: 'a leads b', status: 'rejected' },
        { says: 'a leads b', modality: 'denied' },
      ],
    ],
  ])('when %s, then nobody disputes', (_, claims) => {
    expect(disputes(...claims)).toEqual([]);
  });

  it('when it is unknown when one of them happened, then it may be at the same time', () => {
    expect(
      disputes({ says: 'a leads b', happenedOn: '2024' }, { says: 'a leads b', modality: 'denied' }),
    ).toHaveLength(1);
  });

  it.each<[string, string, string, number]>([
    ['within a year of one another', '2024-03-01', '2025-02-01', 2],
    ['more than a year apart', '2024-03-01', '2025-04-01', 0],
    ['in neighbouring years, no day known', '2024', '2025', 2],
  ])(
    'when opposites without a time of their own are said %s, then they may be about one time, or not',
    (_, first, second, count) => {
      expect(
        disputes(
          { says: 'a supports b', speaker: 'x', saidOn: first },
          { says: 'a coerces b', speaker: 'y', saidOn: second },
        ),
      ).toHaveLength(count);
    },
  );

  it('when one happened on a day, then what was said undated years later is not about it', () => {
    const event: SmallClaim = { says: 'a supports b', speaker: 'x', happenedOn: '2019-05-01' };
    expect(disputes(event, { says: 'a coerces b', speaker: 'y', saidOn: '2022-05-01' })).toEqual([]);
    expect(disputes(event, { says: 'a coerces b', speaker: 'y', saidOn: '2019-07-01' })).toHaveLength(2);
  });

  it('when nothing says when it was said, then the day its document was published does', () => {
    const found = (publishedAt: string) =>
      toSmallNetwork(
        toSmallDataset({
          documents: [
            { id: 'early', publisher: 'North', publishedAt: '2020-01-03' },
            { id: 'late', publisher: 'South', publishedAt },
          ],
          claims: [
            { says: 'a supports b', speaker: 'x', document: 'early' },
            { says: 'a coerces b', speaker: 'y', document: 'late' },
          ],
        }),
      ).disputes.size;
    expect(found('2022-02-16')).toBe(0);
    expect(found('2020-02-16')).toBe(2);
  });

  it.each(['a coerces b', 'b coerces a'])(
    'when a mutual type stands against %s, then they dispute whichever way either was written',
    (negative) => {
      for (const mutual of ['a agrees-with b', 'b agrees-with a']) {
        const found = disputes({ says: mutual, speaker: 'x' }, { says: negative, speaker: 'y' });
        expect(found.map(([, side, other]) => [side, other])).toEqual(
          expect.arrayContaining([
            [['c1'], ['c2']],
            [['c2'], ['c1']],
          ]),
        );
        expect(found).toHaveLength(2);
      }
    },
  );

  it('when a mutual claim is denied from the other side, then that is a denial of it', () => {
    expect(disputes('a consults b', { says: 'b consults a', modality: 'denied' })).toEqual([
      ['a.consults.b', ['c1'], ['c2']],
    ]);
  });

  it('when speakers were merged into one, then that one speaker disputes nothing of its own', () => {
    const claims: SmallClaim[] = [
      { says: 'a supports b', speaker: 'x' },
      { says: 'a coerces b', speaker: 'y' },
    ];
    const actors = [{ id: 'y', name: 'y', kind: 'person' as const, mergedInto: 'x' }];
    expect(toSmallNetwork(toSmallDataset({ claims })).disputes.size).toBe(2);
    expect(toSmallNetwork(toSmallDataset({ claims, actors })).disputes.size).toBe(0);
  });
});
