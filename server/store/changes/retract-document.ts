import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { EntryAbout } from '../ledger-entries.ts';
import { EDIT_ACTOR } from '../ledger-entries.ts';
import { StandingEntries } from '../standing-entries.ts';
import type { ChangeRecorder } from './change-recorder.ts';
import { findTitle } from './entry-names.ts';
import { likenessKey } from './logged-rows.ts';
import { findUnusedActors } from './row-users.ts';

/**
 * Takes a document away with its claims, and the actors they name that nothing else stands on: actors that somebody edited
 * stay, and so do verdicts that two which stay are not one.
 */
export function retractDocument(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  id: DocumentId,
): EntryAbout {
  const title = findTitle(database, id);
  if (title === undefined) {
    const detail = `no document ${id} is here`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
  }
  const claims = database
    .prepare('select id, subject, object, speaker, via from claims where document = ?')
    .all(id) as { id: string; subject: string; object: string; speaker: string | null; via: string }[];
  const asked = database
    .prepare('select actor, other, verdict from actor_likenesses where document = ?')
    .all(id) as {
    actor: string;
    other: string;
    verdict: string;
  }[];
  const named = new Set([
    ...claims.flatMap(({ subject, object, speaker, via }) => [
      ...[subject, object, ...(speaker === null ? [] : [speaker])],
      ...(JSON.parse(via) as string[]),
    ]),
    ...asked.map(({ actor }) => actor),
  ]);
  recorder.remove(
    'claims',
    claims.map((claim) => claim.id),
  );
  recorder.remove(
    'actor_likenesses',
    asked.filter(({ verdict }) => verdict === 'open').map(({ actor, other }) => likenessKey(actor, other)),
  );
  for (const edited of findEdited(database, [...named])) named.delete(edited);
  const gone = findUnusedActors(database, [...named], new Map(), false);
  const verdicts = findVerdicts(database, id, gone);
  recorder.remove(
    'actor_likenesses',
    verdicts.filter(({ isGone }) => isGone === 1).map(({ key }) => key),
  );
  for (const { key, isGone } of verdicts)
    if (isGone === 0) recorder.update('actor_likenesses', key, { document: null });
  recorder.remove('documents', [id]);
  recorder.remove('actors', gone);
  return { document: title };
}

/** Those that somebody gave another name, kind, alias or Wikidata id, by an entry that stands. */
function findEdited(database: DatabaseSync, actors: readonly string[]): string[] {
  const standing = StandingEntries.read(database);
  const rows = database
    .prepare(
      `select changes.key, changes.seq
      from json_each(?) as asked cross join ledger_changes as changes
        on changes."table" = 'actors' and changes.key = asked.value
      join ledger on ledger.seq = changes.seq and ledger.kind = '${EDIT_ACTOR}'`,
    )
    .all(JSON.stringify(actors)) as { key: string; seq: number }[];
  return rows.filter(({ seq }) => standing.has(seq)).map(({ key }) => key);
}

/** Verdicts asked for by a document, and all about actors that go, which go too. */
function findVerdicts(
  database: DatabaseSync,
  document: string,
  gone: readonly string[],
): { readonly key: string; readonly isGone: number }[] {
  return database
    .prepare(
      `with gone as materialized (select value as id from json_each(?2))
      select key, isGone from (
        select actor || ' ' || other as key, document, actor in (select id from gone) or other in (select id from gone) as isGone
        from actor_likenesses where verdict = 'distinct')
      where isGone or document = ?1`,
    )
    .all(document, JSON.stringify(gone)) as { key: string; isGone: number }[];
}
