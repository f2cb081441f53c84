import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { facetsRequest } from '../../api/requests.ts';
import type { Comparison } from '../../state/comparison.ts';
import { Field } from '../frame/field.tsx';
import { usePage, useServices } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { useLast } from '../use-last.ts';
import { toCountWords } from '../words/count-words.ts';
import { BY_WORDS, toViewWords } from './view-words.ts';

/** Views that are offered at once. */
const MOST_OFFERED = 8;

interface ViewChoiceProps {
  readonly label: 'A' | 'B';
  readonly by: Exclude<Comparison['by'], 'date'>;
  readonly value: string;
  /** Is on the other side: not offered. */
  readonly other: string;
  /** Whether it is what is left to choose where one came to compare: it takes the focus, unless that walks along tabs. */
  readonly isAwaited: boolean;
  readonly onChoose: (value: string) => void;
}

/** Finds a speaker, publisher or document as one types: a combobox after the ARIA pattern, those with most claims first. */
export function ViewChoice({ label, by, value, other, isAwaited, onChoose }: ViewChoiceProps) {
  const { store } = useServices();
  const lens = usePage((state) => state.page.lens);
  const names = usePage((state) => state.names);
  const list = useId();
  /** Null while the field is not being used: then it shows what is chosen. */
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = typed !== null;
  const answer = useAnswer(
    isOpen ? facetsRequest(lens, { facet: by, words: typed.trim(), limit: MOST_OFFERED + 1 }) : null,
  );
  const found = useLast(answer.value)?.facets.find(({ facet }) => facet === by);
  const offered = (found?.values ?? []).filter((each) => each.value !== other).slice(0, MOST_OFFERED);
  const active = offered[Math.min(at, offered.length - 1)];
  /** Enter was pressed before what is typed was found: it counts when it is, also where the field has been left since. */
  const isWanted = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  const isFirstAwaited = useRef(isAwaited);
  useEffect(() => {
    if (isFirstAwaited.current && document.activeElement?.role !== 'tab') field.current?.focus();
  }, []);
  const close = (): void => {
    isWanted.current = false;
    setTyped(null);
  };
  const choose = (chosen: string, words: string): void => {
    if (by === 'speaker')
      store.setState(({ names: known }) =>
        known.has(chosen) ? {} : { names: new Map([...known, [chosen, words]]) },
      );
    close();
    onChoose(chosen);
  };
  useEffect(() => {
    if (!isWanted.current || answer.isWaiting || !isOpen) return;
    const timer = setTimeout(() => {
      if (active !== undefined) choose(active.value, active.label);
      else if (field.current !== document.activeElement) close(); // left, and nobody is of that name
    });
    return () => clearTimeout(timer);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (!isOpen) setTyped('');
      else if (offered.length > 0) setAt((at + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      if (answer.isWaiting) isWanted.current = true;
      else if (active !== undefined) choose(active.value, active.label);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div className="view-choice">
      <Field label={`${label}: a ${BY_WORDS[by].one}`}>
        {(ties) => (
          <input
            {...ties}
            ref={field}
            type="text"
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={isOpen}
            aria-controls={list}
            aria-activedescendant={isOpen && active ? `${list}-${offered.indexOf(active)}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            placeholder="Type a name"
            value={typed ?? (value === '' ? '' : toViewWords(by, value, names))}
            onChange={(event) => {
              isWanted.current = false;
              setTyped(event.target.value);
              setAt(0);
            }}
            onClick={() => {
              if (!isOpen) setTyped('');
            }}
            onBlur={() => {
              if (!isWanted.current) close();
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <ul
        id={list}
        role="listbox"
        aria-label={`${BY_WORDS[by].many} for ${label}`}
        className="choices"
        hidden={!isOpen}
      >
        {offered.map((each, index) => (
          <li
            key={each.value}
            id={`${list}-${index}`}
            role="option"
            aria-selected={each === active}
            className={each === active ? 'choice choice-active' : 'choice'}
            onPointerDown={(event) => event.preventDefault()} // the focus stays in the field
            onClick={() => choose(each.value, each.label)}
          >
            <span className="row-name">
              {each.value === 'none' ? toViewWords(by, each.value, names) : each.label}
            </span>
            <span className="quiet">{toCountWords(each.claims, 'claim')}</span>
          </li>
        ))}
      </ul>
      {isOpen && found !== undefined && offered.length === 0 && (
        <p className="quiet" role="status">
          No {BY_WORDS[by].one} of that name
        </p>
      )}
    </div>
  );
}
