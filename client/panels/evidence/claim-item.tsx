import { useEffect, useRef } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { withClaim } from '../../state/page-transitions.ts';
import { useChangePage } from '../page-context.ts';
import { toDateWords } from '../words/date-words.ts';
import { ClaimActions } from './claim-actions.tsx';
import { Quote } from './quote.tsx';
import { SourceLine } from './source-line.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { ModalityWord, StanceWord } from './stance-word.tsx';
import { TripleLine } from './triple-line.tsx';

interface ClaimItemProps {
  readonly claim: ClaimAnswer;
  /** Says who is tied to whom: in lists that hold claims of several pairs. */
  readonly hasTriple?: boolean;
  /** False in the document itself. */
  readonly canOpen?: boolean;
  /** Emphasised, and scrolled to once. */
  readonly isInFront?: boolean;
}

/** One claim with all that is known of it: its quote first, then who says so, where, when and how. */
export function ClaimItem({ claim, hasTriple = false, canOpen = true, isInFront = false }: ClaimItemProps) {
  const change = useChangePage();
  const item = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isInFront) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isInFront]);
  return (
    <article
      ref={item}
      className={isInFront ? 'claim claim-in-front' : 'claim'}
      aria-current={isInFront || undefined}
    >
      {hasTriple && <TripleLine claim={claim} onOpen={() => change((page) => withClaim(page, claim))} />}
      <Quote evidence={claim.evidence} />
      <SpeakerLine speaker={claim.speaker} via={claim.via} />
      <p className="claim-facts">
        <span className="label">labelled “{claim.label}”</span>
        <StanceWord stance={claim.stance} />
        <ModalityWord modality={claim.modality} />
        {claim.saidOn !== null && <span>said {toDateWords(claim.saidOn)}</span>}
        {claim.happenedOn !== null && <span>happened {toDateWords(claim.happenedOn)}</span>}
      </p>
      <SourceLine document={claim.document} />
      <p className="claim-detail">
        {claim.status !== 'accepted' && <span>{claim.status}</span>}
        <span>{claim.method}</span>
        {claim.certainty < 1 && <span>certainty {claim.certainty.toFixed(2)}</span>}
        {claim.reason !== '' && <span>{claim.reason}</span>}
      </p>
      <ClaimActions claim={claim} canOpen={canOpen} />
    </article>
  );
}
