import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { withClaim } from '../../state/page-transitions.ts';
import { ClaimActions } from '../evidence/claim-actions.tsx';
import { Quote } from '../evidence/quote.tsx';
import { SourceLine } from '../evidence/source-line.tsx';
import { SpeakerLine } from '../evidence/speaker-line.tsx';
import { ModalityWord, StanceWord } from '../evidence/stance-word.tsx';
import { TripleLine } from '../evidence/triple-line.tsx';
import { useChangePage } from '../page-context.ts';

/** A claim of one side: what it says, its sentence, whose word it is and where it stands. */
export function SideClaim({ claim }: { readonly claim: ClaimAnswer }) {
  const change = useChangePage();
  return (
    <article className="side-claim">
      <p className="claim-facts">
        <TripleLine claim={claim} onOpen={() => change((page) => withClaim(page, claim))} />
        <StanceWord stance={claim.stance} />
        {claim.modality !== 'asserted' && <ModalityWord modality={claim.modality} />}
      </p>
      <Quote evidence={claim.evidence} />
      <SpeakerLine speaker={claim.speaker} via={claim.via} />
      <SourceLine document={claim.document} />
      <ClaimActions claim={claim} />
    </article>
  );
}
