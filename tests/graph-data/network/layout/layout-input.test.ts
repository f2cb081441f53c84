import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { toLayoutInput } from '../../../../graph-data/network/layout/layout-input.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { toNetwork } from '../../../../graph-data/network/network.ts';
import type { SmallDataset } from '../../../fixtures/small-network.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset } from '../arbitrary-dataset.ts';
import { rowsOf } from './edges-of.ts';

const inputOf = (dataset: SmallDataset) => {
  const network = toSmallNetwork(dataset);
  return toLayoutInput(network, applyLens(network, DEFAULT_LENS));
};

describe('toLayoutInput', () => {
  it('when two are tied by several claims, either way and of any type, then by one edge of weight 1 + ln n', () => {
    const dataset = toSmallDataset({
      claims: [
        { says: 'b leads a' },
        { says: 'a supports b' },
        { says: 'a consults b' },
        { says: 'c leads b' },
        { says: 'c leads c' },
        { says: 'a leads c', status: 'rejected' },
      ],
    });
    const { ids, edges } = inputOf(dataset);
    expect(ids).toEqual(['a', 'b', 'c']);
    expect(rowsOf(edges)).toEqual([
      [0, 1, expect.closeTo(1 + Math.log(3), 14)],
      [1, 2, 1],
    ]);
  });

  it('when actors are named by proposals alone, or were merged, then the input is as without them', () => {
    const claims = [{ says: 'b leads d' }, { says: 'd supports a' }];
    const alone = inputOf(toSmallDataset({ claims }));
    expect(alone.ids).toEqual(['a', 'b', 'd']);
    const withOthers = toSmallDataset({
      actors: ['a', 'b', 'd', { id: 'c', name: 'C', kind: 'person', mergedInto: 'a' }],
      claims: [
        ...claims,
        { says: 'aa attacks b', status: 'proposed' },
        { says: 'e leads c', status: 'rejected' },
      ],
    });
    expect(inputOf(withOthers)).toEqual(alone);
  });

  it('when claims come in any order, then the input is the same, sorted, without loops or pairs twice', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const input = inputOf(dataset);
        const reversed = toNetwork({
          ...dataset,
          actors: dataset.actors.toReversed(),
          claims: dataset.claims.toReversed(),
        });
        expect(toLayoutInput(reversed, applyLens(reversed, DEFAULT_LENS))).toEqual(input);
        expect(input.ids).toEqual(input.ids.toSorted());
        const pairs = rowsOf(input.edges).map(([a, b]) => a * 1000 + b);
        expect(pairs).toEqual([...new Set(pairs)].sort((a, b) => a - b));
        for (const [a, b, weight] of rowsOf(input.edges)) {
          expect(a).toBeLessThan(b);
          expect(weight).toBeGreaterThanOrEqual(1);
        }
      }),
    );
  });
});
