import type { DatabaseSync } from 'node:sqlite';
import { PURGE } from '../../ledger-entries.ts';
import { UNDO } from '../../standing-entries.ts';
import type { StandingEntries } from '../../standing-entries.ts';
import type { LoggedTable } from '../logged-rows.ts';

/** What one entry did to a row. */
export interface RowChange {
  readonly seq: number;
  readonly position: number;
  /** Whether the row was there before, and after. */
  readonly hasBefore: boolean;
  readonly hasAfter: boolean;
}

/** What all entries but undos and purges ever did to a row, oldest first. */
export interface RowHistory {
  readonly table: LoggedTable;
  readonly key: string;
  /**
   * An actor, or a document of which only quotes are here: entries that did not add it may name it, and it stays as long as
   * something does.
   */
  readonly isShared: boolean;
  readonly changes: readonly RowChange[];
}

/** A place in the ledger that holds an image. */
export interface ImagePlace {
  readonly position: number;
  readonly side: 'before' | 'after';
}

interface HistoryRow {
  readonly table: LoggedTable;
  readonly key: string;
  readonly seq: number;
  readonly position: number;
  readonly hasBefore: number;
  readonly hasAfter: number;
  readonly isShared: number;
}

/** Of the rows that these entries touched. */
export function readHistoriesOf(database: DatabaseSync, entries: readonly number[]): RowHistory[] {
  return readHistories(
    database,
    'select distinct "table", key from ledger_changes where seq in (select value from json_each(?))',
    JSON.stringify(entries),
  );
}

/** Of the rows with these keys; those that no entry touched have none. */
export function readHistoriesOfRows(
  database: DatabaseSync,
  table: LoggedTable,
  keys: readonly string[],
): RowHistory[] {
  return readHistories(
    database,
    `select '${table}' as "table", value as key from json_each(?)`,
    JSON.stringify(keys),
  );
}

function readHistories(database: DatabaseSync, touched: string, parameter: string): RowHistory[] {
  const rows = database
    .prepare(
      `with touched as materialized (${touched})
      select changes."table", changes.key, changes.seq, changes.position,
        changes.before is not null as hasBefore, changes.after is not null as hasAfter,
        case changes."table" when 'actors' then 1
          when 'documents' then coalesce(changes.after, changes.before) ->> '$.text' is null else 0 end as isShared
      from touched cross join ledger_changes as changes using ("table", key)
        join ledger on ledger.seq = changes.seq and ledger.kind not in ('${UNDO}', '${PURGE}')
      order by changes.position`,
    )
    .all(parameter) as unknown as HistoryRow[];
  const histories = new Map<string, RowHistory & { readonly changes: RowChange[] }>();
  for (const { table, key, isShared, hasBefore, hasAfter, ...change } of rows) {
    const name = `${table} ${key}`;
    const history = histories.get(name) ?? { table, key, isShared: isShared === 1, changes: [] };
    histories.set(name, history);
    history.changes.push({
      ...{ seq: change.seq, position: change.position },
      hasBefore: hasBefore === 1,
      hasAfter: hasAfter === 1,
    });
  }
  return [...histories.values()];
}

/** What a row is when these entries stand: as the last of them left it, or as it was before the first; null: not there. */
export function chooseImage({ changes }: RowHistory, standing: StandingEntries): ImagePlace | null {
  const last = changes.findLast(({ seq }) => standing.has(seq));
  if (last !== undefined) return last.hasAfter ? { position: last.position, side: 'after' } : null;
  const [first] = changes;
  return first?.hasBefore === true ? { position: first.position, side: 'before' } : null;
}

/** What a shared row is when none of these entries wants it, but something else needs it: what it last was. */
export function chooseNeededImage({ changes }: RowHistory, standing: StandingEntries): ImagePlace | null {
  for (const { seq, position, hasBefore, hasAfter } of changes.toReversed()) {
    if (standing.has(seq)) return { position, side: hasAfter ? 'after' : 'before' };
    if (!hasBefore) return { position, side: 'after' };
  }
  const [first] = changes;
  return first === undefined ? null : { position: first.position, side: 'before' };
}

/** The images at these places, by {@link placeName}. */
export function readPlaces(database: DatabaseSync, places: readonly ImagePlace[]): Map<string, string> {
  const images = new Map<string, string>();
  for (const side of ['before', 'after'] as const) {
    const positions = places.filter((place) => place.side === side).map(({ position }) => position);
    if (positions.length === 0) continue;
    const rows = database
      .prepare(
        `select position, ${side} as image from ledger_changes where position in (select value from json_each(?))`,
      )
      .all(JSON.stringify(positions)) as { position: number; image: string }[];
    for (const { position, image } of rows) images.set(placeName({ position, side }), image);
  }
  return images;
}

export function placeName({ position, side }: ImagePlace): string {
  return `${side} ${position}`;
}
