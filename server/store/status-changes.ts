import type { DatabaseSync } from 'node:sqlite';
import type { Status } from '../../graph-data/model/claim.ts';
import type { ClaimId } from '../../graph-data/model/ids.ts';

/** What a decision changes of a claim. */
const DECIDED = `'$.status', '$.reviewed_by', '$.reviewed_at'`;
const CHANGES = `select key as claim, after ->> '$.status' as status,
    "table" = 'claims' and before is not null and after is not null
      and json_remove(before, ${DECIDED}) = json_remove(after, ${DECIDED}) as isDecision
  from ledger_changes where seq > ? order by position`;

/**
 * The statuses that decisions, and what took them back, gave since a version; undefined where anything else has changed, as
 * the ledger says.
 */
export function findStatusChanges(
  database: DatabaseSync,
  since: number,
): ReadonlyMap<ClaimId, Status> | undefined {
  const others = database
    .prepare(`select 1 from ledger where seq > ? and kind not in ('decide', 'undo') limit 1`)
    .get(since);
  if (others !== undefined) return undefined;
  const statuses = new Map<ClaimId, Status>();
  const rows = database.prepare(CHANGES).iterate(since) as Iterable<unknown> as Iterable<{
    readonly claim: ClaimId;
    readonly status: Status;
    readonly isDecision: number;
  }>;
  for (const { claim, status, isDecision } of rows) {
    if (isDecision !== 1) return undefined;
    statuses.set(claim, status);
  }
  return statuses;
}
