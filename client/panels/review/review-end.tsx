import type { RefObject } from 'react';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { LONGEST_PAGE, documentsRequest } from '../../api/requests.ts';
import { withLens, withReview, withTab, withView } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import type { ReviewState } from './review-state.ts';
import { countReview } from './review-state.ts';
import { toCertaintyNumber } from './review-words.ts';

interface ReviewEndProps {
  readonly document: DocumentId;
  readonly review: ReviewState;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly canUndo: boolean;
  readonly onUndo: () => void;
  readonly onShowAll: () => void;
  readonly onShowHidden: () => void;
  readonly onAdd: (() => void) | undefined;
}

/** Nothing is left in the queue: what has come of it, and what can be done next. */
export function ReviewEnd(props: ReviewEndProps) {
  const { document, review, heading, canUndo, onUndo, onShowAll, onShowHidden, onAdd } = props;
  const change = useChangePage();
  const { waiting, accepted, rejected, hidden } = countReview(review);
  const documents = useAnswer(documentsRequest(LONGEST_PAGE));
  const next = documents.value?.items.find(({ id, proposals }) => id !== document && proposals > 0);
  const isDone = review.filter === 'waiting' && waiting === 0;
  const hasAny = accepted + rejected > 0;
  return (
    <section className="review-end" aria-labelledby="current-heading">
      <h3 id="current-heading" ref={heading} tabIndex={-1}>
        {isDone ? (hasAny ? 'All reviewed' : 'Nothing waits here') : `None is ${review.filter}`}
      </h3>
      {isDone && hasAny && (
        <p className="lead">
          {toNumberWords(accepted)} accepted, {toNumberWords(rejected)} rejected. What is accepted is in the
          network now.
        </p>
      )}
      {isDone && hidden > 0 && (
        <p>
          {toCountWords(hidden, 'proposal')} less sure than {toCertaintyNumber(review.threshold)}{' '}
          {hidden === 1 ? 'is' : 'are'} hidden.
        </p>
      )}
      <div className="review-end-actions">
        {isDone && next && (
          <button
            type="button"
            className="button button-main"
            onClick={() => change((page) => withReview(page, next.id as DocumentId))}
          >
            Review the next document
            <Icon name="forth" />
          </button>
        )}
        {isDone && accepted > 0 && (
          <button
            type="button"
            className="button"
            onClick={() =>
              change((page) => withTab(withLens(page, { ...DEFAULT_LENS, documents: [document] }), 'network'))
            }
          >
            See its network
          </button>
        )}
        {isDone && hidden > 0 && (
          <button type="button" className="button" onClick={onShowHidden}>
            Show the less sure ones
          </button>
        )}
        {hasAny && review.filter !== 'all' && (
          <button type="button" className="button" onClick={onShowAll}>
            Look at all again
          </button>
        )}
        {canUndo && (
          <button type="button" className="button" onClick={onUndo} aria-keyshortcuts="z">
            <Icon name="undo" />
            Undo
            <kbd aria-hidden="true">z</kbd>
          </button>
        )}
        {onAdd && (
          <button type="button" className="button" onClick={onAdd} aria-keyshortcuts="m">
            Add a missed claim
            <kbd aria-hidden="true">m</kbd>
          </button>
        )}
        <button
          type="button"
          className="button"
          onClick={() => change((page) => withView(page, 'documents'))}
        >
          All documents
        </button>
      </div>
      {isDone && next && (
        <p className="quiet">
          Next: {next.title}, {toCountWords(next.proposals, 'proposal')} waiting
        </p>
      )}
    </section>
  );
}
