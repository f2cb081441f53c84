import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CursorKey } from '../../../graph-data/contract/cursor.ts';
import { parseCursor, toCursor } from '../../../graph-data/contract/cursor.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';

const KEY: CursorKey = { version: 3, query: '["actors","putin"]' };
const anyKey: fc.Arbitrary<CursorKey> = fc.record({
  version: fc.nat(),
  query: fc.string({ unit: 'binary' }),
});

/** The error that parsing ends in, or undefined. */
const refusalOf = (cursor: string, key: CursorKey): OnrecordError | undefined => {
  try {
    parseCursor(cursor, key);
    return undefined;
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
};

describe('parseCursor', () => {
  it('when a cursor was given out for this query at this version, then it is read back', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), anyKey, (offset, key) => {
        const cursor = toCursor(offset, key);
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(parseCursor(cursor, key)).toBe(offset);
      }),
    );
  });

  it('when there is none, then the list begins', () => {
    expect(parseCursor(undefined, KEY)).toBe(0);
  });

  it.each([
    ['another query', { ...KEY, query: '["actors","trump"]' }, 'another query'],
    ['another version', { ...KEY, version: 4 }, 'data has changed'],
    ['another version and query', { version: 4, query: '' }, 'another query'],
  ])('when the cursor is of %s, then it is refused in these words', (_, key, words) => {
    const refusal = refusalOf(toCursor(50, key), KEY);
    expect(refusal?.code).toBe('malformed-cursor');
    expect(refusal?.message).toContain(words);
    expect(refusal?.errors).toEqual([{ pointer: '/query/cursor', detail: refusal?.message }]);
  });

  const encode = (value: unknown): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const [, version, hash] = JSON.parse(atob(toCursor(50, KEY))) as [number, number, string];

  it.each([
    ['nothing', ''],
    ['no base64', '💥'],
    ['no JSON', btoa('hello')],
    ['no list', encode({ 0: 50, 1: version, 2: hash })],
    ['null', encode(null)],
    ['a negative offset', encode([-1, version, hash])],
    ['a fraction', encode([1.5, version, hash])],
    ['a text for an offset', encode(['50', version, hash])],
    ['more than was given', encode([50, version, hash, 1])],
    ['a number too great', encode([2 ** 60, version, hash])],
    ['padding', `${toCursor(50, KEY)}=`],
    ['white space', ` ${toCursor(50, KEY)}`],
    ['another way to write it', btoa(`[50, ${version}, "${hash}"]`)],
  ])('when the cursor is %s, then it is refused', (_, cursor) => {
    expect(refusalOf(cursor, KEY)?.code).toBe('malformed-cursor');
  });

  it('when a cursor is any text, then it is what was given out, or refused as malformed, and nothing else', () => {
    const nearly = fc
      .tuple(fc.nat({ max: 60 }), fc.nat({ max: 40 }), fc.constantFrom(...'AZaz09-_=+/ '.split(/(?:)/)))
      .map(([offset, at, letter]) => {
        const cursor = toCursor(offset, KEY);
        return cursor.slice(0, at) + letter + cursor.slice(at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), nearly), (cursor) => {
        const refusal = refusalOf(cursor, KEY);
        if (refusal === undefined) expect(toCursor(parseCursor(cursor, KEY), KEY)).toBe(cursor);
        else expect(refusal.code).toBe('malformed-cursor');
      }),
      { numRuns: 1000 },
    );
  });
});
