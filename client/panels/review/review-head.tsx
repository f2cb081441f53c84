import { useId } from 'react';
import type { DocumentDetail } from '../../../graph-data/contract/answers.ts';
import { Icon } from '../frame/icon.tsx';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { toDateWords } from '../words/date-words.ts';
import type { ReviewFilter, ReviewState } from './review-state.ts';
import { REVIEW_FILTERS, countReview } from './review-state.ts';
import { toCertaintyNumber, toCertaintyWords } from './review-words.ts';

interface ReviewHeadProps {
  readonly document: DocumentDetail;
  readonly review: ReviewState;
  readonly isSaving: boolean;
  readonly onFilter: (filter: ReviewFilter) => void;
  readonly onThreshold: (threshold: number) => void;
  readonly onLeave: () => void;
  readonly onHelp: () => void;
}

const FILTER_WORDS: Readonly<Record<ReviewFilter, string>> = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  rejected: 'Rejected',
  all: 'All',
};

/** Which document it is, how far the review has come, what the queue shows, and how sure it has to be. */
export function ReviewHead(props: ReviewHeadProps) {
  const { document, review, isSaving, onFilter, onThreshold, onLeave, onHelp } = props;
  const counts = countReview(review);
  const done = counts.accepted + counts.rejected;
  return (
    <header className="review-head">
      <div className="review-title">
        <button type="button" className="link-button" onClick={onLeave}>
          <Icon name="back" />
          Documents
        </button>
        <h2 title={document.title}>{document.title}</h2>
        <p className="quiet">
          {document.publisher}
          {document.publishedAt !== null && `, ${toDateWords(document.publishedAt)}`}
        </p>
      </div>
      <div className="review-progress">
        <p>
          {toNumberWords(done)} of {toNumberWords(counts.all)} reviewed
          {isSaving && <span className="review-saving">Saving…</span>}
        </p>
        <progress aria-label="Reviewed" max={Math.max(1, counts.all)} value={done} />
      </div>
      <fieldset className="review-filter">
        <legend className="visually-hidden">Show claims that are</legend>
        {REVIEW_FILTERS.map((filter) => (
          <label key={filter}>
            <input
              type="radio"
              name="review-filter"
              className="visually-hidden"
              checked={review.filter === filter}
              onChange={() => onFilter(filter)}
            />
            <span>
              {FILTER_WORDS[filter]} <b>{toNumberWords(counts[filter])}</b>
            </span>
          </label>
        ))}
      </fieldset>
      <Dial threshold={review.threshold} hidden={counts.hidden} onThreshold={onThreshold} />
      <button
        type="button"
        className="icon-button"
        aria-label="Keys of the review"
        aria-keyshortcuts="?"
        data-tip="Keys (?)"
        onClick={onHelp}
      >
        <Icon name="keys" />
      </button>
    </header>
  );
}

/** More proposals, less sure ones too; or fewer and surer. */
function Dial({
  threshold,
  hidden,
  onThreshold,
}: {
  readonly threshold: number;
  readonly hidden: number;
  readonly onThreshold: (threshold: number) => void;
}) {
  const id = useId();
  const hiddenWords = hidden === 0 ? 'none hidden' : `${toCountWords(hidden, 'less sure one')} hidden`;
  return (
    <div className="review-dial">
      <label htmlFor={id}>
        At least {toCertaintyNumber(threshold)} sure <span className="quiet">· {hiddenWords}</span>
      </label>
      <div className="review-dial-range">
        <span aria-hidden="true">more</span>
        <input
          id={id}
          type="range"
          min={0}
          max={1}
          step={0.01}
          value={threshold}
          aria-valuetext={`${toCertaintyNumber(threshold)}, ${toCertaintyWords(threshold)}; ${hiddenWords}`}
          onChange={(event) => onThreshold(Number(event.target.value))}
        />
        <span aria-hidden="true">surer</span>
      </div>
    </div>
  );
}
