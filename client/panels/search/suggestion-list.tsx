import { useEffect, useRef } from 'react';
import { toCountWords } from '../words/count-words.ts';
import { SuggestionView } from './suggestion-view.tsx';
import type { Suggestion, SuggestionGroup } from './suggestions.ts';
import type { Found } from './use-search.ts';

/** The element id of a suggestion's option. */
export function toOptionId(key: string): string {
  return `option-${key.replaceAll(' ', '-')}`;
}

interface SuggestionListProps {
  readonly groups: readonly SuggestionGroup[];
  readonly found: Found | undefined;
  /** The answer is for the words as they stand. */
  readonly isFresh: boolean;
  /** What Enter takes. */
  readonly active: string | null;
  /** It was reached by the arrow keys, not only first in line. */
  readonly isChosen: boolean;
  readonly onTake: (suggestion: Suggestion) => void;
}

/** The suggestions under the search, in groups; says when there are none. The focus stays in the search. */
export function SuggestionList({ groups, found, isFresh, active, isChosen, onTake }: SuggestionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active, isChosen]);
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <div ref={list} className="suggestions" onPointerDown={(event) => event.preventDefault()}>
      <p className={count > 0 ? 'visually-hidden' : 'suggestions-empty'} role="status">
        {toStateWords(found, isFresh, count)}
      </p>
      <div id="suggestions" role="listbox" aria-label="Suggestions">
        {groups.map(({ key, title, items }) => (
          <div key={key} role="group" aria-labelledby={`suggestions-${key}`}>
            <p id={`suggestions-${key}`} className="suggestions-title">
              {title}
            </p>
            {items.map((item) => (
              <div
                key={item.key}
                id={toOptionId(item.key)}
                role="option"
                className={item.key === active ? 'suggestion suggestion-active' : 'suggestion'}
                aria-selected={isChosen && item.key === active}
                onClick={() => onTake(item)}
              >
                <SuggestionView suggestion={item} words={found?.words ?? ''} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function toStateWords(found: Found | undefined, isFresh: boolean, count: number): string {
  if (count > 0) return isFresh ? toCountWords(count, 'suggestion') : '';
  if (!isFresh) return 'Searching…';
  if (found?.problem) return found.problem.detail ?? found.problem.title;
  return `Nothing is found for “${found?.words ?? ''}”`;
}
