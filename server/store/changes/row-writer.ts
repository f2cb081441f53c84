import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Insertable } from 'kysely';
import { insertRows } from '../insert-rows.ts';
import type { Tables } from '../tables.ts';
import type { Ends } from '../touched-origins.ts';
import { renewOrigins } from '../touched-origins.ts';
import type { LoggedTable, RowChoice, RowImages } from './logged-rows.ts';
import { rowsOf, SHAPES } from './logged-rows.ts';

/** Columns of the full-text index of a table; no index without any. */
const FULL_TEXT: Readonly<Record<LoggedTable, readonly string[]>> = {
  actors: [],
  documents: ['title', 'publisher', 'text'],
  claims: ['sentence', 'quote', 'label'],
  actor_likenesses: [],
};

/** What a claim's origin depends on beside the other claims. */
const OF_ORIGIN = ['number', 'subject', 'type', 'object', 'speaker', 'sentence', 'basis'] as const;

/**
 * Writes rows of the dataset's tables and what is derived of them: the full text at once, origins by {@link renewOrigins}.
 * The caller holds a transaction in which foreign keys are deferred.
 */
export class RowWriter {
  readonly #database: DatabaseSync;
  readonly #touched: Ends[] = [];

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Rows that are not there yet. */
  insert<Table extends LoggedTable>(table: Table, rows: readonly RowImages[Table][]): void {
    if (rows.length === 0) return;
    const { columns } = SHAPES[table];
    const values = rows.map((row) => {
      const image = row as unknown as Readonly<Record<string, SQLInputValue>>;
      const written = Object.fromEntries(columns.map((column) => [column, image[column] ?? null]));
      return table === 'claims' ? { ...written, origin: image['id'] } : written;
    });
    insertRows(this.#database, table, values as unknown as Insertable<Tables[Table]>[]);
    if (table === 'actors') for (const row of rows) this.#insertAliases(row as RowImages['actors']);
    this.addInserted(
      table,
      rowsOf(
        table,
        rows.map((row) => toKey(table, row)),
      ),
    );
  }

  /** Rows that were inserted already: their full text, and claims for {@link renewOrigins}. */
  addInserted(table: LoggedTable, rows: RowChoice): void {
    this.#addText(table, rows);
    this.#touch(table, rows);
  }

  /** Rows that are there; others are passed over. */
  remove(table: LoggedTable, keys: readonly string[]): void {
    const rows = rowsOf(table, keys);
    this.#touch(table, rows);
    this.#removeText(table, rows);
    if (table === 'actors')
      this.#run(`delete from aliases where actor in (select value from json_each(?))`, rows.parameter);
    this.#run(`delete from ${table} where ${rows.where}`, rows.parameter);
  }

  /** One row that is there. */
  update<Table extends LoggedTable>(table: Table, before: RowImages[Table], after: RowImages[Table]): void {
    const [old, next] = [before, after] as unknown as Readonly<Record<string, SQLInputValue>>[];
    if (old === undefined || next === undefined) return;
    const isChanged = (column: string): boolean => old[column] !== next[column];
    const changed = SHAPES[table].columns.filter(isChanged);
    const rows = rowsOf(table, [toKey(table, before)]);
    const isRead = ['number', ...FULL_TEXT[table]].some(isChanged);
    const isOfOrigin = table === 'claims' && OF_ORIGIN.some(isChanged);
    if (isRead) this.#removeText(table, rows);
    if (isOfOrigin) this.#touch(table, rows);
    if (changed.length > 0) {
      const assignments = changed.map((column) => `"${column}" = ?`).join(', ');
      this.#database
        .prepare(`update ${table} set ${assignments} where ${rows.where}`)
        .run(...changed.map((column) => next[column] ?? null), rows.parameter);
    }
    if (isRead) this.#addText(table, rows);
    if (isOfOrigin) this.#touch(table, rows);
    if (table === 'actors') {
      this.#run('delete from aliases where actor in (select value from json_each(?))', rows.parameter);
      this.#insertAliases(after as RowImages['actors']);
    }
  }

  /** Finds the origins anew of all claims that those written may share one with. */
  renewOrigins(): void {
    renewOrigins(this.#database, this.#touched.splice(0));
  }

  #insertAliases({ id, aliases }: RowImages['actors']): void {
    insertRows(
      this.#database,
      'aliases',
      aliases.map((name, position) => ({ actor: id, position, name })),
    );
  }

  #addText(table: LoggedTable, { where, parameter }: RowChoice): void {
    const columns = FULL_TEXT[table].join(', ');
    if (columns === '') return;
    this.#run(
      `insert into ${table}_text (rowid, ${columns})
      select number, ${columns} from ${table} where ${where} order by number`,
      parameter,
    );
  }

  #removeText(table: LoggedTable, { where, parameter }: RowChoice): void {
    const columns = FULL_TEXT[table].join(', ');
    if (columns === '') return;
    this.#run(
      `insert into ${table}_text (${table}_text, rowid, ${columns})
      select 'delete', number, ${columns} from ${table} where ${where}`,
      parameter,
    );
  }

  #touch(table: LoggedTable, { where, parameter }: RowChoice): void {
    if (table !== 'claims') return;
    const rows = this.#database
      .prepare(`select distinct subject, type, object, speaker from claims where basis <> 'row' and ${where}`)
      .all(parameter) as unknown as Ends[];
    for (const row of rows) this.#touched.push(row);
  }

  #run(statement: string, parameter: SQLInputValue): void {
    this.#database.prepare(statement).run(parameter);
  }
}

/** The key by which the ledger names a row. */
export function toKey<Table extends LoggedTable>(table: Table, row: RowImages[Table]): string {
  if (table !== 'actor_likenesses') return (row as { readonly id: string }).id;
  const { actor, other } = row as RowImages['actor_likenesses'];
  return `${actor} ${other}`;
}
