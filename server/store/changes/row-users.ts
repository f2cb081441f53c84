import type { DatabaseSync } from 'node:sqlite';

/**
 * Those of the actors that nothing else stands on: no claim, no question, and no merged actor that stays.
 * @param mergedInto what some of them will be merged into, where that is not what their rows say
 * @param areVerdictsUses whether an actor stands on a verdict that it is not another
 */
export function findUnusedActors(
  database: DatabaseSync,
  ids: readonly string[],
  mergedInto: ReadonlyMap<string, string | null> = new Map(),
  areVerdictsUses = true,
): string[] {
  const used = findNamedActors(database, ids, areVerdictsUses);
  const merged = database
    .prepare('select id, merged_into from actors where merged_into in (select value from json_each(?))')
    .all(JSON.stringify(ids)) as { id: string; merged_into: string | null }[];
  const followers = new Map(merged.map((row) => [row.id, row.merged_into]));
  for (const [id, into] of mergedInto) followers.set(id, into);
  const asked = new Set(ids);
  for (let size = -1; size !== used.size;) {
    size = used.size;
    for (const [id, into] of followers)
      if (into !== null && asked.has(into) && (used.has(id) || !asked.has(id))) used.add(into);
  }
  return ids.filter((id) => !used.has(id));
}

/** Those of the documents that no claim and no question names. */
export function findUnusedDocuments(database: DatabaseSync, ids: readonly string[]): string[] {
  const rows = database
    .prepare(
      `select value as id from json_each(?) where not exists (select 1 from claims where document = value)
        and not exists (select 1 from actor_likenesses where document = value)`,
    )
    .all(JSON.stringify(ids)) as { id: string }[];
  return rows.map(({ id }) => id);
}

function findNamedActors(
  database: DatabaseSync,
  ids: readonly string[],
  areVerdictsUses: boolean,
): Set<string> {
  const asking = areVerdictsUses ? '' : `verdict = 'open' and`;
  const rows = database
    .prepare(
      `with inner_speakers as materialized (
        select distinct via.value as id from claims, json_each(claims.via) as via where claims.via <> '[]')
      select value as id from json_each(?) where
        exists (select 1 from claims where subject = value)
        or exists (select 1 from claims where object = value)
        or exists (select 1 from claims where speaker = value)
        or value in (select id from inner_speakers)
        or exists (select 1 from actor_likenesses where ${asking} actor = value)
        or exists (select 1 from actor_likenesses where ${asking} other = value)`,
    )
    .all(JSON.stringify(ids)) as { id: string }[];
  return new Set(rows.map(({ id }) => id));
}
