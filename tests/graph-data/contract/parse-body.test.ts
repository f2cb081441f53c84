import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseBody } from '../../../graph-data/contract/parse-body.ts';
import { actorChoiceSchema, decisionsBodySchema } from '../../../graph-data/contract/writes.ts';
import { edtfDate } from '../../../graph-data/model/document.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  kind: z.enum(['a', 'b']).default('a'),
  actor: actorChoiceSchema.optional(),
  day: edtfDate.optional(),
  list: z.array(z.strictObject({ 'x/y~z': z.int() })).optional(),
});

function faultsOf(value: unknown, of: z.ZodType = schema): readonly [string, ...string[]] {
  try {
    parseBody(of, value);
  } catch (error) {
    if (error instanceof OnrecordError)
      return [error.code, ...error.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)];
  }
  throw new Error('expected a refusal');
}

describe('parseBody', () => {
  it('when a claim is decided twice at once, then the second place is at fault', () => {
    const decisions = ['c1', 'c2', 'c1'].map((claim) => ({ claim, status: 'accepted' }));
    expect(faultsOf({ decisions }, decisionsBodySchema)).toEqual([
      'malformed-body',
      '/body/decisions/2/claim: expected each claim once',
    ]);
  });

  it('when a body is right, then it is what the schema makes of it', () => {
    expect(parseBody(schema, { name: 'x', day: '2025-03' })).toEqual({
      name: 'x',
      kind: 'a',
      day: '2025-03',
    });
  });

  it.each<[unknown, readonly string[]]>([
    [{}, ['malformed-body', '/body/name: expected, but missing']],
    [{ name: 5 }, ['malformed-body', '/body/name: expected string']],
    [{ name: '' }, ['out-of-bounds', '/body/name: expected at least 1 characters']],
    [{ name: 'toolong' }, ['out-of-bounds', '/body/name: expected at most 5 characters']],
    [{ name: 'x', kind: 'c' }, ['unknown-value', '/body/kind: expected one of a, b']],
    [
      { name: '', kind: 'c' },
      ['unknown-value', '/body/name: expected at least 1 characters', '/body/kind: expected one of a, b'],
    ],
    [{ name: 'x', more: 1 }, ['malformed-body', '/body/more: there is no such field']],
    [
      { name: 'x', actor: {} },
      ['malformed-body', '/body/actor: expected {"id": …}, or {"name": …, "kind": …}'],
    ],
    [{ name: 'x', day: [] }, ['malformed-body', '/body/day: expected an EDTF date such as 2025-03-13']],
    [{ name: 'x', list: [{ 'x/y~z': 'a' }] }, ['malformed-body', '/body/list/0/x~1y~0z: expected number']],
    ['text', ['malformed-body', '/body: expected object']],
    [null, ['malformed-body', '/body: expected object']],
  ])('when it is %j, then each place at fault is named, the worst deciding the code', (value, faults) => {
    expect(faultsOf(value)).toEqual(faults);
  });

  it('when very many places are at fault, then the first fifty are told', () => {
    const [, ...told] = faultsOf({ name: 'x', list: Array.from({ length: 400 }, () => ({})) });
    expect(told).toHaveLength(50);
  });
});
