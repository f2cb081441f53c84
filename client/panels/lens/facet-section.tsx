import { useId, useState } from 'react';
import type { FacetAnswer, FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import type { ListKey } from '../../state/lens-changes.ts';
import { toggleLensValue } from '../../state/lens-changes.ts';
import { withLens } from '../../state/page-transitions.ts';
import { useChangePage, usePage, useServices } from '../page-context.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import type { FacetName } from './use-facets.ts';
import { FIRST_VALUES, MOST_VALUES, useFacet } from './use-facets.ts';

interface FacetSectionProps {
  readonly all: FacetsAnswer;
  readonly facet: FacetName;
  readonly list: ListKey;
  readonly title: string;
  /** What one value is, for the search and its outcome: `speaker`. Closed facets are not searched. */
  readonly one?: string;
  /** The words for a value; its own label unless given. */
  readonly toWords?: (value: FacetAnswer['values'][number]) => string;
  /** So many are shown before "Show all"; for closed facets. */
  readonly most?: number;
}

/** One list of the lens as ticks, each with the claims it would leave alone. */
export function FacetSection({ all, facet, list, title, one, toWords, most = Infinity }: FacetSectionProps) {
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(FIRST_VALUES);
  const [isWhole, setIsWhole] = useState(false);
  const answer = useFacet(all, facet, words.trim(), limit);
  const lens = usePage((state) => state.page.lens);
  const chosen = lens[list] as readonly string[];
  const listId = useId();
  if (answer === undefined) return null;
  const isCut = !isWhole && answer.values.length > most;
  const shown = isCut
    ? answer.values.filter(
        ({ value, claims }, place) => (place < most && claims > 0) || chosen.includes(value),
      )
    : answer.values;
  const missing = answer.found - answer.values.filter(({ claims }) => claims > 0).length;
  const isSearchable =
    one !== undefined && (words !== '' || limit > FIRST_VALUES || answer.found > FIRST_VALUES);
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {isSearchable && (
        <input
          type="search"
          className="facet-search"
          aria-label={`Find a ${one}`}
          aria-controls={listId}
          placeholder={`Find a ${one}`}
          maxLength={200}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || words === '') return;
            event.preventDefault();
            event.stopPropagation();
            setWords('');
          }}
        />
      )}
      <ul id={listId}>
        {shown.map((value) => (
          <li key={value.value}>
            <FacetTick
              list={list}
              value={value.value}
              words={toWords?.(value) ?? value.label}
              claims={value.claims}
              of={answer.claims}
            />
          </li>
        ))}
      </ul>
      {words !== '' && answer.values.length === 0 && (
        <p className="quiet facet-none">None of that name is left</p>
      )}
      {isCut && shown.length < answer.values.length && (
        <button type="button" className="link-button" onClick={() => setIsWhole(true)}>
          Show all {toNumberWords(answer.values.length)}
        </button>
      )}
      {missing > 0 && limit < MOST_VALUES && (
        <button
          type="button"
          className="link-button"
          onClick={() => setLimit(limit > FIRST_VALUES ? MOST_VALUES : 50)}
        >
          {answer.found <= 50 || limit > FIRST_VALUES ? 'Show all' : 'Show more of'}{' '}
          {toNumberWords(answer.found)}
        </button>
      )}
      {missing > 0 && limit >= MOST_VALUES && (
        <p className="quiet facet-none">
          {toNumberWords(answer.found - missing)} of {toNumberWords(answer.found)} shown: search finds the
          others
        </p>
      )}
    </fieldset>
  );
}

interface FacetTickProps<K extends ListKey> {
  readonly list: K;
  readonly value: Lens[K][number];
  readonly words: string;
  readonly claims: number;
  /** What the bar measures the claims against. */
  readonly of: number;
}

function FacetTick<K extends ListKey>({ list, value, words, claims, of }: FacetTickProps<K>) {
  const change = useChangePage();
  const { store } = useServices();
  const isChosen = usePage((state) => (state.page.lens[list] as readonly string[]).includes(value));
  const toggle = (): void => {
    if (list === 'speakers' && value !== 'none')
      store.setState(({ names }) => (names.has(value) ? {} : { names: new Map([...names, [value, words]]) }));
    change((page) => withLens(page, toggleLensValue(page.lens, list, value)));
  };
  return (
    <label className={claims === 0 ? 'facet-value facet-empty' : 'facet-value'}>
      <input type="checkbox" checked={isChosen} onChange={toggle} />
      <span className="facet-words">{words}</span>
      <FacetCount claims={claims} of={of} />
    </label>
  );
}

/** The claims a value leaves, as a number over a bar as long as its share. */
export function FacetCount({ claims, of }: { readonly claims: number; readonly of: number }) {
  const share = of === 0 ? 0 : Math.min(1, claims / of);
  return (
    <span className="facet-count">
      <span aria-hidden="true">{toNumberWords(claims)}</span>
      <span className="visually-hidden">, {toCountWords(claims, 'claim')}</span>
      <svg className="facet-bar" viewBox="0 0 40 4" width="40" height="4" aria-hidden="true">
        <rect width={Math.max(claims > 0 ? 1 : 0, 40 * share)} height="4" rx="1" />
      </svg>
    </span>
  );
}
