import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { LedgerEntry } from './ledger-entries.ts';
import { IMPORT } from './ledger-entries.ts';

/** Entries looked through at once. */
const LOT = 100;

interface LedgerReader {
  readLedger(limit: number, before?: number): Promise<LedgerEntry[]>;
}

/**
 * The import that an undo takes back: the one named, or the last that still stands. Throws OnrecordError `not-found` or
 * `cannot-be-undone`, saying why.
 */
export async function findUndoable(reader: LedgerReader, seq?: number): Promise<number> {
  if (seq === undefined) {
    let before: number | undefined;
    for (;;) {
      const entries = await reader.readLedger(LOT, before);
      const found = entries.find(isStanding);
      if (found !== undefined) return found.seq;
      if (entries.length < LOT) throw refuse('no import stands that could be taken back');
      before = entries.at(-1)?.seq;
    }
  }
  const [entry] = await reader.readLedger(1, seq + 1);
  if (entry?.seq !== seq) {
    const detail = `no entry ${seq} in the ledger`;
    throw new OnrecordError('not-found', detail, [{ pointer: '/body/seq', detail }]);
  }
  if (entry.undoneBy !== null) throw refuse(`entry ${seq} is taken back already, by entry ${entry.undoneBy}`);
  if (entry.kind !== IMPORT) throw refuse(`entry ${seq} is no import: only imports can be taken back`);
  return seq;
}

function isStanding({ kind, undoneBy }: LedgerEntry): boolean {
  return kind === IMPORT && undoneBy === null;
}

function refuse(detail: string): OnrecordError {
  return new OnrecordError('cannot-be-undone', detail, [{ pointer: '/body/seq', detail }]);
}
