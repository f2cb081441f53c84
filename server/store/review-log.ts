import type { DatabaseSync } from 'node:sqlite';
import { setImmediate } from 'node:timers/promises';
import { StandingEntries } from './standing-entries.ts';
import type { ReviewedDecision } from './store.ts';

/** Decisions read at once; between two lots the thread does other work, and no statement stays open. */
const LOT = 500;

type DecisionRow = Omit<ReviewedDecision, 'undoneBy'> & { readonly position: number; readonly seq: number };

/**
 * Each time somebody gave a claim another status, oldest first: by a decision or while putting the claim right. Images that
 * a purge went through are passed over.
 */
export async function* readReviewLog(database: DatabaseSync): AsyncGenerator<readonly ReviewedDecision[]> {
  // The ledger in its order, so that each lot begins where the last one ended: hence no index on the kind (`+`).
  const next = database.prepare(
    `select position, seq, after ->> '$.id' as claim, after ->> '$.subject' as subject, after ->> '$.type' as type,
      after ->> '$.object' as object, after ->> '$.status' as decision, author, at, after ->> '$.document' as document
    from ledger cross join ledger_changes using (seq)
    where seq >= ? and position > ? and "table" = 'claims' and +kind in ('decide', 'edit-claim')
      and after ->> '$.status' <> before ->> '$.status'
    order by seq, position limit ?`,
  );
  let last: Pick<DecisionRow, 'seq' | 'position'> = { seq: 0, position: 0 };
  for (;;) {
    const rows = next.all(last.seq, last.position, LOT) as unknown as DecisionRow[];
    if (rows.length === 0) return;
    const standing = StandingEntries.read(database);
    yield rows.map(({ position: _position, seq, ...row }) => ({
      ...row,
      undoneBy: standing.findUndo(seq) ?? null,
    }));
    last = rows.at(-1) ?? last;
    await setImmediate();
  }
}
