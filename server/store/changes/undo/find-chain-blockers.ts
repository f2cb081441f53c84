import type { StandingEntries } from '../../standing-entries.ts';
import type { RowChange, RowHistory } from './row-histories.ts';

/**
 * Entries that must be taken back too, so that each row's changes that stand still follow from each other: later ones that
 * changed what would go, or that were made while what comes back was away, and undos of what it was made on. Where it was made on
 * what is just being taken back, it must not come back itself.
 * @param now which entries stand
 * @param then which would
 */
export function findChainBlockers(
  histories: readonly RowHistory[],
  now: StandingEntries,
  then: StandingEntries,
): Set<number> {
  const blockers = new Set<number>();
  const whenWritten = new Map<number, StandingEntries>();
  for (const history of histories) {
    const changes = history.changes.filter((change) => !history.isShared || isUpdate(change));
    for (const { seq } of changes) {
      if (now.has(seq) === then.has(seq)) continue;
      for (const other of changes)
        if (other.seq > seq && now.has(other.seq) && then.has(other.seq)) blockers.add(other.seq);
      if (then.has(seq)) {
        const written = whenWritten.get(seq) ?? now.before(seq);
        whenWritten.set(seq, written);
        for (const other of changes) {
          if (other.seq >= seq) break;
          if (written.has(other.seq) === then.has(other.seq)) continue;
          blockers.add(then.has(other.seq) ? other.seq : (then.findUndo(other.seq) ?? seq));
        }
      }
    }
  }
  return blockers;
}

function isUpdate({ hasBefore, hasAfter }: RowChange): boolean {
  return hasBefore && hasAfter;
}
