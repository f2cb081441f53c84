import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATUSES } from '../../../graph-data/model/claim.ts';
import { parseDate } from '../../../graph-data/model/dates.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';
import { readClaimId } from '../../../graph-data/network/claim-ids.ts';
import type { ViaColumns } from '../../../graph-data/network/claim-table.ts';
import { indexActors, NO_DATE, OWN_VOICE, toClaimTable } from '../../../graph-data/network/claim-table.ts';
import type { Network } from '../../../graph-data/network/network.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import type { SmallDataset } from '../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork, VOCABULARY } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { idsOf, readAs, readClaims } from './naive-network.ts';

const viaOf = ({ row, start, actor }: ViaColumns, claim: number): number[] => {
  const entry = row.indexOf(claim);
  return entry < 0 ? [] : [...actor.subarray(start[entry], start[entry + 1])];
};

/** A row of the table in the words it was built from. */
const readRow = ({ claims, actors, documents, vocabulary }: Network, row: number) => {
  const actorAt = (index = -9) => (index === OWN_VOICE ? null : actors[index]?.id);
  const dateAt = (index = -9) => (index === NO_DATE ? null : claims.dates[index]?.text);
  const ends = [actorAt(claims.subject[row]), actorAt(claims.object[row])];
  const [subject, object] = claims.isReversed[row] === 1 ? ends.toReversed() : ends;
  return {
    id: readClaimId(claims.ids, row),
    subject,
    object,
    type: vocabulary.types[claims.type[row] ?? -9]?.id,
    label: claims.labels[claims.label[row] ?? -9],
    stance: STANCES[claims.stance[row] ?? -9],
    modality: MODALITIES[claims.modality[row] ?? -9],
    status: STATUSES[claims.status[row] ?? -9],
    speaker: actorAt(claims.speaker[row]),
    via: viaOf(claims.via, row).map((actor) => actorAt(actor)),
    document: documents[claims.document[row] ?? -9]?.id,
    saidOn: dateAt(claims.saidOn[row]),
    happenedOn: dateAt(claims.happenedOn[row]),
  };
};

const columnsOf = (dataset: SmallDataset) =>
  readClaims(dataset).map(({ via, ...claim }) => {
    const { id, subject, object, type, label, stance, modality, status, speaker, document } = claim;
    const { saidOn, happenedOn } = claim;
    return {
      ...{ id, subject, object, type, label, stance, modality, status, speaker, document },
      ...{ saidOn, happenedOn, via: via.map((inner) => readAs(dataset, inner)) },
    };
  });
const byId = (a: { id?: string | undefined }, b: { id?: string | undefined }) =>
  (a.id ?? '') < (b.id ?? '') ? -1 : 1;

describe('toClaimTable', () => {
  it('when every row is read back, then it is the claim that was put in, actors read through merges', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const rows = Array.from({ length: network.claims.length }, (_, row) => readRow(network, row));
        expect(rows.sort(byId)).toEqual(columnsOf(dataset).sort(byId));
      }),
    );
  });

  it('when two claims are of one origin, then their origin number is equal, and otherwise not', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const { claims } = network;
        const origins = new Map(dataset.claims.map((claim) => [claim.id, claim.origin]));
        const numbers = new Map<string, number>();
        idsOf(network).forEach((id, row) => {
          const origin = origins.get(id) ?? '';
          expect(claims.origin[row]).toBe(numbers.get(origin) ?? claims.origin[row]);
          numbers.set(origin, claims.origin[row] ?? -9);
        });
        expect(new Set(numbers.values()).size).toBe(numbers.size);
      }),
    );
  });

  it('when rows are read in order, then by subject, type, object and id, mutual ends in actor order', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const { claims, vocabulary } = network;
        const keys = idsOf(network).map((id, row) =>
          [claims.subject[row], claims.type[row], claims.object[row]]
            .map((part) => String(part).padStart(3))
            .concat(id)
            .join(),
        );
        expect(keys).toEqual(keys.toSorted());
        idsOf(network).forEach((_, row) => {
          if (vocabulary.types[claims.type[row] ?? -9]?.mutual === true)
            expect(claims.subject[row]).toBeLessThanOrEqual(claims.object[row] ?? -9);
          else expect(claims.isReversed[row]).toBe(0);
        });
      }),
    );
  });

  it('when a date is written twice, then it is kept once, with the days it means', () => {
    const { claims } = toSmallNetwork(
      toSmallDataset({
        claims: [
          { says: 'a leads b', saidOn: '2025-03', happenedOn: '2024' },
          { says: 'a leads c', saidOn: '2024' },
        ],
      }),
    );
    expect(claims.dates).toEqual([
      { text: '2025-03', range: parseDate('2025-03') },
      { text: '2024', range: parseDate('2024') },
    ]);
  });

  it.each([
    ['an actor', { says: 'a leads nobody' }],
    ['a speaker', { says: 'a leads b', speaker: 'nobody' }],
  ])('when a claim names %s the dataset does not hold, then RangeError names it', (_, claim) => {
    const dataset = toSmallDataset({ claims: [claim] });
    const actors = dataset.actors.filter((actor) => actor.id !== 'nobody');
    expect(() => toClaimTable(dataset.claims, actors, dataset.documents, VOCABULARY)).toThrow(/nobody/);
    expect(() => toClaimTable(dataset.claims, dataset.actors, [], VOCABULARY)).toThrow(/document paper/);
  });
});

describe('toNetwork', () => {
  it('when actors, documents and claims come in any other order, then the network is equal', () => {
    const shuffled = arbitraryDataset.chain((dataset) =>
      fc.record({
        dataset: fc.constant(dataset),
        actors: fc.shuffledSubarray([...dataset.actors], { minLength: dataset.actors.length }),
        documents: fc.shuffledSubarray([...dataset.documents], { minLength: dataset.documents.length }),
        claims: fc.shuffledSubarray([...dataset.claims], { minLength: dataset.claims.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ dataset, ...other }) => {
        expect(toNetwork({ ...dataset, ...other })).toEqual(toNetwork(dataset));
      }),
    );
  });
});

describe('indexActors', () => {
  it('when actors are merged in a chain, then all are read as its end', () => {
    const { actors } = toSmallDataset({
      actors: [
        { id: 'a', name: 'A', kind: 'person', mergedInto: 'b' },
        { id: 'b', name: 'B', kind: 'person', mergedInto: 'c' },
        { id: 'c', name: 'C', kind: 'person' },
        { id: 'd', name: 'D', kind: 'person' },
      ],
      claims: [],
    });
    expect([...indexActors(actors)]).toEqual([
      ['a', 2],
      ['b', 2],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('when actors are merged in a circle, then it ends all the same', () => {
    const { actors } = toSmallDataset({
      actors: [
        { id: 'a', name: 'A', kind: 'person', mergedInto: 'b' },
        { id: 'b', name: 'B', kind: 'person', mergedInto: 'a' },
      ],
      claims: [],
    });
    expect([...indexActors(actors).keys()]).toEqual(['a', 'b'] as ActorId[]);
  });
});
