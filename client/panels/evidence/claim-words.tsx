import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { toDateWords } from '../words/date-words.ts';
import { Quote } from './quote.tsx';
import { SourceLine } from './source-line.tsx';
import { SpeakerLine } from './speaker-line.tsx';
import { ModalityWord, StanceWord } from './stance-word.tsx';

/** What a claim says: its sentence, whose word it is, how and when, and where it is stated. */
export function ClaimWords({ claim }: { readonly claim: ClaimAnswer }) {
  return (
    <>
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
    </>
  );
}
