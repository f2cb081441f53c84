import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import { OWN_VOICE_WORDS } from '../words/closed-words.ts';
import { ActorLink } from './actor-link.tsx';

/** Whose word a claim is: "Says Steve Witkoff, quoting Vladimir Putin", each name selecting its actor. */
export function SpeakerLine({
  speaker,
  via,
}: {
  readonly speaker: ActorRef | null;
  readonly via: readonly ActorRef[];
}) {
  return (
    <p className="speaker">
      {speaker === null ? (
        <>In {OWN_VOICE_WORDS}</>
      ) : (
        <>
          Says <ActorLink actor={speaker} />
        </>
      )}
      {via.map((inner) => (
        <span key={inner.id}>
          , quoting <ActorLink actor={inner} />
        </span>
      ))}
    </p>
  );
}
