import { useId, useState } from 'react';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import { toCountWords } from '../words/count-words.ts';
import { EMPTY_DRAFT, findDraftFaults, toNewClaim } from './claim-draft.ts';
import { DraftFields } from './draft-fields.tsx';
import type { TextRange } from './find-words.ts';
import { findWords } from './find-words.ts';
import { FormFrame } from './form-frame.tsx';
import { LONGEST_QUOTE } from './limits.ts';
import type { ReviewSession } from './review-session.ts';

interface AddFormProps {
  readonly session: ReviewSession;
  readonly document: { readonly id: string; readonly text: string };
  /** The stretch of the text that was marked; null where its words are to be typed. */
  readonly marked: TextRange | null;
  readonly nearby: readonly ActorRef[];
  readonly onClose: () => void;
}

/** A claim that was missed: the words that state it, as they stand in the text, then what they state. */
export function AddForm({ session, document, marked: markedNow, nearby, onClose }: AddFormProps) {
  const [marked] = useState(markedNow); // the focus of the form takes the mark away
  const [words, setWords] = useState(marked === null ? '' : document.text.slice(marked.start, marked.end));
  const [place, setPlace] = useState(0);
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [wasTried, setWasTried] = useState(false);
  const id = useId();
  const isMarked = marked !== null && words === document.text.slice(marked.start, marked.end);
  const found = isMarked ? [marked] : findWords(document.text, words);
  const range = found[Math.min(place, found.length - 1)];
  const faults = findDraftFaults(draft);
  const isTooLong = range !== undefined && range.end - range.start > LONGEST_QUOTE;
  const quoteFault =
    range === undefined
      ? words.trim() === ''
        ? 'Type or paste the words that state it.'
        : 'These words do not stand in the text.'
      : isTooLong
        ? `At most ${LONGEST_QUOTE} characters: mark less.`
        : undefined;
  const save = (): Promise<void> | undefined => {
    setWasTried(true);
    const claim = range && quoteFault === undefined ? toNewClaim(draft, document, range) : undefined;
    return claim && session.add(claim);
  };
  const isFaulty = quoteFault !== undefined && (wasTried || (words.trim() !== '' && found.length === 0));
  return (
    <FormFrame title="Add a missed claim" save="Add it" onSave={save} onClose={onClose}>
      <div className="draft-field">
        <label htmlFor={id}>The words that state it</label>
        <textarea
          id={id}
          rows={2}
          value={words}
          aria-invalid={isFaulty}
          aria-describedby={`${id}-found`}
          onChange={(event) => {
            setWords(event.target.value);
            setPlace(0);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
        <p id={`${id}-found`} className={isFaulty ? 'facet-fault' : 'quiet'} role="status">
          {isFaulty ? quoteFault : toPlaceWords(found.length, Math.min(place, found.length - 1))}
        </p>
        {found.length > 1 && (
          <button type="button" className="link-button" onClick={() => setPlace((place + 1) % found.length)}>
            Take the next place
          </button>
        )}
        {range !== undefined && <p className="add-context">{toContext(document.text, range)}</p>}
      </div>
      <DraftFields draft={draft} onDraft={setDraft} nearby={nearby} faults={wasTried ? faults : {}} />
    </FormFrame>
  );
}

function toPlaceWords(count: number, place: number): string {
  if (count === 0) return 'Type or paste some words of the text.';
  if (count === 1) return 'Found in the text.';
  return `Found at ${toCountWords(count, 'place')}; this is number ${place + 1}.`;
}

const CONTEXT = 60;

/** The words with some of the text round them, so that one sees which place it is. */
function toContext(text: string, { start, end }: TextRange) {
  const before = text.slice(Math.max(0, start - CONTEXT), start).replace(/^[\s\S]*\n/, '');
  const after = text.slice(end, end + CONTEXT).replace(/\n[\s\S]*$/, '');
  return (
    <>
      {start > CONTEXT && '…'}
      {before}
      <mark>{text.slice(start, end)}</mark>
      {after}
      {end + CONTEXT < text.length && '…'}
    </>
  );
}
