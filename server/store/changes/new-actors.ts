import type { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../../../graph-data/model/actor.ts';
import type { FaultDetail } from '../../../graph-data/model/errors.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { toActorRow } from '../rows.ts';
import type { ChangeRecorder } from './change-recorder.ts';

/** Adds those that are not here: one that another change has added meanwhile stays as it is. */
export function insertNewActors(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  actors: readonly Actor[],
): void {
  const isHere = database.prepare('select 1 from actors where id = ?');
  const fresh = new Map(actors.map((actor) => [actor.id, actor]));
  recorder.insert(
    'actors',
    [...fresh.values()]
      .filter(({ id }) => isHere.get(id) === undefined)
      .map((actor) => ({ ...toImage(actor), aliases: actor.aliases })),
  );
}

function toImage(actor: Actor) {
  const { wikidata = null, merged_into = null, ...row } = toActorRow(actor);
  return { ...row, wikidata, merged_into };
}

/** What a claim names. */
interface Named {
  readonly subject: string;
  readonly object: string;
  readonly speaker: string | null;
  readonly via: readonly string[];
  readonly type: string;
}

/** Throws OnrecordError `unknown-value` for each actor or type that is not here. */
export function checkNamed(database: DatabaseSync, { subject, object, speaker, via, type }: Named): void {
  const isActor = database.prepare('select 1 from actors where id = ?');
  const actors = [
    ['subject', subject],
    ['object', object],
    ...(speaker === null ? [] : [['speaker', speaker] as const]),
    ...via.map((id, at) => [`via/${at}`, id] as const),
  ] as const;
  const errors: FaultDetail[] = actors
    .filter(([, id]) => isActor.get(id) === undefined)
    .map(([field, id]) => ({ pointer: `/body/${field}`, detail: `no actor ${id} is here` }));
  if (database.prepare('select 1 from relation_types where id = ?').get(type) === undefined)
    errors.push({ pointer: '/body/type', detail: `no type ${type} in the vocabulary` });
  if (errors.length > 0)
    throw new OnrecordError('unknown-value', errors.map(({ detail }) => detail).join('; '), errors);
}
