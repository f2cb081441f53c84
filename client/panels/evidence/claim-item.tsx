import { useEffect, useRef } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { withClaim } from '../../state/page-transitions.ts';
import { useChangePage } from '../page-context.ts';
import { ClaimActions } from './claim-actions.tsx';
import { ClaimWords } from './claim-words.tsx';
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
      <ClaimWords claim={claim} />
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
