import type { KeyboardEvent } from 'react';
import { useId, useState } from 'react';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Field } from '../frame/field.tsx';
import { useSearch } from '../search/use-search.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { toCountWords } from '../words/count-words.ts';

interface ActorChoiceProps {
  readonly label: string;
  readonly hint: string;
  /** Not among what is offered. */
  readonly except: string;
  readonly onChoose: (actor: ActorRef) => void;
}

/** Finds an actor as one types: a combobox after the ARIA pattern. Arrow keys and Enter choose, or the pointer. */
export function ActorChoice({ label, hint, except, onChoose }: ActorChoiceProps) {
  const list = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const found = useSearch(words);
  const actors = (found?.answer?.actors ?? []).filter(({ id }) => id !== except);
  const isShown = words.trim() !== '' && found !== undefined;
  const active = actors[Math.min(at, actors.length - 1)];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (actors.length > 0) setAt((at + step + actors.length) % actors.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active !== undefined) onChoose(active);
    } else if (event.key === 'Escape' && words !== '') {
      event.preventDefault(); // the dialog stays open
      event.stopPropagation();
      setWords('');
    }
  };
  return (
    <div className="actor-choice">
      <Field label={label} hint={hint}>
        {(ties) => (
          <input
            {...ties}
            data-first
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isShown}
            aria-controls={list}
            aria-activedescendant={isShown && active ? `${list}-${active.id}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={words}
            onChange={(event) => {
              setWords(event.target.value);
              setAt(0);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <ul id={list} role="listbox" aria-label={label} className="choices" hidden={!isShown}>
        {actors.map((actor) => (
          <li
            key={actor.id}
            id={`${list}-${actor.id}`}
            role="option"
            aria-selected={actor === active}
            className={actor === active ? 'choice choice-active' : 'choice'}
            onPointerDown={(event) => event.preventDefault()} // the focus stays in the field
            onClick={() => onChoose(actor)}
          >
            <ActorMark kind={actor.kind} />
            <span className="row-name">{actor.label}</span>
            <span className="quiet">
              {KIND_WORDS[actor.kind].one}, {toCountWords(actor.claims, 'claim')}
            </span>
          </li>
        ))}
      </ul>
      {isShown && actors.length === 0 && (
        <p className="quiet" role="status">
          {found.problem === undefined ? 'No actor of that name' : found.problem.title}
        </p>
      )}
    </div>
  );
}
