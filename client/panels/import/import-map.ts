import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import type { ImportColumn } from '../../../graph-data/formats/csv/import-columns.ts';
import { COLUMN_NAMES } from '../../../graph-data/formats/csv/import-columns.ts';

type Columns = ImportReport['columns'];

/** The columns with the header at `at` read as `column` (null: not read); another header of that column loses it. */
export function withColumn(columns: Columns, at: number, column: ImportColumn | null): Columns {
  return columns.map((each, index) => {
    if (index === at) return { ...each, column };
    return column !== null && each.column === column ? { ...each, column: null } : each;
  });
}

/** The `column=header` pairs that say all of it: columns that no header is read as are left out by name. */
export function toMapPairs(columns: Columns): string[] {
  return COLUMN_NAMES.map((name) => {
    const header = columns.find(({ column }) => column === name)?.header ?? '';
    return `${name}=${header}`;
  });
}
