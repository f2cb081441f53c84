import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { withClaim } from '../../state/page-transitions.ts';
import { ClaimWords } from '../evidence/claim-words.tsx';
import { TripleLine } from '../evidence/triple-line.tsx';
import { useChangePage } from '../page-context.ts';
import { FullViewLink, OutsideLink } from './full-view-link.tsx';

interface EmbedClaimProps {
  readonly claim: ClaimAnswer;
  /** Says who is tied to whom: in lists that hold claims of several pairs. */
  readonly hasTriple: boolean;
  readonly isInFront?: boolean;
}

/** A claim to be read: its sentence, whose word it is, where it is stated; and ways to where more can be done with it. */
export function EmbedClaim({ claim, hasTriple, isInFront = false }: EmbedClaimProps) {
  const change = useChangePage();
  const { url, derivedFrom } = claim.document;
  const report = url ?? derivedFrom?.url ?? null;
  return (
    <article className={isInFront ? 'claim claim-in-front' : 'claim'} aria-current={isInFront || undefined}>
      {hasTriple && <TripleLine claim={claim} onOpen={() => change((page) => withClaim(page, claim))} />}
      <ClaimWords claim={claim} />
      <p className="embed-links">
        {report !== null && <OutsideLink href={report}>The report</OutsideLink>}
        <FullViewLink change={(page) => withClaim(page, claim)}>
          This claim in Onrecord
          <span className="visually-hidden">
            : {claim.subject.label}, {claim.label}, {claim.object.label}
          </span>
        </FullViewLink>
      </p>
    </article>
  );
}
