import type { DatabaseSync } from 'node:sqlite';
import type { Actor } from '../../../graph-data/model/actor.ts';
import type { Status } from '../../../graph-data/model/claim.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import type { ClaimEdit, ClaimValues, Decision, NewClaim } from '../dataset-changes.ts';
import type { EntryAbout } from '../ledger-entries.ts';
import type { LedgerStamp } from '../ledger-stamp.ts';
import { toNewRow } from './add-document.ts';
import type { ChangeRecorder } from './change-recorder.ts';
import { refuseDuplicate } from './claim-fingerprint.ts';
import { findTitle, namesOf } from './entry-names.ts';
import type { RowImages } from './logged-rows.ts';
import { parseImage, readImages } from './logged-rows.ts';
import { checkNamed, insertNewActors } from './new-actors.ts';

type ClaimImage = RowImages['claims'];

/** Adds a claim that a person read in a document that is here. */
export function addClaim(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  addition: {
    readonly actors: readonly Actor[];
    readonly claim: Omit<NewClaim, 'reviewedBy' | 'reviewedAt'>;
  },
  stamp: LedgerStamp,
): { readonly id: ClaimId; readonly about: EntryAbout } {
  const { claim, actors } = addition;
  if (findTitle(database, claim.document) === undefined) {
    const detail = `no document ${claim.document} is here`;
    throw new OnrecordError('unknown-value', detail, [{ pointer: '/body/document', detail }]);
  }
  insertNewActors(database, recorder, actors);
  checkNamed(database, claim);
  const row = {
    ...toNewRow(database, { ...claim, reviewedBy: null, reviewedAt: null }),
    ...toReview(claim.status, stamp),
  };
  refuseDuplicate(database, row);
  recorder.insert('claims', [row]);
  return { id: row.id, about: toAbout(database, row) };
}

/** Puts a claim right. Throws OnrecordError `not-found`, `conflict`, `unknown-value`. */
export function editClaim(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  id: ClaimId,
  { actors, values, ifVersion }: ClaimEdit,
  stamp: LedgerStamp,
): EntryAbout {
  const image = readImages(database, 'claims', [id]).get(id);
  if (image === undefined) {
    const detail = `no claim ${id} is here`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/path/id', detail }]);
  }
  if (ifVersion !== undefined) refuseChangedSince(database, id, ifVersion);
  const before = parseImage('claims', image);
  const after = { ...before, ...toColumns(values) };
  const status = values.status !== undefined && values.status !== before.status ? values.status : undefined;
  insertNewActors(database, recorder, actors);
  checkNamed(database, { ...after, via: JSON.parse(after.via) as string[] });
  refuseDuplicate(database, after, id);
  recorder.update('claims', id, { ...after, ...(status === undefined ? {} : toReview(status, stamp)) });
  return {
    ...toAbout(database, after),
    ...(status === undefined ? {} : { decisions: { [status]: 1 } }),
  };
}

/** Gives claims their status. Throws OnrecordError `unknown-value` naming each claim that is not here. */
export function decide(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  decisions: readonly Decision[],
  stamp: LedgerStamp,
): { readonly unchanged: number; readonly about: EntryAbout } {
  const wanted = new Map(decisions.map(({ claim, status }) => [claim, status]));
  const images = readImages(database, 'claims', [...wanted.keys()]);
  const errors = decisions.flatMap(({ claim }, at) => {
    const detail = `no claim ${claim} is here`;
    return images.has(claim) ? [] : [{ pointer: `/body/decisions/${at}/claim`, detail }];
  });
  if (errors.length > 0)
    throw new OnrecordError('unknown-value', errors.map(({ detail }) => detail).join('; '), errors);
  const counts: Partial<Record<Status, number>> = {};
  let unchanged = 0;
  let about: EntryAbout = {};
  for (const [claim, status] of wanted) {
    const before = parseImage('claims', images.get(claim) ?? '');
    if (before.status === status) {
      unchanged += 1;
      continue;
    }
    recorder.update('claims', claim, { status, ...toReview(status, stamp) });
    about =
      Object.keys(counts).length === 0 ? toAbout(database, before) : toDocumentOnly(about, database, before);
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return { unchanged, about: { ...about, decisions: counts } };
}

/** Of several claims only the document is told, where it is one. */
function toDocumentOnly({ document }: EntryAbout, database: DatabaseSync, claim: ClaimImage): EntryAbout {
  return document !== undefined && document === findTitle(database, claim.document) ? { document } : {};
}

function toReview(
  status: Status,
  { author, at }: LedgerStamp,
): Pick<ClaimImage, 'reviewed_by' | 'reviewed_at'> {
  return status === 'proposed'
    ? { reviewed_by: null, reviewed_at: null }
    : { reviewed_by: author, reviewed_at: at };
}

function toColumns({ via, saidOn, happenedOn, ...rest }: Partial<ClaimValues>): Partial<ClaimImage> {
  return {
    ...rest,
    ...(via === undefined ? {} : { via: JSON.stringify(via) }),
    ...(saidOn === undefined ? {} : { said_on: saidOn }),
    ...(happenedOn === undefined ? {} : { happened_on: happenedOn }),
  };
}

function toAbout(
  database: DatabaseSync,
  { subject, object, document }: Pick<ClaimImage, 'subject' | 'object' | 'document'>,
): EntryAbout {
  const title = findTitle(database, document);
  return {
    ...(title === undefined ? {} : { document: title }),
    actors: namesOf(database, [subject, object]),
  };
}

function refuseChangedSince(database: DatabaseSync, id: ClaimId, version: number): void {
  const row = database
    .prepare(`select max(seq) as seq from ledger_changes where "table" = 'claims' and key = ?`)
    .get(id);
  const changed = Number(row?.['seq'] ?? 0);
  if (changed <= version) return;
  const detail = `claim ${id} was changed by entry ${changed}, after version ${version}: read it again`;
  throw new OnrecordError('conflict', detail, [{ pointer: '/headers/if-match', detail }]);
}
