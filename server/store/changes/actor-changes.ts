import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { ActorValues } from '../dataset-changes.ts';
import type { EntryAbout } from '../ledger-entries.ts';
import type { ChangeRecorder } from './change-recorder.ts';
import { namesOf } from './entry-names.ts';
import type { RowImages } from './logged-rows.ts';
import { likenessKey, parseImage, readImages } from './logged-rows.ts';

/**
 * Lets the claims of `id`, and of all that were merged into it, be read through `into`, or through the actor that `into` was
 * merged into: a merged actor always names one that stands by itself.
 */
export function mergeActor(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  id: ActorId,
  into: ActorId,
): { readonly into: ActorId; readonly about: EntryAbout } {
  const merged = getActor(database, id, 'not-found', '/path/id');
  const named = getActor(database, into, 'unknown-value', '/body/into');
  const root = named.merged_into ?? into;
  if (merged.merged_into !== null)
    throw refuse(`${id} is merged into ${merged.merged_into} already: split it first`, '/path/id');
  if (root === id) {
    const detail = into === id ? `${id} is ${id} already` : `${into} is merged into ${id}: split it first`;
    throw refuse(detail, '/body/into');
  }
  const about = { actors: namesOf(database, [id, root]) };
  const followers = database.prepare('select id from actors where merged_into = ? order by id').all(id);
  for (const follower of [id, ...followers.map((row) => String(row['id']))])
    recorder.update('actors', follower, { merged_into: root });
  return { into: root, about };
}

/** Lets a merged actor stand by itself again. Those that were merged into it when it was merged are read through it again. */
export function splitActor(database: DatabaseSync, recorder: ChangeRecorder, id: ActorId): EntryAbout {
  const { merged_into: into } = getActor(database, id, 'not-found', '/path/id');
  if (into === null) throw refuse(`${id} is not merged into another actor`, '/path/id');
  recorder.update('actors', id, { merged_into: null });
  for (const follower of findFollowers(database, id, into))
    recorder.update('actors', follower, { merged_into: id });
  return { actors: namesOf(database, [id, into]) };
}

/** The actors that came along when one was last merged into another, and are merged into that still. */
function findFollowers(database: DatabaseSync, id: ActorId, into: ActorId): string[] {
  const rows = database
    .prepare(
      `with merge as materialized (
        select max(seq) as seq from ledger_changes
        where "table" = 'actors' and key = ?1 and before ->> '$.merged_into' is null and after ->> '$.merged_into' is not null)
      select actors.id from merge join ledger_changes as changes using (seq) join actors on actors.id = changes.key
      where changes."table" = 'actors' and changes.before ->> '$.merged_into' = ?1 and actors.merged_into = ?2
      order by actors.id`,
    )
    .all(id, into) as { id: string }[];
  return rows.map((row) => row.id);
}

/** Gives an actor another name, kind, aliases or Wikidata id. An alias equal to the name, or said twice, is left out. */
export function editActor(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  id: ActorId,
  values: ActorValues,
): EntryAbout {
  const before = getActor(database, id, 'not-found', '/path/id');
  const name = values.name ?? before.name;
  const aliases = new Set(values.aliases ?? before.aliases);
  aliases.delete(name);
  recorder.update('actors', id, {
    name,
    kind: values.kind ?? before.kind,
    aliases: [...aliases],
    wikidata: values.wikidata === undefined ? before.wikidata : values.wikidata,
  });
  return { actors: before.name === name ? [name] : [before.name, name] };
}

/** Keeps that two actors are not one. */
export function markDistinct(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  actor: ActorId,
  other: ActorId,
): EntryAbout {
  getActor(database, actor, 'not-found', '/path/id');
  getActor(database, other, 'unknown-value', '/body/from');
  if (actor === other) throw refuse(`${actor} is ${actor}`, '/body/from');
  const keys = [likenessKey(actor, other), likenessKey(other, actor)];
  const asked = [...readImages(database, 'actor_likenesses', keys).keys()];
  for (const key of asked) recorder.update('actor_likenesses', key, { verdict: 'distinct' });
  if (asked.length === 0)
    recorder.insert('actor_likenesses', [{ actor, other, document: null, reason: '', verdict: 'distinct' }]);
  return { actors: namesOf(database, [actor, other]) };
}

function getActor(
  database: DatabaseSync,
  id: ActorId,
  code: 'not-found' | 'unknown-value',
  pointer: string,
): RowImages['actors'] {
  const image = readImages(database, 'actors', [id]).get(id);
  if (image !== undefined) return parseImage('actors', image);
  const detail = `no actor ${id} is here`;
  throw new OnrecordError(code, detail, [{ pointer, detail }]);
}

function refuse(detail: string, pointer: string): OnrecordError {
  return new OnrecordError('conflict', detail, [{ pointer, detail }]);
}
