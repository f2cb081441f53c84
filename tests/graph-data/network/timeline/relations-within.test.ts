import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../../../graph-data/model/dates.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { relationsWithin } from '../../../../graph-data/network/timeline/relations-within.ts';
import { toTimeColumns } from '../../../../graph-data/network/timeline/time-columns.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';

const anyDate = fc.option(
  fc.constantFrom(
    '2024',
    '2024-06',
    '2025-03-13',
    '2025-03-18',
    '2025-03-20',
    '2025-04',
    '1945-01-01',
    '2030',
  ),
);

describe('relationsWithin', () => {
  it('when dataset, lens and days are any, then exactly the relations and claims are left that the lens with these dates leaves', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, anyDate, anyDate, (dataset, dated, from, to) => {
        const network = toSmallNetwork(dataset);
        const lens = { ...dated, from: null, to: null };
        const whole = applyLens(network, lens);
        const drawn = Uint32Array.from(network.relations.subject.keys()).filter(
          (relation) => whole.relationClaims[relation] !== 0,
        );
        const columns = toTimeColumns(network, whole, drawn, lens.clock);
        const within = relationsWithin(
          columns,
          from === null ? null : (parseDate(from)?.from ?? NaN),
          to === null ? null : (parseDate(to)?.to ?? NaN),
        );
        const expected = applyLens(network, { ...lens, from, to });
        expect([...within.claims]).toEqual([...drawn].map((relation) => expected.relationClaims[relation]));
        expect([...within.isVisible]).toEqual([...within.claims].map((count) => (count > 0 ? 1 : 0)));
        expect(within.isVisible.reduce((sum, flag) => sum + flag, 0)).toBe(expected.shown.relations);
      }),
      { numRuns: 300 },
    );
  });

  it('when relations are given in another order, then they are answered in it', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        claims: [
          { says: 'a leads b', saidOn: '2025-03-13' },
          { says: 'c leads d', saidOn: '2024' },
        ],
      }),
    );
    const columns = toTimeColumns(network, applyLens(network, DEFAULT_LENS), Uint32Array.of(1, 0), 'said');
    const march = parseDate('2025-03');

    expect([...relationsWithin(columns, march?.from ?? NaN, march?.to ?? NaN).claims]).toEqual([0, 1]);
  });
});
