import type { LedgerAnswer } from '../../../graph-data/contract/imports.ts';

export type LedgerEntry = LedgerAnswer['items'][number];

export interface LedgerDay {
  /** `YYYY-MM-DD` where the reader is. */
  readonly day: string;
  /** Newest first, as they came. */
  readonly entries: readonly LedgerEntry[];
}

/**
 * The entries by the day they were made, in the order they came.
 * @param toDay the day of an instant where the reader is
 */
export function toLedgerDays(
  entries: readonly LedgerEntry[],
  toDay: (instant: string) => string = toLocalDay,
): LedgerDay[] {
  const days: { day: string; entries: LedgerEntry[] }[] = [];
  for (const entry of entries) {
    const day = toDay(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** What can be done about an entry: take it back, or, where it took something back, have that again. */
export function toUndoOffer(entry: LedgerEntry): 'undo' | 'redo' | null {
  if (!entry.undoable || entry.undoneBy !== null) return null;
  return entry.kind === 'undo' ? 'redo' : 'undo';
}

function toLocalDay(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant.slice(0, 10);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The entry that a reason for a blocked undo names; undefined where it names none. */
export function toBlockingSeq(reason: string): number | undefined {
  const seq = /\bentry (\d+)/i.exec(reason)?.[1];
  return seq === undefined ? undefined : Number(seq);
}
