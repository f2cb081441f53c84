import type { KeyboardEvent } from 'react';
import { useEffect, useState } from 'react';
import type { CaseItem, CaseMarks } from '../../../graph-data/formats/case-file/case-file.ts';
import {
  CASE_DIGEST_WORDS,
  OTHERWISE_WORDS,
  toItemHeading,
  toSentenceParts,
  toSpeakerWords,
  toStepFacts,
} from '../../../graph-data/formats/case-file/case-words.ts';
import type { ActorId, RelationId } from '../../../graph-data/model/ids.ts';
import { toCaseKey, withNote } from '../../state/case-file-state.ts';
import type { PageState } from '../../state/page-state.ts';
import { withClaim, withSelection } from '../../state/page-transitions.ts';
import { withPathsBetween } from '../../state/paths-transitions.ts';
import { toPairSelection } from '../../state/selection.ts';
import { Field } from '../frame/field.tsx';
import { Icon } from '../frame/icon.tsx';
import { useChangePage } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { NOT_YET_WORDS } from './case-check.ts';
import { toKeptNote, toRoomWords } from './to-kept-note.ts';
import { useChangeCase } from './use-case-file.ts';

interface CaseItemCardProps {
  readonly item: CaseItem;
  readonly marks: CaseMarks;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (key: string, by: number) => void;
  readonly onRemove: (key: string) => void;
}

/** Something pinned: what it says, the reader's note, its place in the order. Alt with an arrow key moves it. */
export function CaseItemCard({ item, marks, isFirst, isLast, onMove, onRemove }: CaseItemCardProps) {
  const changePage = useChangePage();
  const change = useChangeCase();
  const key = toCaseKey(item);
  const heading = toItemHeading(item);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(key, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li data-key={key} className="case-item" onKeyDown={onKeyDown}>
      <h3>
        <button
          type="button"
          className="triple"
          data-act="open"
          onClick={() => changePage((page) => openItem(page, item))}
        >
          {heading}
        </button>
      </h3>
      {item.facts !== '' && <p className="quiet">{item.facts}</p>}
      <Sentences item={item} marks={marks} />
      <NoteField note={item.note} onNote={(note) => change((state) => withNote(state, key, note))} />
      <div className="case-row">
        <button
          type="button"
          className="icon-button"
          data-act="up"
          aria-label={`Move up: ${heading}`}
          aria-keyshortcuts="Alt+ArrowUp"
          disabled={isFirst}
          onClick={() => onMove(key, -1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          className="icon-button"
          data-act="down"
          aria-label={`Move down: ${heading}`}
          aria-keyshortcuts="Alt+ArrowDown"
          disabled={isLast}
          onClick={() => onMove(key, 1)}
        >
          <Icon name="down" />
        </button>
        <button type="button" className="link-button" data-act="remove" onClick={() => onRemove(key)}>
          Remove<span className="visually-hidden">: {heading}</span>
        </button>
      </div>
    </li>
  );
}

/** Where it can be read in full, as the data has it now. */
function openItem(page: PageState, { kind, id, steps, claims }: CaseItem): PageState {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return page;
  if (kind === 'path') {
    const ends = id.split('..');
    return withPathsBetween(page, [ends[0], ends.at(-1)].filter((end) => end !== undefined) as ActorId[]);
  }
  const [claim] = claims;
  if (kind === 'claim' && claim !== undefined) return withClaim(page, claim);
  const [a, b] = [first.subject.id as ActorId, first.object.id as ActorId];
  return withSelection(page, toPairSelection(a, b, id as RelationId));
}

/** The sentences: a single one at once, more behind a fold, as what others say instead. */
function Sentences({ item, marks }: { readonly item: CaseItem; readonly marks: CaseMarks }) {
  const lines = item.steps.flatMap((step) => [
    ...step.claims.map((place) => ({ step, claim: item.claims[place], isOtherwise: false })),
    ...step.otherwise.map((place) => ({ step, claim: item.claims[place], isOtherwise: true })),
  ]);
  const isOne = lines.filter(({ isOtherwise }) => !isOtherwise).length === 1;
  const quotes = lines.map(({ step, claim, isOtherwise }, at) => {
    if (claim === undefined) return null;
    const [before, exact, after] = toSentenceParts(claim);
    const facts = isOtherwise ? '' : toStepFacts(step);
    return (
      <div key={`${at} ${claim.id}`} className="case-quote">
        {isOtherwise && !isOne && <p className="quiet">{OTHERWISE_WORDS}</p>}
        {item.kind === 'path' && !isOtherwise && (
          <p className="quiet">
            {step.subject.label} {step.words} {step.object.label}
          </p>
        )}
        <blockquote className="quote">
          {before}
          <mark>{exact}</mark>
          {after}
        </blockquote>
        <p className="quiet">
          {toSpeakerWords(claim)}
          {facts !== '' && `; ${facts}`}; {claim.document.title}, {claim.document.publisher}
          {claim.document.kind === 'digest' && (
            <>
              {' '}
              · <span className="digest-note">{CASE_DIGEST_WORDS}</span>
            </>
          )}
        </p>
        <Mark words={marks.get(claim)} />
      </div>
    );
  });
  const ofSteps = [...new Set(item.steps.map((step) => marks.get(step)))];
  const marked = lines.filter(({ claim }) => {
    const words = claim && marks.get(claim);
    return words !== undefined && words !== NOT_YET_WORDS;
  }).length;
  return (
    <>
      {ofSteps.map((words) => (
        <Mark key={words ?? ''} words={words} />
      ))}
      {isOne && quotes[0]}
      {quotes.length > 1 && (
        <>
          {marked > 0 && (
            <Mark
              words={`${marked} of ${quotes.length} sentences differ from this data, are not in it, or could not be checked`}
            />
          )}
          <details>
            <summary>
              {isOne
                ? `${OTHERWISE_WORDS} ${toCountWords(quotes.length - 1, 'sentence')}`
                : toCountWords(quotes.length, 'sentence')}
            </summary>
            {isOne ? quotes.slice(1) : quotes}
          </details>
        </>
      )}
    </>
  );
}

/** What is not as the data here has it. */
function Mark({ words }: { readonly words: string | undefined }) {
  return words === undefined || words === NOT_YET_WORDS ? null : <p className="case-mark">{words}</p>;
}

/** Changes when it is left, so that a note is one step to take back; and when the panel is closed over it. */
function NoteField({ note, onNote }: { readonly note: string; readonly onNote: (note: string) => void }) {
  const [draft, setDraft] = useState(note);
  const [leftOut, setLeftOut] = useState(0);
  const [last, setLast] = useState(note);
  if (note !== last) {
    setLast(note);
    setDraft(note);
    if (note !== draft) setLeftOut(0); // undone, or changed in another tab
  }
  useEffect(() => {
    const onHide = (): void => onNote(draft);
    addEventListener('pagehide', onHide);
    return () => removeEventListener('pagehide', onHide);
  });
  const onType = (area: HTMLTextAreaElement): void => {
    const kept = toKeptNote(area.value, area.selectionStart);
    if (kept.leftOut > 0) {
      area.value = kept.note;
      area.setSelectionRange(kept.caret, kept.caret);
    }
    setDraft(kept.note);
    setLeftOut(kept.leftOut);
  };
  return (
    <>
      <Field label="Note">
        {(ties) => (
          <textarea
            {...ties}
            rows={draft === '' ? 1 : 3}
            value={draft}
            onChange={({ target }) => onType(target)}
            onBlur={() => onNote(draft)}
          />
        )}
      </Field>
      <p className="note-room" aria-live="polite">
        {toRoomWords(draft, leftOut)}
      </p>
    </>
  );
}
