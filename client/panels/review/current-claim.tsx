import type { RefObject } from 'react';
import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Quote } from '../evidence/quote.tsx';
import { ModalityWord, StanceWord } from '../evidence/stance-word.tsx';
import { useVocabulary } from '../page-context.ts';
import { toDateWords } from '../words/date-words.ts';
import { toSpeakerWords, toTypeWords } from '../words/relation-words.ts';
import { EgoView } from './ego-view.tsx';
import type { Likeness } from './review-session.ts';
import { toCertaintyNumber, toCertaintyWords } from './review-words.ts';

interface CurrentClaimProps {
  readonly claim: ClaimAnswer;
  /** "3 of 36". */
  readonly place: string;
  /** Open questions about its actors. */
  readonly likenesses: readonly Likeness[];
  /** Changes with what the network is. */
  readonly version: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onSame: () => void;
  readonly onDistinct: (likeness: Likeness) => void;
}

/** The claim in front, large: who, what, towards whom; by whose word, in which words, how sure and why; and its place in the network. */
export function CurrentClaim(props: CurrentClaimProps) {
  const { claim, place, likenesses, version, heading, onSame, onDistinct } = props;
  const { subject, object, type, label, stance, modality, status, certainty } = claim;
  const vocabulary = useVocabulary();
  return (
    <section className={`current current-${status}`} data-claim={claim.id} aria-labelledby="current-heading">
      <p className="current-top">
        <span>{place}</span>
        {status !== 'proposed' && <span className={`current-status status-${status}`}>{status}</span>}
        <Certainty certainty={certainty} />
      </p>
      <h3 id="current-heading" ref={heading} tabIndex={-1} className="current-triple">
        <ActorName actor={subject} />{' '}
        <span className={`current-type stance-${stance} modality-line-${modality}`}>
          {modality === 'denied' && <ModalityWord modality={modality} />}{' '}
          {toTypeWords(vocabulary, type, 'out')}
        </span>{' '}
        <ActorName actor={object} />
      </h3>
      <p className="claim-facts">
        <span className="label">labelled “{label}”</span>
        <StanceWord stance={stance} />
        {modality !== 'denied' && <ModalityWord modality={modality} />}
        {claim.saidOn !== null && <span>said {toDateWords(claim.saidOn)}</span>}
        {claim.happenedOn !== null && <span>happened {toDateWords(claim.happenedOn)}</span>}
      </p>
      <Quote evidence={claim.evidence} />
      <p className="speaker">
        {claim.speaker === null ? 'In' : 'Says'} <b>{toSpeakerWords(claim.speaker, claim.via)}</b>
      </p>
      {claim.reason !== '' && (
        <p className="current-reason">
          <span className="quiet">Why it is proposed:</span> {claim.reason}{' '}
          <span className="quiet">({claim.method})</span>
        </p>
      )}
      {claim.reviewedBy !== null && (
        <p className="current-reason quiet">
          {status === 'proposed' ? 'Put back' : status === 'accepted' ? 'Accepted' : 'Rejected'} by{' '}
          {claim.reviewedBy}
          {claim.reviewedAt !== null && `, ${claim.reviewedAt.slice(0, 10)}`}
        </p>
      )}
      {likenesses.map((likeness) => (
        <LikenessNote
          key={`${likeness.actor.id} ${likeness.other.id}`}
          likeness={likeness}
          onSame={onSame}
          onDistinct={() => onDistinct(likeness)}
        />
      ))}
      <EgoView claim={claim} version={version} />
    </section>
  );
}

function ActorName({ actor }: { readonly actor: ActorRef }) {
  return (
    <span className="current-actor">
      <ActorMark kind={actor.kind} />
      {actor.label}
    </span>
  );
}

/** In words, as a number, and as a bar. */
export function Certainty({ certainty }: { readonly certainty: number }) {
  return (
    <span className="certainty">
      <svg className="certainty-bar" viewBox="0 0 40 4" width="40" height="4" aria-hidden="true">
        <rect className="certainty-ground" width="40" height="4" rx="1" />
        <rect width={Math.max(1, 40 * certainty)} height="4" rx="1" />
      </svg>
      {toCertaintyWords(certainty)}, {toCertaintyNumber(certainty)}
    </span>
  );
}

/** An open question about one of the claim's actors. */
function LikenessNote({
  likeness: { actor, other, reason },
  onSame,
  onDistinct,
}: {
  readonly likeness: Likeness;
  readonly onSame: () => void;
  readonly onDistinct: () => void;
}) {
  return (
    <div className="likeness">
      <p className="likeness-words">
        Is <b>{actor.label}</b> the same as <b>{other.label}</b>, who is here already?{' '}
        <span className="quiet">{reason}</span>
      </p>
      <p className="likeness-actions">
        <button type="button" className="button" onClick={onSame} aria-keyshortcuts="s">
          The same…
          <kbd aria-hidden="true">s</kbd>
        </button>
        <button type="button" className="button" onClick={onDistinct} aria-keyshortcuts="n">
          Not the same
          <kbd aria-hidden="true">n</kbd>
        </button>
      </p>
    </div>
  );
}
