import { describe, expect, it } from 'vitest';
import { toClaims } from '../../../../graph-data/formats/dataset/to-claims.ts';
import { claimIdOf } from '../../../../graph-data/model/ids.ts';
import { parseSmallDataset, sha256Hex } from './small-dataset.ts';

describe('the claims of a dataset', () => {
  const dataset = parseSmallDataset();
  const claims = toClaims(dataset, sha256Hex);

  it('when computed, then each has its id, its evidence and what its author wrote, in the dataset’s order', () => {
    expect(claims).toHaveLength(4);
    expect(claims[2]).toEqual({
      id: claimIdOf(
        {
          document: 'first',
          start: 72,
          end: 86,
          subject: 'ana-weiss',
          type: 'trusts',
          object: 'bo',
          speaker: 'bo',
        } as never,
        sha256Hex,
      ),
      subject: 'ana-weiss',
      type: 'trusts',
      object: 'bo',
      label: 'trusts',
      stance: 'positive',
      modality: 'asserted',
      speaker: 'bo',
      via: ['ana-weiss', 'cy-corp'],
      document: 'first',
      evidence: {
        start: 72,
        end: 86,
        exact: 'Ana trusts him',
        prefix: ' Málaga last week.\nBo says that ',
        suffix: '. Cy doubts that.\n',
        sentence: 'Bo says that Ana trusts him.',
        sentenceStart: 59,
        basis: 'text',
      },
      saidOn: '2025',
      happenedOn: null,
      status: 'accepted',
      method: 'rules@1.0',
      certainty: 0.5,
      reason: '"says that"',
      reviewedBy: null,
      reviewedAt: null,
      origin: claims[2]?.id,
    });
  });

  it('when a mutual relation is told in near-equal sentences the other way round, then both are one origin', () => {
    expect(claims[0]?.subject).toBe('bo');
    expect(claims[1]?.subject).toBe('ana-weiss');
    expect(claims.map(({ origin }) => origin)).toEqual([
      claims[0]?.id,
      claims[0]?.id,
      claims[2]?.id,
      claims[3]?.id,
    ]);
  });

  it('when a quote is not at its offsets, then throws', () => {
    const moved = dataset.claims.map((claim) => ({ ...claim, start: claim.start + 1 }));
    expect(() => toClaims({ ...dataset, claims: moved }, sha256Hex)).toThrow(RangeError);
  });
});
