import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import {
  lensQuery,
  actorsQuery,
  claimsQuery,
  documentsQuery,
  emptyQuery,
  neighboursQuery,
  networkQuery,
  searchQuery,
} from '../../../graph-data/contract/queries.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { ACTOR_KINDS } from '../../../graph-data/model/actor.ts';

const parse = <S extends z.ZodObject>(schema: S, text: string) =>
  parseQuery(schema, new URLSearchParams(text));

/** What parsing answers a faulty query with. */
const refusalOf = (schema: z.ZodObject, text: string): OnrecordError => {
  try {
    parse(schema, text);
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error(`${text} was taken`);
};

describe('parseQuery', () => {
  it('when nothing is said, then the defaults stand', () => {
    expect(parse(actorsQuery, '')).toEqual({ q: '', kind: [], limit: 50 });
    expect(parse(networkQuery, '')).toMatchObject({ limit: 2000, clock: 'said', minClaims: 1, status: [] });
    expect(parse(neighboursQuery, '')).toMatchObject({ direction: 'both', depth: 1, limit: 20 });
    expect(parse(searchQuery, 'q=a')).toEqual({ q: 'a', limit: 10 });
  });

  it('when a plural parameter is repeated, then all its values stand, in order', () => {
    expect(parse(actorsQuery, 'kind=person&q=x&kind=media').kind).toEqual(['person', 'media']);
    expect(parse(claimsQuery, 'between=a&between=b').between).toEqual(['a', 'b']);
  });

  it('when values are at their bounds, then they are taken', () => {
    expect(parse(actorsQuery, 'limit=1').limit).toBe(1);
    expect(parse(actorsQuery, 'limit=500').limit).toBe(500);
    expect(parse(neighboursQuery, 'depth=3').depth).toBe(3);
    expect(parse(actorsQuery, `q=${'x'.repeat(200)}`).q).toHaveLength(200);
    expect(parse(claimsQuery, 'subject=a&'.repeat(100)).subject).toHaveLength(100);
  });

  it.each<[string, z.ZodObject, string, string, string, string]>([
    [
      'has an unknown name',
      actorsQuery,
      'colour=red',
      'unknown-parameter',
      '/query/colour',
      'no such parameter',
    ],
    [
      'has an unknown name twice',
      actorsQuery,
      'colour=red&colour=blue',
      'unknown-parameter',
      '/query/colour',
      'no such parameter',
    ],
    [
      'has a name of every object',
      actorsQuery,
      '__proto__=1',
      'unknown-parameter',
      '/query/__proto__',
      'no such parameter',
    ],
    [
      'has another such name',
      actorsQuery,
      'constructor=1',
      'unknown-parameter',
      '/query/constructor',
      'no such parameter',
    ],
    ['has an empty name', actorsQuery, '=1', 'unknown-parameter', '/query/', 'no such parameter'],
    [
      'has a name with a slash and a tilde',
      actorsQuery,
      'a/b~c=1',
      'unknown-parameter',
      '/query/a~1b~0c',
      'no such parameter',
    ],
    ['takes no parameter', emptyQuery, 'limit=1', 'unknown-parameter', '/query/limit', 'no such parameter'],
    [
      'repeats what stands once',
      actorsQuery,
      'limit=1&limit=2',
      'malformed-parameter',
      '/query/limit',
      'once, found 2 times',
    ],
    [
      'repeats the required',
      searchQuery,
      'q=a&q=b',
      'malformed-parameter',
      '/query/q',
      'once, found 2 times',
    ],
    ['lacks the required', searchQuery, '', 'malformed-parameter', '/query/q', 'missing'],
    [
      'has a limit that is no number',
      actorsQuery,
      'limit=ten',
      'malformed-parameter',
      '/query/limit',
      'a whole number',
    ],
    ['has an empty limit', actorsQuery, 'limit=', 'malformed-parameter', '/query/limit', 'a whole number'],
    ['has a broken limit', actorsQuery, 'limit=1.5', 'malformed-parameter', '/query/limit', 'a whole number'],
    [
      'has a limit like code',
      actorsQuery,
      'limit=0x10',
      'malformed-parameter',
      '/query/limit',
      'a whole number',
    ],
    ['has a limit of 0', actorsQuery, 'limit=0', 'out-of-bounds', '/query/limit', 'at least 1'],
    ['has a negative limit', actorsQuery, 'limit=-3', 'out-of-bounds', '/query/limit', 'at least 1'],
    ['has a limit above the most', actorsQuery, 'limit=501', 'out-of-bounds', '/query/limit', 'at most 500'],
    [
      'has too much of the network',
      networkQuery,
      'limit=100001',
      'out-of-bounds',
      '/query/limit',
      'at most 100000',
    ],
    ['goes too deep', neighboursQuery, 'depth=4', 'out-of-bounds', '/query/depth', 'at most 3'],
    ['goes nowhere', neighboursQuery, 'depth=0', 'out-of-bounds', '/query/depth', 'at least 1'],
    ['asks for no claim', lensQuery, 'minClaims=0', 'out-of-bounds', '/query/minClaims', 'at least 1'],
    [
      'is too long',
      actorsQuery,
      `q=${'x'.repeat(201)}`,
      'out-of-bounds',
      '/query/q',
      'at most 200 characters',
    ],
    ['searches for nothing', searchQuery, 'q=', 'out-of-bounds', '/query/q', 'at least 1 characters'],
    [
      'has too many values',
      claimsQuery,
      'subject=a&'.repeat(101),
      'out-of-bounds',
      '/query/subject',
      'at most 100 values',
    ],
    [
      'has an over-long value',
      claimsQuery,
      `subject=${'x'.repeat(201)}`,
      'out-of-bounds',
      '/query/subject',
      'at most 200 characters',
    ],
    [
      'has an over-long cursor',
      documentsQuery,
      `cursor=${'x'.repeat(501)}`,
      'out-of-bounds',
      '/query/cursor',
      'at most 500 characters',
    ],
    [
      'has an unknown direction',
      neighboursQuery,
      'direction=up',
      'unknown-value',
      '/query/direction',
      'one of in, out, both',
    ],
    [
      'has an unknown kind',
      actorsQuery,
      'kind=person&kind=robot',
      'unknown-value',
      '/query/kind',
      `one of ${ACTOR_KINDS.join(', ')}`,
    ],
    [
      'has an unknown clock',
      lensQuery,
      'clock=cuckoo',
      'unknown-value',
      '/query/clock',
      'one of said, happened',
    ],
    [
      'has an unknown status',
      lensQuery,
      'status=',
      'unknown-value',
      '/query/status',
      'one of proposed, accepted, rejected',
    ],
    [
      'has a date that is none',
      lensQuery,
      'from=yesterday',
      'malformed-parameter',
      '/query/from',
      'an EDTF date',
    ],
    ['has an empty date', lensQuery, 'to=', 'malformed-parameter', '/query/to', 'an EDTF date'],
    [
      'has a day that is none',
      lensQuery,
      'to=2025-02-30',
      'malformed-parameter',
      '/query/to',
      'an EDTF date',
    ],
  ])(
    'when the query %s, then it is refused with its code, place and reason',
    (_, schema, text, code, pointer, words) => {
      const refusal = refusalOf(schema, text);
      expect(refusal.code).toBe(code);
      expect(refusal.errors.map((error) => error.pointer)).toEqual([pointer]);
      expect(refusal.errors[0]?.detail).toContain(words);
      expect(refusal.message).toContain(`${pointer.replace('/query/', '')}: `);
      expect(refusal.message).toContain(words);
    },
  );

  it('when several parameters are at fault, then all are named, and what is malformed counts before what is unknown', () => {
    const refusal = refusalOf(neighboursQuery, 'depth=9&direction=up&limit=x&limit=y&colour=red');
    expect(refusal.errors.map((error) => error.pointer).sort()).toEqual([
      '/query/colour',
      '/query/depth',
      '/query/direction',
      '/query/limit',
    ]);
    expect(refusal.code).toBe('unknown-parameter');
    expect(refusalOf(neighboursQuery, 'depth=9&limit=x').code).toBe('malformed-parameter');
    expect(refusalOf(neighboursQuery, 'depth=9&direction=up').code).toBe('unknown-value');
  });

  it('when a name is very long, then the answer does not repeat all of it', () => {
    expect(refusalOf(actorsQuery, `${'x'.repeat(5000)}=1`).message.length).toBeLessThan(200);
  });

  it('when the query is any text, then it is parsed or refused, never an error of ours', () => {
    const name = fc.constantFrom(
      'q',
      'kind',
      'limit',
      'cursor',
      'from',
      'depth',
      'speaker',
      '__proto__',
      'a~/b',
    );
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('1', '-1', 'person', '2025', ''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, value), { maxLength: 6 }),
        fc.constantFrom(actorsQuery, claimsQuery, neighboursQuery, networkQuery, searchQuery, emptyQuery),
        (pairs, schema) => {
          const known = pairs.filter(([each]) => Object.hasOwn(schema.shape, each));
          try {
            const parsed = parseQuery(schema, new URLSearchParams(pairs));
            expect(known).toEqual(pairs);
            expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
          } catch (error) {
            expect(error).toBeInstanceOf(OnrecordError);
            const refusal = error as OnrecordError;
            expect(refusal.errors.length).toBeGreaterThan(0);
            if (known.length < pairs.length) expect(refusal.code).toBe('unknown-parameter');
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
