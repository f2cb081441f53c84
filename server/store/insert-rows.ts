import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Insertable } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Inserts rows with one prepared statement: building each by the query builder takes several times as long. All rows have
 * the same columns in the same order. The caller holds a transaction.
 */
export function insertRows<Table extends keyof Tables>(
  database: DatabaseSync,
  table: Table,
  rows: readonly Insertable<Tables[Table]>[],
): void {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = database.prepare(
    `insert into ${table} (${names}) values (${columns.map(() => '?').join(', ')})`,
  );
  for (const row of rows) statement.run(...Object.values<SQLInputValue>(row));
}
