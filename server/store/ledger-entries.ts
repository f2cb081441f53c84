import type { DatabaseSync } from 'node:sqlite';
import type { Status } from '../../graph-data/model/claim.ts';
import type { ChangeCounts } from './dataset-changes.ts';
import { StandingEntries, toList } from './standing-entries.ts';

/** Kinds that are more than a name: the rest only say what was done. */
export const LOAD_DATASET = 'load-dataset';
export const IMPORT = 'import';
export const PURGE = 'purge';
export const EDIT_ACTOR = 'edit-actor';

/** An entry in short: what it changed, and whether a later one took it back. */
export interface LedgerEntry {
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly author: string;
  readonly kind: string;
  readonly about: EntryAbout;
  readonly counts: ChangeCounts;
  /** The entries that this one takes back, newest first; empty for all but undos. */
  readonly undoes: readonly number[];
  /** The undo by which it does not stand; null while it does. */
  readonly undoneBy: number | null;
  /** True when it stands and is of a kind that can be taken back; later entries may stand in the way all the same. */
  readonly undoable: boolean;
}

/** What a person would want to read of an entry, as things were called then. Untrusted text. */
export interface EntryAbout {
  /** The file an import came from. */
  readonly file?: string;
  /** Title of the document added, retracted, or that a claim stands in. */
  readonly document?: string;
  /** Names: of an actor changed; who is merged and into whom; who are not one; subject and object of a claim. */
  readonly actors?: readonly string[];
  /** How many claims were given each status. */
  readonly decisions?: Readonly<Partial<Record<Status, number>>>;
  /** Why something was purged. */
  readonly reason?: string;
}

interface EntryRow {
  readonly seq: number;
  readonly at: string;
  readonly author: string;
  readonly kind: string;
  readonly about: string | null;
  readonly file: string | null;
  readonly counts: string | null;
  readonly undoes: string | null;
  readonly isPurged: number;
}

/** The entries below `before` (all, where it is undefined), newest first, at most `limit`. */
export function readLedgerEntries(
  database: DatabaseSync,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): LedgerEntry[] {
  const standing = StandingEntries.read(database);
  const rows = database
    .prepare(
      `select seq, at, author, kind, payload -> '$.about' as about, payload ->> '$.file' as file,
        payload -> '$.counts' as counts, payload -> '$.undoes' as undoes,
        payload -> '$.purged' is not null as isPurged
      from ledger where seq < ? order by seq desc limit ?`,
    )
    .all(before, limit) as unknown as EntryRow[];
  return rows.map((row) => {
    const undoneBy = standing.findUndo(row.seq) ?? null;
    const { claims = 0, actors = 0, documents = 0 } = JSON.parse(row.counts ?? '{}') as Partial<ChangeCounts>;
    return {
      ...{ seq: row.seq, at: row.at, author: row.author, kind: row.kind },
      about: {
        ...(row.file === null ? {} : { file: row.file }),
        ...(JSON.parse(row.about ?? '{}') as EntryAbout),
      },
      counts: { claims, actors, documents },
      undoes: toList(row.undoes),
      undoneBy,
      undoable: undoneBy === null && !isFinal(row),
    };
  });
}

/** Loads, purges, what a purge went through, and undos of before the rows of each change were kept. */
function isFinal({ kind, isPurged, undoes }: EntryRow): boolean {
  return kind === LOAD_DATASET || kind === PURGE || isPurged === 1 || /^\d+$/.test(undoes ?? '');
}
