import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ChangeCounts } from './remove-import.ts';
import type { Tables } from './tables.ts';

/** The ledger's kinds. A dataset loaded whole is `load-dataset`. */
export const IMPORT = 'import';
export const UNDO = 'undo';

/** An entry in short: what it changed, and whether a later one took it back. */
export interface LedgerEntry {
  readonly seq: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly author: string;
  readonly kind: string;
  /** The file an import came from. */
  readonly file: string | null;
  readonly counts: ChangeCounts;
  /** The entry that this one takes back. */
  readonly undoes: number | null;
  readonly undoneBy: number | null;
}

/** The entries below `before` (all, where it is undefined), newest first, at most `limit`. */
export async function readLedgerEntries(
  db: Kysely<Tables>,
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Promise<LedgerEntry[]> {
  const { rows } = await sql<Omit<LedgerEntry, 'counts'> & { counts: string | null }>`
    select seq, at, author, kind, payload ->> '$.file' as file, payload -> '$.counts' as counts,
      payload ->> '$.undoes' as undoes,
      (select max(later.seq) from ledger as later
        where later.kind = ${UNDO} and later.payload ->> '$.undoes' = ledger.seq) as undoneBy
    from ledger where seq < ${before} order by seq desc limit ${limit}`.execute(db);
  return rows.map(({ counts, ...entry }) => {
    const { claims = 0, actors = 0, documents = 0 } = JSON.parse(counts ?? '{}') as Partial<ChangeCounts>;
    return { ...entry, counts: { claims, actors, documents } };
  });
}
