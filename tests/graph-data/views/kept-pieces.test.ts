import { describe, expect, it } from 'vitest';
import { KeptPieces } from '../../../graph-data/views/kept-pieces.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('KeptPieces', () => {
  it('when pieces were added, then each is found by its number, and no other', () => {
    const kept = new KeptPieces(5, 100);
    kept.add(0, bytes(1, 2));
    kept.add(4, bytes(3));
    expect([0, 1, 4].map((number) => kept.find(number))).toEqual([bytes(1, 2), undefined, bytes(3)]);
  });

  it('when many are kept, then none is lost while the room grows', () => {
    const kept = new KeptPieces(300, 1_000_000);
    const pieceOf = (number: number): Uint8Array => new Uint8Array(1000).fill(number % 256);
    for (let number = 0; number < 300; number += 1) kept.add(number, pieceOf(number));
    for (let number = 0; number < 300; number += 1) expect(kept.find(number)).toEqual(pieceOf(number));
  });

  it('when there is no more room, then the keeping begins anew', () => {
    const kept = new KeptPieces(3, 4);
    kept.add(0, bytes(1, 2));
    kept.add(1, bytes(3, 4));
    kept.add(2, bytes(5));
    expect([0, 1, 2].map((number) => kept.find(number))).toEqual([undefined, undefined, bytes(5)]);
  });

  it('when a piece has no room by itself, or a number that none has, then it is not kept and others stay', () => {
    const kept = new KeptPieces(2, 4);
    kept.add(0, bytes(1));
    kept.add(1, new Uint8Array(5));
    kept.add(2, bytes(6));
    expect([0, 1, 2].map((number) => kept.find(number))).toEqual([bytes(1), undefined, undefined]);
  });
});
