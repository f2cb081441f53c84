import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../graph-data/model/dates.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { getActor, getRelationId } from '../../../graph-data/network/network.ts';
import { summariseRelation } from '../../../graph-data/network/relation-summary.ts';
import type { SmallClaim } from '../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';
import { groupByRelation, lookThrough } from './naive-network.ts';

/** The summary of the only relation of these claims, speakers by id. */
const summarise = (claims: readonly SmallClaim[], lens: Partial<Lens> = {}) => {
  const network = toSmallNetwork(toSmallDataset({ claims }));
  expect(network.relations.length).toBe(1);
  const summary = summariseRelation(network, applyLens(network, { ...DEFAULT_LENS, ...lens }), 0);
  return {
    ...summary,
    speakers: summary.speakers.map((speaker) => (speaker < 0 ? null : getActor(network, speaker).id)),
  };
};

describe('summariseRelation', () => {
  it('when labels differ, then the most frequent first, then alphabetical', () => {
    const claims = ['friend', 'ally', 'partner', 'friend', 'old ally'].map((label) => ({
      says: 'a befriends b',
      label,
    }));
    expect(summarise(claims).labels).toEqual(['friend', 'ally', 'old ally', 'partner']);
  });

  it('when speakers differ, then those of most claims first, then by id, the document’s own voice before them', () => {
    const claims = ['x', 'z', 'y', null, 'z'].map((speaker) => ({ says: 'a befriends b', speaker }));
    expect(summarise(claims).speakers).toEqual(['z', null, 'x', 'y']);
  });

  it.each<[string, SmallClaim['stance'][]]>([
    ['positive', ['positive', 'positive', 'negative']],
    ['negative', ['negative', 'positive', 'negative', 'neutral']],
    ['neutral', ['positive', 'negative']],
    ['neutral', ['positive', 'neutral']],
    ['neutral', ['neutral']],
  ])('when the stance is %s, then of the claims %j', (stance, stances) => {
    const claims = stances.map((each) => ({ says: 'a supports b', stance: each ?? 'neutral' }));
    expect(summarise(claims).stance).toBe(stance);
  });

  it('when claims have dates, then the first to begin and the last to end, happenedOn before saidOn', () => {
    const claims: SmallClaim[] = [
      { says: 'a leads b', happenedOn: '2024-05', saidOn: '1999' },
      { says: 'a leads b', saidOn: '2025-03' },
      { says: 'a leads b', happenedOn: '2024-05-02/2024-06' },
      { says: 'a leads b' },
    ];
    expect(summarise(claims)).toMatchObject({ firstOn: '2024-05', lastOn: '2025-03' });
    expect(summarise(claims.slice(3))).toMatchObject({ firstOn: null, lastOn: null });
    expect(summarise([{ says: 'a leads b', happenedOn: '2024/..' }, ...claims])).toMatchObject({
      firstOn: '2024/..',
      lastOn: '2024/..',
    });
  });

  it('when the lens cuts claims, then only what passes is counted', () => {
    const claims: SmallClaim[] = [
      { says: 'a supports b', label: 'backs', stance: 'positive', speaker: 'x', saidOn: '2025' },
      { says: 'a supports b', label: 'hinders', stance: 'negative', modality: 'planned', saidOn: '2024' },
      { says: 'a supports b', label: 'hinders', stance: 'negative', status: 'proposed' },
    ];
    expect(summarise(claims, { stances: ['negative'] })).toEqual({
      labels: ['hinders'],
      claims: 1,
      origins: 1,
      speakers: [null],
      stance: 'negative',
      stances: { positive: 0, neutral: 0, negative: 1 },
      modalities: { asserted: 0, denied: 0, planned: 1, hypothetical: 0 },
      firstOn: '2024',
      lastOn: '2024',
      isDisputed: false,
    });
  });

  it('when a side of a dispute is cut, then the relation is still said to be disputed', () => {
    const claims: SmallClaim[] = [
      { says: 'a leads b', document: 'times' },
      { says: 'a leads b', modality: 'denied' },
    ];
    expect(summarise(claims, { modalities: ['asserted'] })).toMatchObject({ claims: 1, isDisputed: true });
  });

  it('when the dataset is any, then counts add up and dates bound those of every claim', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const selection = applyLens(network, DEFAULT_LENS);
        const groups = groupByRelation(lookThrough(dataset, DEFAULT_LENS));
        for (let relation = 0; relation < network.relations.length; relation += 1) {
          const claims = groups.get(getRelationId(network, relation)) ?? [];
          const summary = summariseRelation(network, selection, relation);
          const sum = (counts: Readonly<Record<string, number>>): number =>
            Object.values(counts).reduce((a, b) => a + b, 0);
          expect(summary.claims).toBe(claims.length);
          expect([sum(summary.stances), sum(summary.modalities)]).toEqual([claims.length, claims.length]);
          expect(new Set(summary.labels)).toEqual(new Set(claims.map((claim) => claim.label)));
          const ranges = claims.flatMap((claim) => parseDate(claim.happenedOn ?? claim.saidOn ?? '') ?? []);
          expect(parseDate(summary.firstOn ?? '')?.from).toBe(
            ranges.length === 0 ? undefined : Math.min(...ranges.map((range) => range.from)),
          );
          expect(parseDate(summary.lastOn ?? '')?.to).toBe(
            ranges.length === 0 ? undefined : Math.max(...ranges.map((range) => range.to)),
          );
        }
      }),
    );
  });
});
