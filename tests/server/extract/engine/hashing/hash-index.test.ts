import { describe, expect, it } from 'vitest';
import { HashIndex } from '../../../../../server/extract/engine/hashing/hash-index.ts';
import { hashOf } from '../../../../../server/extract/engine/hashing/part.ts';

describe('HashIndex', () => {
  const names = Array.from({ length: 5000 }, (_, k) => `w:${k}`);
  const index = new HashIndex(names.map(hashOf));

  it('when hashes are looked up, then each has its number and others have none', () => {
    expect(names.every((name, k) => index.numberOf(hashOf(name)) === k)).toBe(true);
    expect(index.numberOf(hashOf('never given'))).toBe(-1);
    expect(new HashIndex([]).numberOf(0)).toBe(-1);
    expect(new HashIndex([0]).numberOf(0)).toBe(0);
  });

  it('when a hash comes twice, then it counts once, or twice if so asked', () => {
    const hashes = Int32Array.from(['w:1', 'w:7', 'w:1', 'none'].map(hashOf));
    expect(index.knownOf(hashes)).toEqual([1, 7]);
    expect(index.knownOf(hashes, false)).toEqual([1, 7, 1]);
    expect(
      index.sumOf(
        Float64Array.from(names, (_, k) => k),
        hashes,
      ),
    ).toBe(8);
  });
});
