import { describe, expect, it } from 'vitest';
import type { ClaimTable } from '../../../../graph-data/network/claim-table.ts';
import { chooseByOrigin, countOrigins } from '../../../../graph-data/network/compare/count-origins.ts';

const claims = { origin: Uint32Array.of(0, 0, 0, 1, 2) } as ClaimTable;

describe('countOrigins and chooseByOrigin', () => {
  it('when claims share an origin, then it counts once', () => {
    expect(countOrigins(claims, [0, 1, 3])).toBe(2);
    expect(countOrigins(claims, [])).toBe(0);
  });

  it.each([
    [2, [0, 3]],
    [3, [0, 3, 4]],
    [4, [0, 3, 4, 1]],
    [9, [0, 3, 4, 1, 2]],
  ])('when %i are chosen, then one of each origin comes first', (most, expected) => {
    expect(chooseByOrigin(claims, [0, 1, 2, 3, 4], most)).toEqual(expected);
  });
});
