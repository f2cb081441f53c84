import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import type { Lens } from '../../../../graph-data/model/lens.ts';
import { DEFAULT_LENS, toLensParameters } from '../../../../graph-data/model/lens.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { getClaimId, getRelationId } from '../../../../graph-data/network/network.ts';
import type { SmallClaim } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import type { ReadClaim } from '../naive-network.ts';
import { groupByRelation, idsOf, lookThrough, readClaims } from '../naive-network.ts';

/** The ids of the claims that pass. */
const passingIds = (claims: readonly SmallClaim[], lens: Partial<Lens>): string[] => {
  const network = toSmallNetwork(
    toSmallDataset({
      documents: [
        { id: 'dated', publisher: 'North', publishedAt: '2025-03' },
        { id: 'undated', publisher: 'South' },
      ],
      claims,
    }),
  );
  const { passes } = applyLens(network, { ...DEFAULT_LENS, ...lens });
  return idsOf(network)
    .filter((_, row) => passes[row] === 1)
    .toSorted();
};

describe('applyLens', () => {
  it('when dataset and lens are any, then exactly the claims pass that a plain filter lets through', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const network = toSmallNetwork(dataset);
        const selection = applyLens(network, lens);
        const passing = lookThrough(dataset, lens);
        const ids = idsOf(network).filter((_, row) => selection.passes[row] === 1);
        expect(new Set(ids)).toEqual(new Set(passing.map((claim) => claim.id)));

        const groups = groupByRelation(passing);
        for (let relation = 0; relation < network.relations.length; relation += 1) {
          const claims = groups.get(getRelationId(network, relation)) ?? [];
          expect(selection.relationClaims[relation]).toBe(claims.length);
          expect(selection.relationOrigins[relation]).toBe(new Set(claims.map((claim) => claim.origin)).size);
        }
        network.actors.forEach(({ id }, index) => {
          const about = passing.filter((claim) => claim.subject === id || claim.object === id);
          const spoken = passing.filter((claim) => claim.speaker === id);
          expect(selection.actorClaims[index]).toBe(about.length);
          expect(selection.actorSpoken[index]).toBe(spoken.length);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('when dataset and lens are any, then shown and total are what there is, and shown is never more', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const network = toSmallNetwork(dataset);
        const { shown, total, hasActor, cutBy } = applyLens(network, lens);
        const passing = lookThrough(dataset, lens);
        const corpus = readClaims(dataset).filter((claim) => lens.statuses.includes(claim.status));
        const isInPart = (claims: readonly ReadClaim[], id: ActorId): boolean =>
          claims.some(({ subject, object, speaker }) => [subject, object, speaker].includes(id));
        const present = dataset.actors.filter(
          ({ id, mergedInto }) =>
            mergedInto === undefined && (isInPart(corpus, id) || !isInPart(readClaims(dataset), id)),
        );
        const expected =
          cutBy.length === 0 ? present : present.filter((actor) => isInPart(passing, actor.id));
        expect(network.actors.filter((_, index) => hasActor[index] === 1).map((actor) => actor.id)).toEqual(
          expected.map((actor) => actor.id),
        );
        expect(shown).toEqual({
          actors: expected.length,
          relations: groupByRelation(passing).size,
          claims: passing.length,
        });
        expect(total).toEqual({
          actors: present.length,
          relations: groupByRelation(corpus).size,
          claims: corpus.length,
        });
        expect(shown.actors).toBeLessThanOrEqual(total.actors);
        expect(shown.relations).toBeLessThanOrEqual(total.relations);
        expect(shown.claims).toBeLessThanOrEqual(total.claims);
      }),
    );
  });

  it('when something is shown of less than there is, then cutBy says why; statuses alone are no cut', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const { shown, total, cutBy } = applyLens(toSmallNetwork(dataset), lens);
        const isDefault = toLensParameters(lens).every(([name]) => name === 'status');
        expect(cutBy.length === 0).toBe(isDefault);
        if (cutBy.length === 0) expect(shown).toEqual(total);
      }),
    );
  });

  const DATED: SmallClaim[] = [
    { id: 'c1', says: 'a leads b', saidOn: '2025-03-13' },
    { id: 'c2', says: 'a leads b', happenedOn: '2025-03-13' },
    { id: 'c3', says: 'a leads b', document: 'dated' },
    { id: 'c4', says: 'a leads b', document: 'undated' },
    { id: 'c5', says: 'a leads b', document: 'dated', saidOn: '2024' },
    { id: 'c6', says: 'a leads b', saidOn: '2025-03-10/..', happenedOn: '../2024' },
  ];

  it.each<[string, Partial<Lens>, string[]]>([
    ['said in March', { from: '2025-03', to: '2025-03' }, ['c1', 'c3', 'c6']],
    ['said from 14 March on', { from: '2025-03-14' }, ['c3', 'c6']],
    ['said until 2024', { to: '2024' }, ['c5']],
    ['happened in March', { from: '2025-03', to: '2025-03', clock: 'happened' }, ['c2']],
    ['happened until 2024', { to: '2024', clock: 'happened' }, ['c6']],
    ['happened from the end of March', { from: '2025-03-31', clock: 'happened' }, []],
    ['on the other clock without a date', { clock: 'happened' }, ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']],
  ])('when the lens is: %s, then claims pass whose date may lie there', (_, lens, ids) => {
    expect(passingIds(DATED, lens)).toEqual(ids);
  });

  it.each<[string, Lens['vias'], string[]]>([
    ['what anybody hands on', ['any'], ['c2', 'c3']],
    ['what nobody hands on', ['none'], ['c1']],
    ['what one is the inner speaker of, at whatever place', ['putin' as ActorId], ['c3']],
    ['either', ['none', 'putin' as ActorId], ['c1', 'c3']],
  ])('when the lens asks for %s, then those claims pass', (_, vias, ids) => {
    const claims: SmallClaim[] = [
      { id: 'c1', says: 'a leads b', speaker: 'putin' },
      { id: 'c2', says: 'a leads b', speaker: 'witkoff', via: ['peskov'] },
      { id: 'c3', says: 'a leads b', speaker: 'witkoff', via: ['peskov', 'putin'] },
    ];
    expect(passingIds(claims, { vias })).toEqual(ids);
  });

  it('when a relation has too few claims or origins left under the other conditions, then it goes whole', () => {
    const wire = 'A spokesman told the evening news on Sunday that a leads b now.';
    const claims: SmallClaim[] = [
      { id: 'c1', says: 'a leads b', sentence: wire, document: 'dated' },
      { id: 'c2', says: 'a leads b', sentence: wire, document: 'undated' },
      { id: 'c3', says: 'a leads c' },
      { id: 'c4', says: 'a leads c', stance: 'negative' },
    ];
    expect(passingIds(claims, { minClaims: 2 })).toEqual(['c1', 'c2', 'c3', 'c4']);
    expect(passingIds(claims, { minClaims: 3 })).toEqual([]);
    expect(passingIds(claims, { minOrigins: 2 })).toEqual(['c3', 'c4']);
    expect(passingIds(claims, { minClaims: 2, stances: ['neutral'] })).toEqual(['c1', 'c2']);
  });

  it('when the speaker was merged, then its claims pass under either id', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        actors: [{ id: 'whitcoff', name: 'Whitcoff', kind: 'person', mergedInto: 'witkoff' }],
        claims: [
          { id: 'c1', says: 'a leads b', speaker: 'whitcoff' },
          { id: 'c2', says: 'a leads b', speaker: 'witkoff' },
          { id: 'c3', says: 'a leads b' },
        ],
      }),
    );
    for (const speaker of ['whitcoff', 'witkoff'] as ActorId[]) {
      const { passes } = applyLens(network, { ...DEFAULT_LENS, speakers: [speaker] });
      expect([0, 1, 2].filter((row) => passes[row] === 1).map((row) => getClaimId(network, row))).toEqual([
        'c1',
        'c2',
      ]);
    }
  });

  it('when the lens names what the network lacks, then nothing passes and nothing breaks', () => {
    expect(passingIds(DATED, { speakers: ['nobody' as ActorId] })).toEqual([]);
    expect(passingIds(DATED, { publishers: ['Nobody'] })).toEqual([]);
  });
});
