import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { ChangeCounts, UndoRequest } from '../../dataset-changes.ts';
import type { LedgerEntry } from '../../ledger-entries.ts';
import { readLedgerEntries } from '../../ledger-entries.ts';
import { StandingEntries, UNDO } from '../../standing-entries.ts';
import { ChangeRecorder } from '../change-recorder.ts';
import { findBrokenReferences, findLastTouch } from './find-broken-references.ts';
import { findChainBlockers } from './find-chain-blockers.ts';
import { DuplicateRows, restoreOwnRows, restoreSharedRows } from './restore-rows.ts';
import { readHistoriesOf } from './row-histories.ts';

/** Entries looked through at once. */
const LOT = 100;
/** Rows that are written only to see what else stands in the way of an undo that is refused anyway. */
const MOST_TRIED = 10_000;

/**
 * Takes back the entry asked for, or the last that stands, and where that is allowed what stands on it: afterwards each row is
 * what the entries that stand make of it. Throws OnrecordError `not-found`, or `cannot-be-undone` with an error for each entry
 * that stands in the way (where it changed very many rows, for those that changed them too); then the caller ends its transaction.
 * @param seq of the entry that is going to say so
 */
export function undoEntries(
  database: DatabaseSync,
  seq: number,
  { seq: asked, withDependents = false }: UndoRequest,
): { readonly undone: number[]; readonly counts: ChangeCounts } {
  const first = asked ?? findLast(database);
  getUndoable(database, first);
  const taken = new Set([first]);
  const inTheWay: LedgerEntry[] = [];
  for (;;) {
    database.exec('savepoint undo');
    const isRefused = !withDependents && inTheWay.length > 0;
    const { blockers, counts } = attempt(database, seq, taken, isRefused ? MOST_TRIED : Infinity);
    const isDone = blockers.size === 0;
    if (!isDone) database.exec('rollback to undo');
    database.exec('release undo');
    if (isDone) {
      if (isRefused) throw refuseFor(first, inTheWay);
      return { undone: [...taken].sort((a, b) => b - a), counts };
    }
    const fresh = [...blockers].filter((blocker) => blocker === null || !taken.has(blocker));
    if (fresh.length === 0 || fresh.includes(null))
      throw refuse(`entry ${first} cannot be taken back: what it changed was changed in another way since`);
    for (const blocker of fresh) {
      if (blocker === null) continue;
      inTheWay.push(getUndoable(database, blocker, { first, taken }));
      taken.add(blocker);
    }
  }
}

/** @param mostRows for more than these nothing is written, and what only writing shows is not found */
function attempt(
  database: DatabaseSync,
  seq: number,
  taken: ReadonlySet<number>,
  mostRows: number,
): { readonly blockers: ReadonlySet<number | null>; readonly counts: ChangeCounts } {
  const now = StandingEntries.read(database);
  const then = now.without(taken);
  const entries = now.differing(then);
  const histories = readHistoriesOf(database, entries);
  const toggle = { entries, histories, now, then };
  const counts = { claims: 0, actors: 0, documents: 0 };
  const chained = findChainBlockers(histories, now, then);
  if (chained.size > 0 || histories.length > mostRows) return { blockers: chained, counts };
  const recorder = new ChangeRecorder(database, seq);
  try {
    restoreOwnRows(database, recorder, toggle);
  } catch (error) {
    if (!(error instanceof DuplicateRows)) throw error;
    const blockers = error.groups.map((keys) => {
      const touches = keys.map((key) => findLastTouch(database, 'claims', key, toggle) ?? 0);
      return Math.max(...touches) || null;
    });
    return { blockers: new Set(blockers), counts };
  }
  const edits = restoreSharedRows(database, recorder, toggle);
  const blockers = edits.size > 0 ? edits : findBrokenReferences(database, toggle);
  return { blockers, counts: blockers.size > 0 ? counts : recorder.finish() };
}

/** The last entry that stands and can be taken back; undos are taken back by name only. */
function findLast(database: DatabaseSync): number {
  let before: number | undefined;
  for (;;) {
    const entries = readLedgerEntries(database, LOT, before);
    const found = entries.find(({ undoable, kind }) => undoable && kind !== UNDO);
    if (found !== undefined) return found.seq;
    if (entries.length < LOT) throw refuse('no entry stands that could be taken back');
    before = entries.at(-1)?.seq;
  }
}

/** @param asked the entry in whose way this one stands, and all that would be taken back: what comes back by that need not */
function getUndoable(
  database: DatabaseSync,
  seq: number,
  asked?: { readonly first: number; readonly taken: ReadonlySet<number> },
): LedgerEntry {
  const [entry] = readLedgerEntries(database, 1, seq + 1);
  if (entry?.seq !== seq) {
    const detail = `no entry ${seq} in the ledger`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/body/seq', detail }]);
  }
  if (entry.undoable) return entry;
  if (
    asked !== undefined &&
    StandingEntries.read(database).without(asked.taken).has(seq) &&
    entry.undoneBy !== null
  )
    return entry;
  const reason =
    entry.undoneBy === null
      ? `is of kind ${entry.kind}, what it changed was purged, or an older version wrote it`
      : `is taken back already, by entry ${entry.undoneBy}`;
  throw refuse(
    asked === undefined
      ? `entry ${seq} cannot be taken back: it ${reason}`
      : `entry ${seq} stands in the way of entry ${asked.first} and cannot be taken back: it ${reason}`,
  );
}

function refuse(detail: string): OnrecordError {
  return new OnrecordError('cannot-be-undone', detail, [{ pointer: '/body/seq', detail }]);
}

function refuseFor(first: number, inTheWay: readonly LedgerEntry[]): OnrecordError {
  const entries = inTheWay.toSorted((a, b) => b.seq - a.seq);
  return new OnrecordError(
    'cannot-be-undone',
    `later changes stand on entry ${first}: ${entries.map(({ seq }) => seq).join(', ')}`,
    entries.map(({ seq, kind, author, at }) => ({
      pointer: '/body/seq',
      detail: `entry ${seq} stands on it (${kind} by ${author}, ${at})`,
    })),
  );
}
