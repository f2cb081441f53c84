import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BrokenColumnsError,
  decodeColumns,
  encodeColumns,
  requireBelow,
  requireRising,
  toNarrow,
} from '../../../../graph-data/contract/columns/column-file.ts';

const texts = fc.array(fc.string({ unit: 'grapheme' }));
const numbers = fc.record({
  bytes: fc.uint8Array(),
  counts: fc.uint32Array(),
  places: fc.int32Array(),
  lengths: fc.float64Array({ noNaN: true }),
});

describe('encodeColumns and decodeColumns', () => {
  it('when columns of any numbers and texts are written, then they are read as they were', () => {
    fc.assert(
      fc.property(fc.jsonValue(), numbers, texts, (head, { bytes, counts, places, lengths }, words) => {
        const file = decodeColumns(encodeColumns(head, { bytes, words, counts, places, lengths }));
        expect(file.head).toEqual(JSON.parse(JSON.stringify(head)));
        expect(file.numbers('bytes', 'u8', bytes.length)).toEqual(bytes);
        expect(file.numbers('counts', 'u32')).toEqual(counts);
        expect(file.numbers('places', 'i32')).toEqual(places);
        expect(file.numbers('lengths', 'f64')).toEqual(lengths);
        expect(file.texts('words', words.length)).toEqual(words);
      }),
    );
  });

  it('when counts are written as narrow as they may be, then they are read as they were', () => {
    fc.assert(
      fc.property(fc.uint32Array(), fc.constantFrom(0, 16, 24), (values, shift) => {
        const counts = values.map((value) => value >>> shift);
        const narrow = toNarrow(counts);
        const most = counts.reduce((high, value) => Math.max(high, value), 0);
        expect(narrow.BYTES_PER_ELEMENT).toBe(most > 0xffff ? 4 : most > 0xff ? 2 : 1);
        expect(decodeColumns(encodeColumns(null, { counts: narrow })).counts('counts')).toEqual(counts);
      }),
    );
  });

  it('when the bytes stand anywhere in a larger block, then they are read all the same', () => {
    const bytes = encodeColumns('x', { word: ['onrecord'], half: Float64Array.of(0.5) });
    const block = new Uint8Array(bytes.length + 8);
    block.set(bytes, 3);
    const file = decodeColumns(block.subarray(3, 3 + bytes.length));
    expect([file.texts('word'), [...file.numbers('half', 'f64')]]).toEqual([['onrecord'], [0.5]]);
  });

  it('when the bytes are cut off or changed anywhere, then they are refused or read: nothing else is thrown', () => {
    const whole = encodeColumns({ a: 1 }, { words: ['one', 'zwölf', ''], numbers: Uint32Array.of(1, 2, 3) });
    const read = (bytes: Uint8Array): void => {
      const file = decodeColumns(bytes);
      file.texts('words');
      file.numbers('numbers', 'u32');
    };
    const attempt = (bytes: Uint8Array): void => {
      try {
        read(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(BrokenColumnsError);
      }
    };
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.slice(0, length);
      attempt(cut);
      if (length < whole.length - 8) expect(() => read(cut)).toThrow(BrokenColumnsError);
    }
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = whole.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        attempt(changed);
      }),
    );
  });

  it.each([
    ['another beginning', () => decodeColumns(new TextEncoder().encode('{"nodes": []}')), /begin/],
    ['no such column', () => decodeColumns(encodeColumns(0, {})).numbers('x', 'u8'), /no column x/],
    [
      'another type',
      () => decodeColumns(encodeColumns(0, { x: Uint8Array.of(1) })).numbers('x', 'u32'),
      /x is of type u8/,
    ],
    [
      'another length',
      () => decodeColumns(encodeColumns(0, { x: Uint8Array.of(1) })).numbers('x', 'u8', 2),
      /x has 1 values, not 2/,
    ],
    ['a number too high', () => requireBelow(Uint8Array.of(3), 3, 'x'), /x holds 3, which is outside 0 to 2/],
    ['a number too low', () => requireBelow(Int32Array.of(-2), 3, 'x', -1), /x holds -2/],
    ['bounds that fall', () => requireRising(Uint32Array.of(0, 2, 1, 2), 2, 'x'), /x falls/],
    ['bounds that end elsewhere', () => requireRising(Uint32Array.of(0, 2), 3, 'x'), /from 0 to 3/],
  ])('when there is %s, then the error says so', (_, read, words) => {
    expect(read).toThrow(BrokenColumnsError);
    expect(read).toThrow(words);
  });
});
