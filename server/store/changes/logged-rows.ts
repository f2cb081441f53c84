import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import type { Selectable } from 'kysely';
import type { Tables } from '../tables.ts';

/** Tables whose changes the ledger keeps, in the order in which their rows refer to each other. */
export const LOGGED_TABLES = ['actors', 'documents', 'claims', 'actor_likenesses'] as const;
export type LoggedTable = (typeof LOGGED_TABLES)[number];

/** A row as the ledger keeps it: an actor with its aliases, a claim without its origin, which follows from the other claims. */
export interface RowImages {
  actors: Selectable<Tables['actors']> & { readonly aliases: readonly string[] };
  documents: Selectable<Tables['documents']>;
  claims: Omit<Selectable<Tables['claims']>, 'origin'>;
  actor_likenesses: Selectable<Tables['actor_likenesses']>;
}

interface TableShape {
  /** Those that a statement writes; an actor's aliases have a table of their own. */
  readonly columns: readonly string[];
  readonly key: string;
  readonly order: string;
  /** Rows whose key is in a JSON list, the only parameter. */
  readonly byKeys: string;
  readonly image: string;
}

const BY_ID = 'id in (select value from json_each(?))';

export const SHAPES: Readonly<Record<LoggedTable, TableShape>> = {
  actors: toShape('actors', ['id', 'name', 'kind', 'wikidata', 'merged_into'], {
    order: 'id',
    more: `, 'aliases', json((select json_group_array(aliases.name order by aliases.position)
      from aliases where aliases.actor = actors.id))`,
  }),
  documents: toShape('documents', [
    ...['number', 'id', 'kind', 'title', 'publisher', 'author', 'url', 'language', 'published_at', 'licence'],
    ...['derived_from', 'text', 'sha256'],
  ]),
  claims: toShape('claims', [
    ...[
      'number',
      'id',
      'subject',
      'type',
      'object',
      'label',
      'stance',
      'modality',
      'speaker',
      'via',
      'document',
    ],
    ...[
      'start',
      'end',
      'quote',
      'prefix',
      'suffix',
      'sentence',
      'sentence_start',
      'basis',
      'said_on',
      'happened_on',
    ],
    ...['status', 'method', 'certainty', 'reason', 'reviewed_by', 'reviewed_at'],
  ]),
  actor_likenesses: toShape('actor_likenesses', ['actor', 'other', 'document', 'reason', 'verdict'], {
    key: `actor || ' ' || other`,
    order: 'actor, other',
    byKeys: `(actor, other) in (select substr(value, 1, instr(value, ' ') - 1), substr(value, instr(value, ' ') + 1)
      from json_each(?))`,
  }),
};

function toShape(
  table: LoggedTable,
  columns: readonly string[],
  { key = 'id', order = 'number', byKeys = BY_ID, more = '' } = {},
): TableShape {
  const pairs = columns.map((column) => `'${column}', ${table}."${column}"`);
  return { columns, key, order, byKeys, image: `json_object(${pairs.join(', ')}${more})` };
}

/** Which rows of a table: those with these keys, or those whose number is this or a higher one. */
export interface RowChoice {
  readonly where: string;
  readonly parameter: SQLInputValue;
}

export function rowsOf(table: LoggedTable, keys: readonly string[]): RowChoice {
  return { where: SHAPES[table].byKeys, parameter: JSON.stringify(keys) };
}

export function rowsFrom(number: number): RowChoice {
  return { where: 'number >= ?', parameter: number };
}

/** The images of the rows that are there, as JSON, by key. */
export function readImages(
  database: DatabaseSync,
  table: LoggedTable,
  keys: readonly string[],
): Map<string, string> {
  const { key, image } = SHAPES[table];
  const { where, parameter } = rowsOf(table, keys);
  const rows = database
    .prepare(`select ${key} as key, ${image} as image from ${table} where ${where}`)
    .all(parameter) as { key: string; image: string }[];
  return new Map(rows.map((row) => [row.key, row.image]));
}

/** The inverse of what SQL wrote. */
export function parseImage<Table extends LoggedTable>(_table: Table, image: string): RowImages[Table] {
  return JSON.parse(image) as RowImages[Table];
}

/** The key of the pair's row. */
export function likenessKey(actor: string, other: string): string {
  return `${actor} ${other}`;
}
