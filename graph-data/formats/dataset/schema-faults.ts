import type { z } from 'zod';
import type { DatasetFault } from './fault.ts';
import { describeValue, quoteValue } from './fault.ts';
import { findNearest } from './nearest-id.ts';
import type { DataPath, YamlFile } from './yaml-file.ts';

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of fields',
};

/**
 * What a schema makes of the data at a place of a file: all of it when there is no fault; else each fault is reported and
 * the fields that are right by themselves are handed on, so that they can be checked further.
 */
export function readFields<Shape extends z.ZodRawShape>(
  file: YamlFile,
  base: DataPath,
  raw: unknown,
  schema: z.ZodObject<Shape>,
  report: (fault: DatasetFault) => void,
): { whole: z.output<z.ZodObject<Shape>> | undefined; fields: Partial<z.output<z.ZodObject<Shape>>> } {
  const result = schema.safeParse(raw);
  if (result.success) return { whole: result.data, fields: result.data };
  for (const issue of result.error.issues) reportIssue(file, base, raw, schema, issue, report);
  return { whole: undefined, fields: readRightFields(raw, schema) };
}

function readRightFields<Shape extends z.ZodRawShape>(
  raw: unknown,
  schema: z.ZodObject<Shape>,
): Partial<z.output<z.ZodObject<Shape>>> {
  const fields: Record<string, unknown> = {};
  if (typeof raw === 'object' && raw !== null) {
    for (const [name, fieldSchema] of Object.entries(schema.shape as z.ZodRawShape)) {
      const field = (fieldSchema as z.ZodType).safeParse(valueAt(raw, [name]));
      if (field.success && field.data !== undefined) fields[name] = field.data;
    }
  }
  return fields as Partial<z.output<z.ZodObject<Shape>>>;
}

function reportIssue(
  file: YamlFile,
  base: DataPath,
  raw: unknown,
  schema: z.ZodObject,
  issue: Issue,
  report: (fault: DatasetFault) => void,
): void {
  const inside = issue.path.filter((step) => typeof step !== 'symbol');
  const path = [...base, ...inside];
  if (issue.code !== 'unrecognized_keys') {
    report(file.faultAt(path, describeExpected(issue), describeFound(issue, valueAt(raw, inside))));
    return;
  }
  const known = fieldsAt(schema, inside);
  for (const key of issue.keys) {
    const nearest = findNearest(key, known);
    const found = `${quoteValue(key)}${nearest === undefined ? '' : ` (did you mean ${nearest}?)`}`;
    report(file.faultAt([...path, key], `one of the fields ${known.join(', ')}`, found, 'key'));
  }
}

function valueAt(raw: unknown, path: DataPath): unknown {
  let value = raw;
  for (const step of path) {
    const isHeld = typeof value === 'object' && value !== null && Object.hasOwn(value, step);
    value = isHeld ? (value as Record<string | number, unknown>)[step] : undefined;
  }
  return value;
}

/** The names of the fields of the object schema at a path: optional and default wrappers are looked through. */
function fieldsAt(schema: z.ZodObject, path: DataPath): string[] {
  let inner: unknown = schema;
  for (const step of path) {
    inner = (inner as z.ZodObject).shape[step];
    while (inner !== undefined && 'innerType' in (inner as z.ZodOptional).def) {
      inner = (inner as z.ZodOptional).def.innerType;
    }
  }
  return Object.keys((inner as z.ZodObject | undefined)?.shape ?? {});
}

function describeExpected(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_union': {
      const expected = issue.errors.flatMap((errors) => errors.slice(0, 1).map(describeExpected));
      return [...new Set(expected)].join(' or ');
    }
    case 'too_small':
      return describeBound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return describeBound(issue.origin, 'at most', issue.maximum);
    default:
      return issue.message.replace(/^expected /, '');
  }
}

function describeBound(origin: string, comparison: string, bound: number | bigint): string {
  const of = `${comparison} ${bound.toLocaleString('en')}`;
  if (origin === 'string') return `text of ${of} ${bound === 1 ? 'character' : 'characters'}`;
  if (origin === 'array') return `a list of ${of} ${bound === 1 ? 'entry' : 'entries'}`;
  return `a number of ${of}`;
}

function describeFound(issue: Issue, value: unknown): string {
  const found = describeValue(value);
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    if (typeof value === 'number') return `${found} (a number: put it in quotation marks)`;
    if (typeof value === 'boolean') return `${found} (a truth value: put it in quotation marks)`;
  }
  if (issue.code === 'too_big' && typeof value === 'string')
    return `${value.length.toLocaleString('en')}: ${found}`;
  return found;
}
