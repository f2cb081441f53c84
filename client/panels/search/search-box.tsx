import type { FocusEvent, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Icon } from '../frame/icon.tsx';
import { SuggestionList, toOptionId } from './suggestion-list.tsx';
import type { Suggestion } from './suggestions.ts';
import { toSuggestionGroups } from './suggestions.ts';
import { useOpenSuggestion } from './use-open-suggestion.ts';
import { useSearch } from './use-search.ts';

/**
 * Finds actors, sentences and documents as one types: a combobox after the ARIA pattern (list autocomplete). Arrow keys
 * choose a suggestion; Enter takes it, or else the first; pressed before the answer came, it takes the first when it comes.
 */
export function SearchBox() {
  const [words, setWords] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [active, setActive] = useState<string | null>(null);
  /** The words Enter was pressed on before their answer came. */
  const [awaited, setAwaited] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const asked = words.trim();
  const found = useSearch(asked);
  const isFresh = found !== undefined && found.words === asked;
  const groups = found?.answer ? toSuggestionGroups(found.answer) : [];
  const all = groups.flatMap((group) => group.items);
  const isShown = isOpen && asked !== '';
  const open = useOpenSuggestion();

  const take = (suggestion: Suggestion): void => {
    setWords('');
    setIsOpen(false);
    setActive(null);
    setAwaited(null);
    open(suggestion);
  };
  const awaitedFirst = awaited !== null && isFresh && awaited === asked ? all[0] : undefined;
  const latestTake = useRef(take);
  useEffect(() => {
    latestTake.current = take;
  });
  useEffect(() => {
    if (awaitedFirst) latestTake.current(awaitedFirst);
  }, [awaitedFirst]);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setIsOpen(true);
      if (isShown) setActive(step(all, active, event.key === 'ArrowDown' ? 1 : -1));
    } else if (event.key === 'Enter' && asked !== '') {
      event.preventDefault();
      const chosen = all.find(({ key }) => key === active) ?? (isFresh ? all[0] : undefined);
      if (chosen) take(chosen);
      else if (!isFresh) setAwaited(asked);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      if (isShown) setIsOpen(false);
      else if (words !== '') setWords('');
      else event.currentTarget.blur();
      setActive(null);
      setAwaited(null);
    }
  };
  const onBlur = (event: FocusEvent): void => {
    if (!box.current?.contains(event.relatedTarget)) setIsOpen(false);
  };
  return (
    <div ref={box} className="search" onBlur={onBlur}>
      <Icon name="search" />
      <input
        id="search"
        type="text"
        role="combobox"
        aria-label="Search actors, sentences and documents"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls="suggestions"
        aria-activedescendant={isShown && active !== null ? toOptionId(active) : undefined}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        maxLength={200}
        placeholder="Search"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setIsOpen(true);
          setActive(null);
          setAwaited(null);
        }}
        onFocus={() => setIsOpen(true)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      {isShown && (
        <SuggestionList
          groups={groups}
          found={found}
          isFresh={isFresh}
          active={active ?? all[0]?.key ?? null}
          isChosen={active !== null}
          onTake={take}
        />
      )}
    </div>
  );
}

/** The suggestion after or before the active one, round the ends; from none, the first or the last. */
function step(all: readonly Suggestion[], active: string | null, by: 1 | -1): string | null {
  const at = all.findIndex(({ key }) => key === active);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  return all[next]?.key ?? null;
}
