import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import type { EntryAbout } from '../ledger-entries.ts';
import type { ChangeRecorder } from './change-recorder.ts';
import { findTitle } from './entry-names.ts';
import { likenessKey } from './logged-rows.ts';
import { findUnusedActors } from './row-users.ts';

/** Takes a document away with its claims, and the actors they name that nothing else stands on. */
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
  const asked = database.prepare('select actor, other from actor_likenesses where document = ?').all(id) as {
    actor: string;
    other: string;
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
    asked.map(({ actor, other }) => likenessKey(actor, other)),
  );
  recorder.remove('documents', [id]);
  recorder.remove('actors', findUnusedActors(database, [...named]));
  return { document: title };
}
