import { useState } from 'react';
import { ledgerRequest } from '../../api/changes.ts';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { Icon } from '../frame/icon.tsx';
import { useCanWrite, useServices } from '../page-context.ts';
import { useLast } from '../use-last.ts';
import { usePages } from '../use-pages.ts';
import { toDateWords } from '../words/date-words.ts';
import type { LedgerEntry } from './ledger-days.ts';
import { toLedgerDays, toUndoOffer } from './ledger-days.ts';

const ENTRIES_A_PAGE = 100;
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Every change of the data, newest first: what, who, when, and the way back. */
export function LedgerList() {
  const pages = usePages<LedgerEntry>(ledgerRequest(ENTRIES_A_PAGE));
  const entries = useLast(pages.value === undefined ? undefined : pages.items);
  if (entries === undefined) {
    return pages.problem ? (
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
    ) : (
      <Waiting what="the changes" />
    );
  }
  if (entries.length === 0) return <p className="nothing">Nothing has been changed yet.</p>;
  return (
    <div className="ledger">
      <p className="quiet">
        Taking a change back is a change itself, and can be taken back too. Only a purge cannot.
      </p>
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {toLedgerDays(entries).map(({ day, entries: ofDay }) => (
        <section key={`${day} ${ofDay[0]?.seq}`} aria-label={toDateWords(day)}>
          <h2>{toDateWords(day)}</h2>
          <ol>
            {ofDay.map((entry) => (
              <LedgerItem key={entry.seq} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      <LoadMore pages={pages} what="changes" />
    </div>
  );
}

function LedgerItem({ entry }: { readonly entry: LedgerEntry }) {
  const { changes } = useServices();
  const canWrite = useCanWrite();
  const [isBusy, setIsBusy] = useState(false);
  const { seq, at, author, summary, undoneBy } = entry;
  const offer = canWrite ? toUndoOffer(entry) : null;
  const words = summary.replace(/\.$/, '');
  const undo = async (): Promise<void> => {
    setIsBusy(true);
    await changes.undo(seq, `“${words}”`);
    setIsBusy(false);
  };
  return (
    <li className={undoneBy === null ? 'entry' : 'entry entry-undone'}>
      <span className="entry-seq" title="Number in the ledger">
        {seq}
      </span>
      <div className="entry-what">
        <p>{undoneBy === null ? words : <s>{words}</s>}</p>
        <p className="quiet">
          <time dateTime={at}>{toClockWords(at)}</time>
          {author !== null && ` · ${author}`}
          {undoneBy !== null && ` · taken back by ${undoneBy}`}
        </p>
      </div>
      {offer !== null && (
        <button
          type="button"
          className="button"
          aria-label={offer === 'undo' ? `Undo: ${words}` : `Redo what was taken back: ${words}`}
          aria-disabled={isBusy}
          onClick={isBusy ? undefined : () => void undo()}
        >
          <Icon name={offer === 'undo' ? 'undo' : 'redo'} />
          {offer === 'undo' ? 'Undo' : 'Redo'}
        </button>
      )}
    </li>
  );
}

function toClockWords(instant: string): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? instant : CLOCK.format(date);
}
