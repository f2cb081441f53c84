import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { ClaimId } from '../../../graph-data/model/ids.ts';
import { claimRequest } from '../../api/requests.ts';
import { withClaim, withView } from '../../state/page-transitions.ts';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, useVocabulary } from '../page-context.ts';
import { useAnswers } from '../use-answer.ts';
import { toTypeWords } from '../words/relation-words.ts';
import type { Dispute } from './disputes.ts';
import { Quote } from './quote.tsx';
import { DigestNote } from './source-line.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { ModalityWord, StanceWord } from './stance-word.tsx';

interface DisputeNoticeProps {
  readonly dispute: Dispute;
  /** Claims that are here already. */
  readonly claims: readonly ClaimAnswer[];
}

/** Lists both sides of a dispute with their sentences. It takes no side and says so. */
export function DisputeNotice({ dispute, claims }: DisputeNoticeProps) {
  const here = new Map(claims.map((claim) => [claim.id, claim]));
  const missing = dispute.sides.flat().filter((id) => !here.has(id));
  const rest = useAnswers(missing.map((id) => claimRequest(id as ClaimId)));
  const all = new Map([...here, ...(rest.value ?? []).map((claim) => [claim.id, claim] as const)]);
  const heading = `dispute-${dispute.sides[0][0] ?? ''}`;
  return (
    <section className="dispute" aria-labelledby={heading}>
      <h3 id={heading}>Disputed</h3>
      <p>
        The claims about {dispute.subject} → {dispute.object} contradict one another. Both are kept.{' '}
        <AllDisputes />
      </p>
      {rest.problem && <ProblemNote problem={rest.problem} onRetry={rest.retry} />}
      {rest.isWaiting && missing.length > 0 && <Waiting what="the other side" />}
      {dispute.sides.map((side, index) => (
        <div key={side.join()} className="dispute-side">
          <h4>{index === 0 ? 'One side' : 'The other side'}</h4>
          {side.map((id) => {
            const claim = all.get(id);
            return claim && <DisputedClaim key={id} claim={claim} />;
          })}
        </div>
      ))}
    </section>
  );
}

function AllDisputes() {
  const change = useChangePage();
  return (
    <button
      type="button"
      className="link-button"
      onClick={() => change((page) => withView(page, 'disputes'))}
    >
      All disputes
    </button>
  );
}

function DisputedClaim({ claim }: { readonly claim: ClaimAnswer }) {
  const change = useChangePage();
  const vocabulary = useVocabulary();
  return (
    <div className="disputed-claim">
      <p className="claim-facts">
        <button type="button" className="triple" onClick={() => change((page) => withClaim(page, claim))}>
          {toTypeWords(vocabulary, claim.type, 'out')}: {claim.label}
        </button>
        <StanceWord stance={claim.stance} />
        {claim.modality !== 'asserted' && <ModalityWord modality={claim.modality} />}
      </p>
      <Quote evidence={claim.evidence} />
      <SpeakerLine speaker={claim.speaker} via={claim.via} />
      {claim.document.kind === 'digest' && (
        <div className="source">
          <DigestNote document={claim.document} />
        </div>
      )}
    </div>
  );
}
