import type { DatabaseSync } from 'node:sqlite';

/**
 * Which actors are named by rows and images of claims, now or ever, and whose coming raised a question; the actor that the
 * question is about besides was here before.
 */
const NAMING = `with rows as (
    select document, json_array(subject, object, speaker) as ends, via from claims
    union all select document, json_array(actor), '[]' from actor_likenesses
    union all select image ->> '$.document',
      json_array(image ->> '$.subject', image ->> '$.object', image ->> '$.speaker',
        image ->> '$.actor'),
      coalesce(image ->> '$.via', '[]')
    from (
      select before as image from ledger_changes
        where "table" in ('claims', 'actor_likenesses') and before is not null
      union all select after from ledger_changes
        where "table" in ('claims', 'actor_likenesses') and after is not null)
    where image ->> '$.purged' is null)
  select distinct value as id from (
    select document, value from rows, json_each(rows.ends) union all select document, value from rows, json_each(rows.via))
  where value is not null and `;

const CAME_WITH = `select actors.key as id
  from ledger_changes as documents join ledger_changes as actors on actors.seq = documents.seq
  where documents."table" = 'documents' and documents.key = ? and documents.before is null
    and actors."table" = 'actors' and actors.before is null
    and (select kind from ledger where ledger.seq = documents.seq) = 'ingest'`;

/**
 * The actors that a document alone brought: they came with it, or its claims name them or did, and those of no other document
 * ever did; nor is an actor that stays merged into one of them. That two are not one says nothing of where they are from.
 */
export function findBroughtActors(database: DatabaseSync, document: string): Set<string> {
  const idsOf = (statement: string): string[] =>
    (database.prepare(statement).all(document) as { id: string }[]).map(({ id }) => id);
  const named = new Set([...idsOf(CAME_WITH), ...idsOf(`${NAMING} document = ?`)]);
  for (const id of idsOf(`${NAMING} document <> ?`)) named.delete(id);
  const merged = database
    .prepare(
      `select id, merged_into as "into" from actors where merged_into in (select value from json_each(?))`,
    )
    .all(JSON.stringify([...named])) as { id: string; into: string }[];
  // A merged actor always names one that stands by itself, so that once is enough.
  for (const { id, into } of merged) if (!named.has(id)) named.delete(into);
  return named;
}
