import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { compareIds } from '../../../graph-data/model/ids.ts';
import {
  ClaimIdList,
  createRowFinder,
  findClaimRow,
  readClaimId,
} from '../../../graph-data/network/claim-ids.ts';

const hex = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdef')),
  minLength: 16,
  maxLength: 16,
});
const minted = hex.map((digits) => `c${digits}`);
/** Nearly minted, and not at all. */
const other = fc.oneof(
  hex.map((digits) => `c${digits.toUpperCase()}x`),
  hex.map((digits) => `d${digits}`),
  hex.map((digits) => `c${digits.slice(1)}`),
  hex.map((digits) => `c${digits.slice(1)}G`),
  fc.string({ maxLength: 20 }),
);
const listOf = (ids: readonly string[]): ClaimIdList => {
  const list = new ClaimIdList();
  for (const id of ids) list.push(id as ClaimId);
  return list;
};

describe('ClaimIdList', () => {
  it.each([
    ['minted', minted],
    ['minted and alike in their last digits', minted.map((id) => `${id.slice(0, 9)}000000f${id.slice(16)}`)],
    ['of any form', fc.oneof(minted, other)],
  ])('when ids are %s, then they are sorted, read back by row and found by id', (_, id) => {
    const shuffled = fc
      .uniqueArray(id, { maxLength: 30 })
      .chain((ids) =>
        fc.tuple(fc.constant(ids), fc.shuffledSubarray([...ids.keys()], { minLength: ids.length })),
      );
    fc.assert(
      fc.property(shuffled, ([ids, order]) => {
        const list = listOf(ids);
        const byId = list.sort();
        expect(Array.from(byId, (place) => ids[place])).toEqual(ids.toSorted(compareIds));
        const packed = list.toIds(Uint32Array.from(order), byId);
        order.forEach((place, row) => {
          expect(readClaimId(packed, row)).toBe(ids[place]);
          expect(findClaimRow(packed, ids[place] ?? '')).toBe(row);
          expect(createRowFinder(packed)(ids[place] ?? '')).toBe(row);
        });
      }),
    );
  });

  it('when asked for what is not there, then it has neither id nor row', () => {
    const list = listOf(['c00000000ffffffff', 'mine']);
    const packed = list.toIds(list.sort(), list.sort());
    expect(readClaimId(packed, 2)).toBeUndefined();
    expect(readClaimId(packed, -1)).toBeUndefined();
    for (const id of ['', 'c00000000fffffffe', 'c00000001ffffffff', 'C00000000ffffffff', 'others']) {
      expect(findClaimRow(packed, id)).toBe(-1);
      expect(createRowFinder(packed)(id)).toBe(-1);
    }
  });
});
