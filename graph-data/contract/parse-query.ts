import { z } from 'zod';
import type { FaultDetail, ProblemCode } from '../model/errors.ts';
import { OnrecordError } from '../model/errors.ts';
import { describeIssue } from './describe-issue.ts';

/**
 * Parses the parameters of a call. Parameters whose schema is a list may be repeated; any other may stand once.
 * Throws OnrecordError naming every parameter at fault, each once: `unknown-parameter` or `malformed-parameter` (400)
 * when one is, otherwise `out-of-bounds` or `unknown-value` (422).
 */
export function parseQuery<S extends z.ZodObject>(schema: S, parameters: URLSearchParams): z.output<S> {
  const fields = schema.shape as Readonly<Record<string, z.core.$ZodType>>;
  const raw: Record<string, string | string[]> = {};
  const faults: { code: ProblemCode; detail: FaultDetail }[] = [];
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined)
      faults.push(fault('unknown-parameter', name.slice(0, 60), 'this call has no such parameter'));
    else if (isList(field)) raw[name] = values;
    else if (values.length === 1) raw[name] = values[0] ?? '';
    else faults.push(fault('malformed-parameter', name, `expected once, found ${values.length} times`));
  }
  const result = schema.safeParse(raw);
  if (result.success && faults.length === 0) return result.data;
  for (const found of (result.error?.issues ?? []).map(toFault))
    if (faults.every((known) => known.detail.pointer !== found.detail.pointer)) faults.push(found);
  const severity: readonly ProblemCode[] = [
    'unknown-parameter',
    'malformed-parameter',
    'unknown-value',
    'out-of-bounds',
  ];
  const code =
    severity.find((candidate) => faults.some((entry) => entry.code === candidate)) ?? 'malformed-parameter';
  const details = faults.map((entry) => entry.detail);
  throw new OnrecordError(
    code,
    details.map(({ pointer, detail }) => `${pointer.split('/').at(-1)}: ${detail}`).join('; '),
    details,
  );
}

function isList(field: z.core.$ZodType): boolean {
  const inner = field instanceof z.ZodDefault ? field.def.innerType : field;
  return inner instanceof z.ZodArray;
}

function fault(code: ProblemCode, name: string, detail: string): { code: ProblemCode; detail: FaultDetail } {
  const token = name.replaceAll('~', '~0').replaceAll('/', '~1'); // RFC 6901
  return { code, detail: { pointer: `/query/${token}`, detail } };
}

function toFault(issue: z.core.$ZodIssue): { code: ProblemCode; detail: FaultDetail } {
  const { code, detail } = describeIssue(issue, 'malformed-parameter');
  return fault(code, String(issue.path[0] ?? ''), detail);
}
