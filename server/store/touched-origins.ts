import type { DatabaseSync } from 'node:sqlite';
import type { Claim } from '../../graph-data/model/claim.ts';
import type { ClaimId } from '../../graph-data/model/ids.ts';
import { relationIdOf } from '../../graph-data/model/ids.ts';
import { findOrigins } from '../../graph-data/network/origins/origins.ts';

/** A claim as far as its origin's key is concerned. */
export type Ends = Pick<Claim, 'subject' | 'type' | 'object' | 'speaker'>;

/** As `relationIdOf` and a claim's speaker make it, in SQL; ids are ASCII, so that both orders are one. */
const KEY = `case when types.mutual = 1 and claims.object < claims.subject
    then claims.object || '.' || claims.type || '.' || claims.subject
    else claims.subject || '.' || claims.type || '.' || claims.object end || ' ' || coalesce(claims.speaker, '')`;
/** Up to here the claims of the actors are looked up; for more it is quicker to go through all claims. */
const MOST_LOOKED_UP = 200;

/**
 * Finds the origins of all claims anew that share subject, type, object and speaker with any of these, in the order the
 * claims came into the store, which decides the first of an origin. Rows of tables have no sentence of their own to compare:
 * each stays an origin by itself. Cost: the claims of the subjects, or one scan of all where there are many.
 */
export function renewOrigins(database: DatabaseSync, touched: Iterable<Ends>): void {
  const mutual = new Set(
    database
      .prepare('select id from relation_types where mutual = 1')
      .all()
      .map((row) => row['id']),
  );
  const keys = new Set<string>();
  const subjects = new Set<string>();
  for (const { subject, type, object, speaker } of touched) {
    keys.add(`${relationIdOf(subject, type, object, mutual.has(type))} ${speaker ?? ''}`);
    subjects.add(subject);
    if (mutual.has(type)) subjects.add(object);
  }
  if (keys.size === 0) return;
  const bySubject =
    subjects.size > MOST_LOOKED_UP ? '' : 'and claims.subject in (select value from json_each(?2))';
  const statement = database.prepare(
    `select claims.id, claims.sentence, claims.origin, ${KEY} as key
      from claims join relation_types as types on types.id = claims.type
      where claims.basis <> 'row' ${bySubject} and key in (select value from json_each(?1)) order by claims.number`,
  );
  const rows = statement.all(
    JSON.stringify([...keys]),
    ...(bySubject === '' ? [] : [JSON.stringify([...subjects])]),
  ) as { id: ClaimId; sentence: string; origin: ClaimId; key: string }[];
  const counts = new Map<string, number>();
  for (const { key } of rows) counts.set(key, (counts.get(key) ?? 0) + 1);
  const origins = findOrigins(rows.filter(({ key }) => (counts.get(key) ?? 0) > 1));
  const update = database.prepare('update claims set origin = ? where id = ?');
  for (const { id, origin } of rows) {
    const found = origins.get(id) ?? id;
    if (found !== origin) update.run(found, id);
  }
}
