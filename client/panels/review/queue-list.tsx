import { memo, useEffect, useRef } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { ModalityWord } from '../evidence/stance-word.tsx';
import { useVocabulary } from '../page-context.ts';
import { toTypeWords } from '../words/relation-words.ts';
import { toCertaintyNumber, toCertaintyWords } from './review-words.ts';

interface QueueListProps {
  readonly queue: readonly ClaimAnswer[];
  readonly current: string | null;
  readonly onChoose: (claim: string) => void;
}

/** The claims that the filter and the dial show, most certain first; the one in front is scrolled to. */
export function QueueList({ queue, current, onChoose }: QueueListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const item = list.current?.querySelector('[aria-current]');
    const scroller = list.current;
    if (!(item instanceof HTMLElement) || scroller === null) return;
    // By itself, not with what it stands in: on a phone the whole side scrolls.
    const top = item.offsetTop - scroller.offsetTop;
    if (top < scroller.scrollTop || top + item.offsetHeight > scroller.scrollTop + scroller.clientHeight)
      scroller.scrollTop = Math.max(0, top - scroller.clientHeight / 3);
  }, [current]);
  return (
    <section className="queue" aria-labelledby="queue-heading">
      <h3 id="queue-heading">Queue</h3>
      {queue.length === 0 && <p className="quiet">Nothing is in it.</p>}
      <ol ref={list}>
        {queue.map((claim) => (
          <QueueItem key={claim.id} claim={claim} isCurrent={claim.id === current} onChoose={onChoose} />
        ))}
      </ol>
    </section>
  );
}

const QueueItem = memo(function QueueItem({
  claim,
  isCurrent,
  onChoose,
}: {
  readonly claim: ClaimAnswer;
  readonly isCurrent: boolean;
  readonly onChoose: (claim: string) => void;
}) {
  const vocabulary = useVocabulary();
  const { subject, object, type, stance, modality, status, certainty } = claim;
  return (
    <li>
      <button
        type="button"
        className={`queue-item queue-${status}`}
        aria-current={isCurrent || undefined}
        onClick={() => onChoose(claim.id)}
      >
        <span className="queue-words">
          {subject.label}{' '}
          <span className={`queue-type stance-${stance}`}>{toTypeWords(vocabulary, type, 'out')}</span>{' '}
          {object.label}
          {modality !== 'asserted' && (
            <>
              {' · '}
              <ModalityWord modality={modality} />
            </>
          )}
        </span>
        {status !== 'proposed' && <span className={`queue-status status-${status}`}>{status}</span>}
        <span className="queue-certainty">
          <span className="visually-hidden">{toCertaintyWords(certainty)}, </span>
          {toCertaintyNumber(certainty)}
        </span>
      </button>
    </li>
  );
});
