import type { DatabaseSync } from 'node:sqlite';
import { claimIdOf } from '../../../graph-data/model/ids.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { sha256Hex } from '../sha256-hex.ts';
import type { RowImages } from './logged-rows.ts';

/** What a claim must not have in common with another. */
export type Fingerprint = Pick<
  RowImages['claims'],
  'document' | 'start' | 'end' | 'subject' | 'type' | 'object' | 'speaker' | 'quote'
>;

/** Equal for claims that are duplicates of each other, as the unique indexes of the table have it. */
export function toFingerprint(claim: Fingerprint): string {
  const { document, start, end, subject, type, object, speaker, quote } = claim;
  return JSON.stringify([
    document,
    subject,
    type,
    object,
    speaker ?? '',
    ...(start === null ? [quote] : [start, end]),
  ]);
}

/** The claim of these values; undefined where none is here. */
export function findDuplicate(database: DatabaseSync, claim: Fingerprint): ClaimId | undefined {
  const { document, start, end, subject, type, object, speaker, quote } = claim;
  const ends = [document, subject, type, object, speaker ?? ''];
  const where = `document = ? and subject = ? and type = ? and object = ? and coalesce(speaker, '') = ?`;
  const row =
    start === null
      ? database
          .prepare(`select id from claims where ${where} and start is null and quote = ?`)
          .get(...ends, quote)
      : database
          .prepare(`select id from claims where ${where} and start = ? and "end" = ?`)
          .get(...ends, start, end);
  return (row as { id: ClaimId } | undefined)?.id;
}

/** Throws OnrecordError `conflict`, naming the other claim, where one of these values is here beside `id`. */
export function refuseDuplicate(database: DatabaseSync, claim: Fingerprint, id?: ClaimId): void {
  const other = findDuplicate(database, claim);
  if (other === undefined || other === id) return;
  const detail = `claim ${other} states the same already`;
  throw new OnrecordError('conflict', detail, [{ pointer: '/body', detail }]);
}

/**
 * The id of a new claim. Where a claim first written with these values is here, which has others by now, the id is minted of
 * them and a number.
 */
export function mintId(database: DatabaseSync, claim: Fingerprint): ClaimId {
  const isTaken = database.prepare('select 1 from claims where id = ?');
  for (let round = 1; ; round += 1) {
    const id = claimIdOf(claim, (text) => sha256Hex(round === 1 ? text : `${text} ${round}`));
    if (isTaken.get(id) === undefined) return id;
  }
}
