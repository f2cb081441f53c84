import type { DatabaseSync } from 'node:sqlite';

/** The names of these actors, in this order; of one that is not here its id. */
export function namesOf(database: DatabaseSync, ids: readonly string[]): string[] {
  const statement = database.prepare('select name from actors where id = ?');
  return ids.map((id) => {
    const row = statement.get(id) as { name: string } | undefined;
    return row?.name ?? id;
  });
}

/** The title of a document; undefined for one that is not here. */
export function findTitle(database: DatabaseSync, id: string): string | undefined {
  const row = database.prepare('select title from documents where id = ?').get(id);
  return (row as { title: string } | undefined)?.title;
}
