import { useMemo, useState } from 'react';
import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { withReading, withReview } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage, useServices } from '../page-context.ts';
import { sortRows } from '../table/sort-rows.ts';
import { DIGEST_WORDS } from '../words/closed-words.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';
import { isReadLanguage, toLanguageWords } from '../words/language-words.ts';
import type { DocumentSort } from './document-columns.ts';
import { DOCUMENT_COLUMNS, FIRST_SORT, toNextSort } from './document-columns.ts';

interface DocumentTableProps {
  readonly documents: readonly DocumentSummaryAnswer[];
  /** Null where nothing may be changed. */
  readonly onRetract: ((document: DocumentSummaryAnswer) => void) | null;
}

/** The documents as a table; on a narrow screen each is a card. The roles are said, as cards are no table to the browser. */
export function DocumentTable({ documents, onRetract }: DocumentTableProps) {
  const { site } = useServices();
  const [sort, setSort] = useState<DocumentSort>(FIRST_SORT);
  const column = DOCUMENT_COLUMNS.find(({ id }) => id === sort.column);
  // Nothing waits on a published site.
  const columns = site === null ? DOCUMENT_COLUMNS : DOCUMENT_COLUMNS.filter(({ id }) => id !== 'waiting');
  const sorted = useMemo(
    () => (column ? sortRows(documents, column.valueOf, sort.direction) : documents),
    [documents, column, sort.direction],
  );
  return (
    <table className="documents" role="table" aria-label="Documents">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((each) => (
            <th
              key={each.id}
              role="columnheader"
              scope="col"
              className={`document-${each.id}`}
              aria-sort={each.id === sort.column ? sort.direction : 'none'}
            >
              <button type="button" onClick={() => setSort(toNextSort(sort, each))}>
                {each.title}
                <span className="sort-arrow" aria-hidden="true">
                  {each.id === sort.column ? (sort.direction === 'ascending' ? '↑' : '↓') : ''}
                </span>
              </button>
            </th>
          ))}
          {onRetract !== null && (
            <th role="columnheader" scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted.map((document) => (
          <DocumentRow key={document.id} document={document} onRetract={onRetract} />
        ))}
      </tbody>
    </table>
  );
}

function DocumentRow({
  document,
  onRetract,
}: {
  readonly document: DocumentSummaryAnswer;
  readonly onRetract: DocumentTableProps['onRetract'];
}) {
  const { site } = useServices();
  const change = useChangePage();
  const id = document.id as DocumentId;
  const isOpen = usePage(({ page }) => page.reading === id);
  const { title, publisher, publishedAt, licence, language, claims, proposals } = document;
  return (
    <tr role="row" className={isOpen ? 'row-selected' : ''}>
      <th role="rowheader" scope="row" className="document-title">
        <button
          type="button"
          className="document-open"
          aria-current={isOpen || undefined}
          onClick={() => change((page) => withReading(page, id))}
        >
          {title}
        </button>
        {document.kind === 'digest' && <span className="digest-note">{DIGEST_WORDS}</span>}
      </th>
      <td role="cell" className="document-publisher">
        {publisher}
      </td>
      <td role="cell" className="document-published">
        {publishedAt !== null && toDateWords(publishedAt)}
      </td>
      <td role="cell" className="document-licence">
        {licence}
      </td>
      <td role="cell" className="document-language">
        {toLanguageWords(language)}
        {!isReadLanguage(language) && <span className="document-unread">kept, not read</span>}
      </td>
      <td role="cell" className="document-claims">
        <span className="document-unit">{toCountWords(claims, 'claim')}</span>
        <span className="document-number" aria-hidden="true">
          {toNumberWords(claims)}
        </span>
      </td>
      {site === null && (
        <td role="cell" className="document-waiting">
          {proposals > 0 && onRetract === null && toCountWords(proposals, 'proposal')}
          {proposals > 0 && onRetract !== null && (
            <button
              type="button"
              className="link-button"
              aria-label={`Review ${toCountWords(proposals, 'proposal')} of ${title}`}
              onClick={() => change((page) => withReview(page, id))}
            >
              Review {toNumberWords(proposals)}
              <Icon name="forth" />
            </button>
          )}
        </td>
      )}
      {onRetract !== null && (
        <td role="cell" className="document-actions-cell">
          <button
            type="button"
            className="link-button document-retract"
            aria-label={`Retract ${title}`}
            aria-haspopup="dialog"
            onClick={() => onRetract(document)}
          >
            Retract
          </button>
        </td>
      )}
    </tr>
  );
}
