import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { SpeakerLine } from '../evidence/speaker-line.tsx';
import { ModalityWord, StanceWord } from '../evidence/stance-word.tsx';
import { TripleLine } from '../evidence/triple-line.tsx';
import { toCountWords } from '../words/count-words.ts';

interface OpenClaimsProps {
  /** Those of the stretch that was opened; none hides the strip. */
  readonly claims: readonly ClaimAnswer[];
  readonly front: string | null;
  readonly onChoose: (claim: ClaimAnswer) => void;
}

/** The strip under the text: which claim its emphasised stretch states, or which of several to open. */
export function OpenClaims({ claims, front, onChoose }: OpenClaimsProps) {
  if (claims.length === 0) return null;
  return (
    <section className="open-claims" aria-label="Claims of this stretch" role="region" aria-live="polite">
      {claims.length > 1 && (
        <p className="quiet">These words state {toCountWords(claims.length, 'claim')}:</p>
      )}
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} className={claim.id === front ? 'open-claim open-claim-in-front' : 'open-claim'}>
            <TripleLine claim={claim} onOpen={() => onChoose(claim)} />
            <p className="claim-facts">
              <span className="label">labelled “{claim.label}”</span>
              <StanceWord stance={claim.stance} />
              {claim.modality !== 'asserted' && <ModalityWord modality={claim.modality} />}
            </p>
            <SpeakerLine speaker={claim.speaker} via={claim.via} />
          </li>
        ))}
      </ul>
    </section>
  );
}
