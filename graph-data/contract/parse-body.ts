import type { z } from 'zod';
import type { FaultDetail, ProblemCode } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import type { DescribedIssue } from './describe-issue.ts';
import { describeIssue } from './describe-issue.ts';

/** Faults told one by one: a list of 500 wrong decisions is told in part. */
const MOST_TOLD = 50;

/**
 * Parses what a JSON body holds. Throws OnrecordError naming every place at fault as a JSON Pointer below `/body`:
 * `malformed-body` (400) when one is of another form, or has a field that is not known, otherwise `unknown-value` or
 * `out-of-bounds` (422).
 */
export function parseBody<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap(toFaults);
  const severity: readonly ProblemCode[] = ['malformed-body', 'unknown-value', 'out-of-bounds'];
  const code =
    severity.find((candidate) => faults.some((fault) => fault.code === candidate)) ?? 'malformed-body';
  const errors = faults.slice(0, MOST_TOLD).map(({ pointer, detail }): FaultDetail => ({ pointer, detail }));
  throw new OnrecordError(
    code,
    errors
      .map(({ pointer, detail }) => `${pointer.replace(/^\/body\/?/, '') || 'the body'}: ${detail}`)
      .join('; '),
    errors,
  );
}

type Fault = FaultDetail & Pick<DescribedIssue, 'code'>;

function toFaults(issue: z.core.$ZodIssue): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      code: 'malformed-body',
      pointer: toPointer([...issue.path, key.slice(0, 60)]),
      detail: 'there is no such field',
    }));
  const pointer = toPointer(issue.path);
  if (issue.code === 'invalid_union')
    return [{ code: 'malformed-body', pointer, detail: describeUnion(issue) }];
  return [{ pointer, ...describeIssue(issue, 'malformed-body') }];
}

/** Of unions there are two: actors by id or name, and days, which YAML may give as a number. */
function describeUnion({ errors }: z.core.$ZodIssueInvalidUnion): string {
  const isOfText = errors
    .flat()
    .some((issue) => issue.code === 'invalid_type' && issue.expected === 'string' && issue.path.length === 0);
  return isOfText
    ? 'expected an EDTF date such as 2025-03-13'
    : 'expected {"id": …}, or {"name": …, "kind": …}';
}

/** RFC 6901. */
function toPointer(path: readonly PropertyKey[]): string {
  return ['/body', ...path.map((part) => String(part).replaceAll('~', '~0').replaceAll('/', '~1'))].join('/');
}
