import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ln } from '../../../../graph-data/network/layout/ln.ts';

describe('ln', () => {
  it('whatever the number, then it is the natural logarithm to the last digits', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e18, noNaN: true }), (value) => {
        expect(Math.abs(ln(value) - Math.log(value))).toBeLessThanOrEqual(
          4e-16 * Math.abs(Math.log(value)) + 4e-16,
        );
      }),
    );
  });

  it('when there is no logarithm, then it says so as Math.log does', () => {
    for (const value of [0, -1, NaN, Infinity]) expect(ln(value)).toBe(Math.log(value));
    expect(ln(1)).toBe(0);
  });
});
