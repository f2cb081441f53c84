import { useState } from 'react';
import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import { LONGEST_PAGE, documentsRequest } from '../../api/requests.ts';
import { LoadMore } from '../frame/load-more.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useCanWrite, useServices } from '../page-context.ts';
import { useLast } from '../use-last.ts';
import { usePages } from '../use-pages.ts';
import { toCountWords, toShareWords } from '../words/count-words.ts';
import type { DocumentFilter } from './document-filter.ts';
import { NO_FILTER, filterDocuments } from './document-filter.ts';
import { DocumentTable } from './document-table.tsx';
import { EmptyRoom } from './empty-room.tsx';
import { RetractDialog } from './retract-dialog.tsx';
import { ReviewLogLink } from './review-log-link.tsx';

/** Every document with what is known of it and what waits in it; found by words, sorted by any column. */
export function DocumentList() {
  const pages = usePages<DocumentSummaryAnswer>(documentsRequest(LONGEST_PAGE));
  const documents = useLast(pages.value === undefined ? undefined : pages.items);
  const canWrite = useCanWrite();
  const { site } = useServices();
  const [filter, setFilter] = useState<DocumentFilter>(NO_FILTER);
  const [retracting, setRetracting] = useState<DocumentSummaryAnswer | null>(null);
  if (documents === undefined) {
    return pages.problem ? (
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
    ) : (
      <Waiting what="the documents" />
    );
  }
  if (documents.length === 0) return <EmptyRoom />;
  const shown = filterDocuments(documents, filter);
  const waiting = documents.reduce((sum, { proposals }) => sum + proposals, 0);
  return (
    <>
      <div className="room-tools">
        <input
          type="search"
          className="room-search"
          aria-label="Find a document"
          placeholder="Find a document"
          maxLength={200}
          value={filter.words}
          onChange={(event) => setFilter({ ...filter, words: event.target.value })}
        />
        {site === null && (
          <label className="room-waiting">
            <input
              type="checkbox"
              checked={filter.isWaitingOnly}
              onChange={(event) => setFilter({ ...filter, isWaitingOnly: event.target.checked })}
            />
            With proposals waiting
          </label>
        )}
        <p className="room-count" role="status">
          {shown.length === documents.length
            ? toCountWords(documents.length, 'document')
            : toShareWords(shown.length, documents.length, 'documents')}
          {waiting > 0 && ` · ${toCountWords(waiting, 'proposal')} waiting`}
        </p>
        {canWrite && <ReviewLogLink />}
      </div>
      {pages.problem && <ProblemNote problem={pages.problem} onRetry={pages.retry} />}
      {shown.length === 0 ? (
        <div className="nothing">
          <p>No document is of that kind.</p>
          <button type="button" className="button" onClick={() => setFilter(NO_FILTER)}>
            Show all
          </button>
        </div>
      ) : (
        <DocumentTable documents={shown} onRetract={canWrite ? setRetracting : null} />
      )}
      {pages.loadMore !== undefined && (
        <p className="quiet">Words and order are of the documents that are here.</p>
      )}
      <LoadMore pages={pages} what="documents" />
      {retracting !== null && <RetractDialog document={retracting} onClose={() => setRetracting(null)} />}
    </>
  );
}
