import { useId } from 'react';
import type { ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { HopAnswer, PathAnswer } from '../../../graph-data/contract/questions-paths.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { withPaths } from '../../state/paths-transitions.ts';
import { toPairSelection } from '../../state/selection.ts';
import { PinButton } from '../case-file/pin-button.tsx';
import { toPathId, toPathItem } from '../case-file/to-case-item.ts';
import { ActorLink } from '../evidence/actor-link.tsx';
import { ClaimItem } from '../evidence/claim-item.tsx';
import { DisputedMark } from '../evidence/stance-word.tsx';
import { useChangePage } from '../page-context.ts';
import { MODALITY_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';
import { toVoiceWords } from './paths-words.ts';

interface PathItemProps {
  readonly path: PathAnswer;
  /** Of all paths: note n is the n-th of them. */
  readonly claims: readonly ClaimAnswer[];
  readonly number: number;
  /** Lifted out of the network, with its notes open. */
  readonly isInFront: boolean;
}

/** One path as a short text; in front, with a note for each of its sentences. */
export function PathItem({ path, claims, number, isInFront }: PathItemProps) {
  const change = useChangePage();
  const base = useId();
  const names = path.actors.map(({ label }) => label).join(' – ');
  const notes = [...new Set(path.reading.flatMap((step) => step.notes))];
  const goTo = (note: number): void => {
    const element = document.getElementById(`${base}-note-${note}`);
    element?.scrollIntoView({ block: 'center' });
    element?.focus({ preventScroll: true });
  };
  return (
    <li className={isInFront ? 'path path-in-front' : 'path'}>
      <h4>
        <button
          type="button"
          className="path-head"
          aria-expanded={isInFront}
          onClick={() => change((page) => withPaths(page, { ...page.paths, front: isInFront ? 0 : number }))}
        >
          {names}
        </button>
      </h4>
      <p className="quiet">
        {toCountWords(path.length, 'step')} · weakest step: {toCountWords(path.strength, 'origin')}
      </p>
      <p className="path-text">
        {path.reading.map((step, at) => (
          <span key={`${step.subject.id} ${step.object.id}`} className="path-step">
            <ActorLink actor={step.subject} /> {step.words} <ActorLink actor={step.object} />
            {step.label !== null && <> (“{step.label}”)</>}
            {step.modality !== 'asserted' && <>, {MODALITY_WORDS[step.modality].toLowerCase()}</>},{' '}
            {toVoiceWords(step.speakers, step.speakerCount)}.
            {isInFront &&
              step.notes.map((note) => (
                <sup key={note}>
                  <button
                    type="button"
                    className="note-mark"
                    aria-label={`Note ${note}`}
                    onClick={() => goTo(note)}
                  >
                    {note}
                  </button>
                </sup>
              ))}
            {step.disputed && <DisputedMark />} {isInFront && <OtherWays hop={path.hops[at]} />}
          </span>
        ))}
      </p>
      {isInFront && (
        <>
          <PinButton
            kind="path"
            id={toPathId(path)}
            name={names}
            relations={path.hops.map(({ relation }) => relation.id)}
            toItem={(_vocabulary, under) => toPathItem(path, claims, under)}
          />
          <ol className="path-notes" aria-label="Notes">
            {notes.map((note) => {
              const claim = claims[note - 1];
              return (
                claim && (
                  <li key={note} id={`${base}-note-${note}`} value={note} tabIndex={-1}>
                    <span className="note-number" aria-hidden="true">
                      {note}
                    </span>
                    <ClaimItem claim={claim} hasTriple />
                  </li>
                )
              );
            })}
          </ol>
        </>
      )}
    </li>
  );
}

/** What else ties the two of a step: opens all that is said between them. */
function OtherWays({ hop }: { readonly hop: HopAnswer | undefined }) {
  const change = useChangePage();
  if (hop === undefined || hop.otherRelations === 0) return null;
  const pair = toPairSelection(hop.from.id as ActorId, hop.to.id as ActorId);
  return (
    <button type="button" className="link-button" onClick={() => change((page) => withSelection(page, pair))}>
      {toCountWords(hop.otherRelations, 'more relation')}
      <span className="visually-hidden">
        {' '}
        between {hop.from.label} and {hop.to.label}
      </span>
    </button>
  );
}
