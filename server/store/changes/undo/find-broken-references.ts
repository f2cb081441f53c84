import type { DatabaseSync } from 'node:sqlite';
import type { LoggedTable } from '../logged-rows.ts';
import { readImages } from '../logged-rows.ts';
import { findUnusedActors } from '../row-users.ts';
import { findNamed } from './find-named.ts';
import type { Toggle } from './restore-rows.ts';
import { chooseImage, readHistoriesOfRows } from './row-histories.ts';

/**
 * Entries that stand in the way once rows are restored: of claims and questions about a document that is not there, and of
 * merges into an actor that is merged itself. Null stands for a reason that no entry can be found for.
 */
export function findBrokenReferences(database: DatabaseSync, toggle: Toggle): Set<number | null> {
  const blockers = new Set<number | null>();
  const touched = toggle.histories.filter(({ table }) => table === 'documents').map(({ key }) => key);
  const named = findNamed(database, toggle.entries);
  if (hasLostActors(database, [...named.actors])) blockers.add(null);
  const documents = [...new Set([...touched, ...named.documents])];
  const missing = database
    .prepare(
      `with missing as materialized (
        select value as id from json_each(?) where not exists (select 1 from documents where id = value))
      select 'claims' as "table", claims.id as key, missing.id as document
        from missing join claims on claims.document = missing.id
      union all select 'actor_likenesses', likeness.actor || ' ' || likeness.other, missing.id
        from missing join actor_likenesses as likeness on likeness.document = missing.id`,
    )
    .all(JSON.stringify(documents)) as { table: LoggedTable; key: string; document: string }[];
  for (const { table, key, document } of missing)
    blockers.add(
      findAbsence(database, { table, key, document }, toggle) ??
        findKeeper(database, table, key, toggle) ??
        null,
    );
  for (const id of findChained(database, toggle))
    blockers.add(findKeeper(database, 'actors', id, toggle) ?? null);
  return blockers;
}

/** Whether something names an actor that no entry can bring back, as a purge may leave it. */
function hasLostActors(database: DatabaseSync, actors: readonly string[]): boolean {
  const here = readImages(database, 'actors', actors);
  const missing = actors.filter((id) => !here.has(id));
  return missing.length > findUnusedActors(database, missing).length;
}

/** The entry that made a row what it is: the last that stands, or the undo that brought it back. */
function findKeeper(
  database: DatabaseSync,
  table: LoggedTable,
  key: string,
  { entries, then }: Pick<Toggle, 'entries' | 'then'>,
): number | undefined {
  const changes = readHistoriesOfRows(database, table, [key]).flatMap((history) => history.changes);
  const standing = changes.filter(({ seq }) => then.has(seq));
  const other = standing.findLast(({ seq }) => !entries.includes(seq)) ?? standing.at(-1);
  if (other !== undefined) return other.seq;
  const last = changes.at(-1);
  return last === undefined ? undefined : then.findUndo(last.seq);
}

/**
 * The later of what made a row what it is: the last change of it that stands, or an undo of one after that. Undefined where
 * nothing but the toggle did.
 */
export function findLastTouch(
  database: DatabaseSync,
  table: LoggedTable,
  key: string,
  { then }: Pick<Toggle, 'then'>,
): number | undefined {
  const changes = readHistoriesOfRows(database, table, [key]).flatMap((history) => history.changes);
  const last = changes.findLastIndex(({ seq }) => then.has(seq));
  const touches = [
    changes[last]?.seq,
    ...changes.slice(last + 1).map(({ seq }) => then.findUndo(seq)),
  ].filter((seq) => seq !== undefined);
  return touches.length === 0 ? undefined : Math.max(...touches);
}

/**
 * The entry by which a document has not been there already: its retraction, or the undo of what added it when the row that
 * names it was added. Undefined where only the toggle takes it away.
 */
function findAbsence(
  database: DatabaseSync,
  { table, key, document }: { readonly table: LoggedTable; readonly key: string; readonly document: string },
  { entries, now, then }: Toggle,
): number | undefined {
  const [history] = readHistoriesOfRows(database, 'documents', [document]);
  if (history === undefined || chooseImage(history, now) !== null) return undefined;
  const { changes } = history;
  const last = changes.findLast(({ seq }) => then.has(seq));
  if (last !== undefined) return entries.includes(last.seq) ? undefined : last.seq;
  const adder = readHistoriesOfRows(database, table, [key])
    .flatMap((named) => named.changes)
    .findLast(({ seq, hasBefore }) => !hasBefore && then.has(seq));
  if (adder === undefined) return undefined;
  const written = now.before(adder.seq);
  const base = changes.findLast(({ seq }) => seq < adder.seq && written.has(seq));
  return base === undefined ? undefined : then.findUndo(base.seq);
}

/** Actors of which one is merged into another that is merged itself, and that no toggled entry touched or that stay so. */
function findChained(database: DatabaseSync, { histories }: Toggle): string[] {
  const touched = histories.filter(({ table }) => table === 'actors').map(({ key }) => key);
  const rows = database
    .prepare(
      `with touched as materialized (select value as id from json_each(?))
      select one.id as one, two.id as two from touched
        join actors as one on one.id = touched.id join actors as two on two.id = one.merged_into
        where two.merged_into is not null
      union select one.id, two.id from touched
        join actors as two on two.id = touched.id join actors as one on one.merged_into = two.id
        where two.merged_into is not null`,
    )
    .all(JSON.stringify(touched)) as { one: string; two: string }[];
  const isTouched = new Set(touched);
  return [
    ...new Set(
      rows.flatMap(({ one, two }) => {
        const others = [one, two].filter((id) => !isTouched.has(id));
        return others.length > 0 ? others : [one, two];
      }),
    ),
  ];
}
