import type { LedgerEntry } from '../store/ledger-entries.ts';

/** What an entry did, in one line. Names of files, documents and actors in it are untrusted text. */
export function toSummary({ kind, about, counts, undoes }: LedgerEntry): string {
  const { file, document = 'a document', actors = [], decisions = {}, reason } = about;
  const amounts = [
    toCountWords(counts.claims, 'claim'),
    toCountWords(counts.actors, 'actor'),
    toCountWords(counts.documents, 'document'),
  ].join(', ');
  const [first = 'an actor', second = 'another'] = actors;
  switch (kind) {
    case 'load-dataset':
      return `Loaded a dataset: ${amounts}`;
    case 'import':
      return `Imported ${file ?? 'a table'}: ${amounts}`;
    case 'ingest':
      return `Read ${document}: ${toCountWords(counts.claims, 'claim')}, ${toCountWords(counts.actors, 'actor')}`;
    case 'add-claim':
      return `Added a claim on ${first} and ${second} in ${document}`;
    case 'edit-claim':
      return `Changed a claim on ${first} and ${second} in ${document}`;
    case 'decide':
      return `Decided on ${toCountWords(counts.claims, 'claim')}: ${toDecisionWords(decisions)}`;
    case 'retract':
      return `Retracted ${document}: ${amounts}`;
    case 'merge':
      return `${first} is read as ${second}`;
    case 'split':
      return `${first} stands by itself again`;
    case 'edit-actor':
      return `Changed ${first}`;
    case 'distinct':
      return `${first} and ${second} are not the same`;
    case 'undo':
      return `Took back ${undoes.length === 1 ? 'entry' : 'entries'} ${undoes.join(', ')}: ${amounts}`;
    case 'purge':
      return `Purged for good: ${amounts}${reason === undefined ? '' : ` (${reason})`}`;
    default:
      return kind;
  }
}

/** An entry for those who have not signed in: names may be of proposals or of what was purged, and the reason of a purge may tell. */
export function withoutNames(entry: LedgerEntry): LedgerEntry {
  const { decisions } = entry.about;
  return { ...entry, about: decisions === undefined ? {} : { decisions } };
}

const DECISIONS = { accepted: 'accepted', rejected: 'rejected', proposed: 'open again' } as const;

function toDecisionWords(decisions: LedgerEntry['about']['decisions'] = {}): string {
  return Object.entries(DECISIONS)
    .flatMap(([status, words]) => {
      const count = decisions[status as keyof typeof DECISIONS] ?? 0;
      return count === 0 ? [] : [`${count} ${words}`];
    })
    .join(', ');
}

function toCountWords(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}
