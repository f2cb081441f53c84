import type { z } from 'zod';
import type { DatasetFault } from './fault.ts';
import { describeValue, quoteValue } from './fault.ts';
import { readFields } from './schema-faults.ts';
import type { YamlFile } from './yaml-file.ts';

/** An entry of a list file: whole when its schema finds no fault, else the fields that are right by themselves. */
export interface Entry<T> {
  readonly index: number;
  readonly whole: T | undefined;
  readonly fields: Partial<T>;
}

/** The entries of a file that is one list; reports every fault of its schema and every id that stands twice. */
export function readEntries<Shape extends z.ZodRawShape>(
  file: YamlFile,
  what: string,
  schema: z.ZodObject<Shape>,
  report: (fault: DatasetFault) => void,
): Entry<z.output<z.ZodObject<Shape>>>[] {
  if (!Array.isArray(file.value)) {
    report(file.faultAt([], `a list of ${what}`, describeValue(file.value)));
    return [];
  }
  const entries = file.value.map((raw: unknown, index) => ({
    index,
    ...readFields(file, [index], raw, schema, report),
  }));
  const firstWith = new Map<unknown, number>();
  for (const { index, fields } of entries) {
    const { id } = fields as { readonly id?: string };
    if (id === undefined) continue;
    const first = firstWith.get(id);
    if (first === undefined) firstWith.set(id, index);
    else {
      const { line } = file.faultAt([first, 'id'], '', '');
      report(
        file.faultAt(
          [index, 'id'],
          'an id of its own',
          `${quoteValue(id)}, which stands on line ${line} too`,
        ),
      );
    }
  }
  return entries;
}
