import { useEffect, useRef } from 'react';
import type { RelationDetail } from '../../../graph-data/contract/answers.ts';
import { PinButton } from '../case-file/pin-button.tsx';
import { toRelationItem } from '../case-file/to-case-item.ts';
import { usePage, useVocabulary } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { toTypeWords } from '../words/relation-words.ts';
import { ClaimItem } from './claim-item.tsx';
import type { RelationGroup } from './group-claims.ts';
import { DisputedMark, StanceWord } from './stance-word.tsx';

interface RelationSectionProps {
  readonly group: RelationGroup;
  /** Undefined while it is on its way. */
  readonly detail: RelationDetail | undefined;
  readonly isInFront: boolean;
}

/** One relation: its type, labels, stance and how many independent origins it has; then its claims. */
export function RelationSection({ group, detail, isInFront }: RelationSectionProps) {
  const vocabulary = useVocabulary();
  const front = usePage((state) => state.page.claim);
  const section = useRef<HTMLElement>(null);
  // A dispute is told at the top of the card, which then is what to see first.
  const shouldScroll = isInFront && front === null && detail?.disputed === false;
  useEffect(() => {
    if (shouldScroll) section.current?.scrollIntoView({ block: 'start' });
  }, [shouldScroll]);
  const type = toTypeWords(vocabulary, group.type, 'out');
  return (
    <section ref={section} className={isInFront ? 'relation relation-in-front' : 'relation'}>
      <h4>
        <span className="type">{type}</span>
        {detail && <span className="visually-hidden">: </span>}
        {detail && <span className="labels">{detail.labels.join(', ')}</span>}
      </h4>
      {detail && (
        <p className="relation-facts">
          <StanceWord stance={detail.stance} />
          <span>
            {toCountWords(detail.claims, 'claim')}
            {detail.origins < detail.claims && `, ${toCountWords(detail.origins, 'origin')}`}
          </span>
          {detail.disputed && <DisputedMark />}
        </p>
      )}
      {detail && (
        <PinButton
          kind="relation"
          id={detail.id}
          name={`${detail.subject.label} ${type} ${detail.object.label}, the whole relation`}
          relations={[detail.id]}
          toItem={(known, under) => toRelationItem(detail, group.claims, known, under)}
        />
      )}
      {group.claims.map((claim) => (
        <ClaimItem key={claim.id} claim={claim} isInFront={claim.id === front} />
      ))}
    </section>
  );
}
