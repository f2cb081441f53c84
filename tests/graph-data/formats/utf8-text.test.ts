import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Utf8Text } from '../../../graph-data/formats/utf8-text.ts';
import { hostileText } from './hostile-text.ts';

describe('Utf8Text', () => {
  it('when any pieces are written, then their bytes are those of each encoded plainly, and it begins anew', () => {
    fc.assert(
      fc.property(fc.array(fc.array(hostileText)), (texts) => {
        const text = new Utf8Text();
        for (const pieces of texts) {
          for (const piece of pieces) expect(text.write(piece)).toBe(Buffer.byteLength(piece));
          const plain = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
          expect(text.length).toBe(plain.length);
          expect(Buffer.from(text.take())).toEqual(plain);
          expect(text.length).toBe(0);
        }
      }),
    );
  });

  it('when a piece is longer than all room there is, then nothing is lost of it or of what stood before', () => {
    const text = new Utf8Text();
    text.write('Говорит: ');
    text.write('語'.repeat(100_000));
    expect(new TextDecoder().decode(text.take())).toBe(`Говорит: ${'語'.repeat(100_000)}`);
  });

  it('when what was taken is kept, then later pieces leave it as it is', () => {
    const text = new Utf8Text();
    text.write('first');
    const first = text.take();
    text.write('other');
    expect(new TextDecoder().decode(first)).toBe('first');
  });
});
