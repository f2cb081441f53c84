import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import type { NewClaim, NewDocument, NewLikeness } from '../dataset-changes.ts';
import type { EntryAbout } from '../ledger-entries.ts';
import { toClaimRow, toDocumentRow } from '../rows.ts';
import { sha256Hex } from '../sha256-hex.ts';
import type { ChangeRecorder } from './change-recorder.ts';
import { mintId, toFingerprint } from './claim-fingerprint.ts';
import type { RowImages } from './logged-rows.ts';
import { checkNamed, insertNewActors } from './new-actors.ts';

/** Adds a document, its claims, the actors they bring and the questions about them. Answers the claims' ids. */
export function addDocument(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  { actors, document, claims, likenesses }: NewDocument,
): { readonly claims: ClaimId[]; readonly about: EntryAbout } {
  if (database.prepare('select 1 from documents where id = ?').get(document.id) !== undefined) {
    const detail = `a document ${document.id} is here already`;
    throw new OnrecordError('conflict', detail, [{ pointer: '/body', detail }]);
  }
  insertNewActors(database, recorder, actors);
  for (const claim of claims) checkNamed(database, claim);
  recorder.insert('documents', [
    toDocumentRow(document, document.text === null ? null : sha256Hex(document.text)),
  ]);
  const rows = new Map<string, Omit<RowImages['claims'], 'number'>>();
  for (const claim of claims) {
    const row = toNewRow(database, { ...claim, document: document.id });
    const fingerprint = toFingerprint(row);
    if (!rows.has(fingerprint)) rows.set(fingerprint, row);
  }
  const written = [...rows.values()];
  recorder.insert('claims', written);
  recorder.insert(
    'actor_likenesses',
    findUnasked(database, likenesses).map((likeness) => ({
      ...likeness,
      document: document.id,
      verdict: 'open' as const,
    })),
  );
  return { claims: written.map(({ id }) => id), about: { document: document.title } };
}

/** The row of a claim that is to be added, with an id that no other claim has. */
export function toNewRow(database: DatabaseSync, claim: NewClaim): Omit<RowImages['claims'], 'number'> {
  const draft = '' as ClaimId;
  const { origin: _origin, ...row } = toClaimRow({ ...claim, id: draft, origin: draft });
  return { ...row, id: mintId(database, row) };
}

/** Those whose pair nobody has asked about, or answered, in either order. */
function findUnasked(database: DatabaseSync, likenesses: readonly NewLikeness[]): NewLikeness[] {
  const find = database.prepare(
    'select 1 from actor_likenesses where (actor = ?1 and other = ?2) or (actor = ?2 and other = ?1)',
  );
  const seen = new Set<string>();
  return likenesses.filter(({ actor, other }) => {
    const pair = [actor, other].sort().join(' ');
    if (actor === other || seen.has(pair) || find.get(actor, other) !== undefined) return false;
    seen.add(pair);
    return true;
  });
}
