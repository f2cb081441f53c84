import type { LedgerEntry } from '../store/ledger-entries.ts';

/** What an entry did, in one line. File names in it are untrusted text. */
export function toSummary({ kind, file, counts, undoes }: LedgerEntry): string {
  const amounts = [
    toCountWords(counts.claims, 'claim'),
    toCountWords(counts.actors, 'actor'),
    toCountWords(counts.documents, 'document'),
  ].join(', ');
  if (kind === 'import') return `Imported ${file ?? 'a table'}: ${amounts}`;
  if (kind === 'undo') return `Took back entry ${undoes ?? '?'}: ${amounts}`;
  return kind === 'load-dataset' ? `Loaded a dataset: ${amounts}` : kind;
}

function toCountWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
