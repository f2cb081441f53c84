import type { DatabaseSync } from 'node:sqlite';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { StandingEntries } from '../../standing-entries.ts';
import type { ChangeRecorder, RowTarget } from '../change-recorder.ts';
import { findDuplicate, toFingerprint } from '../claim-fingerprint.ts';
import { parseImage } from '../logged-rows.ts';
import { findUnusedActors, findUnusedDocuments } from '../row-users.ts';
import { isTombstone } from '../tombstone.ts';
import { findNamed } from './find-named.ts';
import type { ImagePlace, RowHistory } from './row-histories.ts';
import {
  chooseImage,
  chooseNeededImage,
  placeName,
  readHistoriesOfRows,
  readPlaces,
} from './row-histories.ts';

/** SQLite's code for a value that a unique index has already. */
const SQLITE_CONSTRAINT_UNIQUE = 2067;

/** What an undo is about to do. */
export interface Toggle {
  /** Entries that stop standing, or stand again. */
  readonly entries: readonly number[];
  /** Of all rows that they touched. */
  readonly histories: readonly RowHistory[];
  /** Which entries stand, and which will. */
  readonly now: StandingEntries;
  readonly then: StandingEntries;
}

/** Claims of which those that come back would state what another states. */
export class DuplicateRows extends Error {
  /** One group for each claim that comes back: one claim of a group must go, whichever that is. */
  readonly groups: readonly (readonly string[])[];

  constructor(groups: readonly (readonly string[])[], cause: unknown) {
    super('a claim that comes back states what another states already', { cause });
    this.groups = groups;
  }
}

/**
 * Makes the rows that one entry alone wrote what they are when the toggled entries do not stand, or stand again. Throws
 * DuplicateRows where claims would then be duplicates, and nothing is changed.
 */
export function restoreOwnRows(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  { histories, then }: Toggle,
): void {
  const own = histories.filter(({ isShared }) => !isShared);
  const targets = toTargets(
    database,
    own.map((history) => ({ history, place: chooseImage(history, then) })),
  );
  database.exec('savepoint own_rows');
  try {
    recorder.apply(targets);
  } catch (error) {
    if ((error as { errcode?: number }).errcode !== SQLITE_CONSTRAINT_UNIQUE) throw error;
    database.exec('rollback to own_rows');
    const groups = findDuplicates(database, targets);
    throw groups.length === 0 ? error : new DuplicateRows(groups, error);
  } finally {
    database.exec('release own_rows');
  }
}

/**
 * Makes actors, and documents of which only quotes are here, what they are then; where no entry that stands added one, it stays
 * as long as something names it. Answers the entries that changed one of them which would go otherwise.
 */
export function restoreSharedRows(
  database: DatabaseSync,
  recorder: ChangeRecorder,
  { entries, histories, now, then }: Toggle,
): Set<number> {
  const blockers = new Set<number>();
  const named = findNamed(database, entries);
  for (const table of ['documents', 'actors'] as const) {
    const keys = new Set(named[table]);
    for (const history of histories) if (history.table === table && history.isShared) keys.add(history.key);
    const all = readHistoriesOfRows(database, table, [...keys]).filter(({ isShared }) => isShared);
    const wanted = all.map((history) => ({ history, place: chooseImage(history, then) }));
    recorder.apply(
      toTargets(
        database,
        wanted.filter(({ place }) => place !== null),
      ),
    );
    const needed = toTargets(
      database,
      wanted
        .filter(({ place }) => place === null)
        .map(({ history }) => ({ history, place: chooseNeededImage(history, then) })),
    );
    const unused = new Set(findUnused(database, table, needed));
    recorder.apply(needed.map((target) => (unused.has(target.key) ? { ...target, image: null } : target)));
    const edited = all.filter((history) => isOnlyEdited(history, now, then));
    const isUnused = new Set(findUnused(database, table, edited));
    for (const { key, changes } of edited)
      if (isUnused.has(key)) for (const { seq } of changes) if (then.has(seq)) blockers.add(seq);
  }
  return blockers;
}

function findUnused(
  database: DatabaseSync,
  table: 'documents' | 'actors',
  rows: readonly { readonly key: string; readonly image?: string | null }[],
): string[] {
  const keys = rows.map(({ key }) => key);
  if (table === 'documents') return findUnusedDocuments(database, keys);
  const mergedInto = rows.flatMap(({ key, image }) =>
    image == null ? [] : [[key, parseImage('actors', image).merged_into] as const],
  );
  return findUnusedActors(database, keys, new Map(mergedInto));
}

/** True where who added a row is taken back now, and others that stand have only changed it. */
function isOnlyEdited({ changes }: RowHistory, now: StandingEntries, then: StandingEntries): boolean {
  const standing = changes.filter(({ seq }) => then.has(seq));
  const isAdder = ({ hasBefore }: { readonly hasBefore: boolean }): boolean => !hasBefore;
  return (
    changes[0]?.hasBefore === false &&
    standing.length > 0 &&
    standing.every(({ hasBefore, hasAfter }) => hasBefore && hasAfter) &&
    changes.some((change) => isAdder(change) && now.has(change.seq) && !then.has(change.seq))
  );
}

function toTargets(
  database: DatabaseSync,
  rows: readonly { readonly history: RowHistory; readonly place: ImagePlace | null }[],
): RowTarget[] {
  const images = readPlaces(
    database,
    rows.flatMap(({ place }) => (place === null ? [] : [place])),
  );
  return rows.map(({ history: { table, key }, place }) => {
    const image = place === null ? null : (images.get(placeName(place)) ?? null);
    if (image !== null && isTombstone(image)) {
      const detail = 'what it changed was purged, and cannot be brought back';
      throw new OnrecordError('cannot-be-undone', detail, [{ pointer: '/body/seq', detail }]);
    }
    return { table, key, image };
  });
}

/** Which claims would have the values of each other. Rows are as they were before: one that stays is in its group alone. */
function findDuplicates(database: DatabaseSync, targets: readonly RowTarget[]): string[][] {
  const keys = new Set(targets.filter(({ table }) => table === 'claims').map(({ key }) => key));
  const coming = Map.groupBy(
    targets.flatMap(({ table, key, image }) =>
      table !== 'claims' || image === null ? [] : [{ key, claim: parseImage('claims', image) }],
    ),
    ({ claim }) => toFingerprint(claim),
  );
  return [...coming.values()].flatMap((claims) => {
    const [{ claim } = { claim: undefined }] = claims;
    const other = claim === undefined ? undefined : findDuplicate(database, claim);
    if (other !== undefined && !keys.has(other)) return [[other]];
    return claims.length > 1 ? [claims.map(({ key }) => key)] : [];
  });
}
