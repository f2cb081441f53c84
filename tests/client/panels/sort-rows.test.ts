import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SortValue } from '../../../client/panels/table/sort-rows.ts';
import { sortRows } from '../../../client/panels/table/sort-rows.ts';

const self = (value: SortValue): SortValue => value;

describe('sortRows', () => {
  it('when sorted by text, then accents and case do not part what belongs together, and numbers in it count', () => {
    expect(sortRows(['b10', 'Élan', 'b9', 'elan', 'Zoo'], self, 'ascending')).toEqual([
      'b9',
      'b10',
      'Élan',
      'elan',
      'Zoo',
    ]);
  });

  it('when something is unknown, then it comes last in either direction', () => {
    expect(sortRows([2, null, 10, 1], self, 'ascending')).toEqual([1, 2, 10, null]);
    expect(sortRows([2, null, 10, 1], self, 'descending')).toEqual([10, 2, 1, null]);
  });

  it('when rows are equal, then they keep their order in either direction', () => {
    const rows = fc.array(fc.record({ key: fc.integer({ min: 0, max: 3 }), at: fc.nat() }));
    fc.assert(
      fc.property(rows, fc.constantFrom('ascending' as const, 'descending' as const), (items, direction) => {
        const numbered = items.map((item, at) => ({ ...item, at }));
        const sorted = sortRows(numbered, ({ key }) => key, direction);
        const sign = direction === 'ascending' ? 1 : -1;
        expect(sorted).toEqual([...numbered].sort((a, b) => sign * (a.key - b.key) || a.at - b.at));
      }),
    );
  });
});
