import { COMPARED_BY } from '../../../graph-data/network/compare/compared.ts';
import { withComparison, withSwappedViews } from '../../state/compare-transitions.ts';
import type { Comparison } from '../../state/comparison.ts';
import { NO_COMPARISON, isComplete } from '../../state/comparison.ts';
import { findOneOf } from '../../state/closed-values.ts';
import { withLens, withTab } from '../../state/page-transitions.ts';
import { Field } from '../frame/field.tsx';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { ClockSwitch } from '../timeline/time-controls.tsx';
import { DateChoice } from './date-choice.tsx';
import { Differences } from './differences.tsx';
import { ViewChoice } from './view-choice.tsx';
import { BY_WORDS } from './view-words.ts';

/** Two views side by side: which two, and in what they differ. */
export function CompareView() {
  const change = useChangePage();
  const comparison = usePage((state) => state.page.comparison) ?? NO_COMPARISON;
  const clock = usePage((state) => state.page.lens.clock);
  const isChosen = isComplete(comparison);
  return (
    <section className="question-answer" aria-labelledby="compare-heading">
      <h2 id="compare-heading">Whose view</h2>
      <p className="quiet">
        What only A states, what only B states, what both do, and where they contradict each other: one speaks
        for and the other against, or one denies what the other says.
      </p>
      <div className="compare-form" role="group" aria-label="What to compare">
        <Field label="Compare">
          {(ties) => (
            <select
              {...ties}
              value={comparison.by}
              onChange={({ target }) => {
                const by = findOneOf(COMPARED_BY, target.value);
                if (by !== undefined) change((page) => withComparison(page, { by }));
              }}
            >
              {COMPARED_BY.map((by) => (
                <option key={by} value={by}>
                  {BY_WORDS[by].many}
                </option>
              ))}
            </select>
          )}
        </Field>
        <OneView side="a" comparison={comparison} />
        <button
          type="button"
          className="icon-button compare-swap"
          aria-label="Swap A and B"
          data-tip="Swap A and B"
          disabled={comparison.a === '' && comparison.b === ''}
          onClick={() => change(withSwappedViews)}
        >
          <Icon name="swap" />
        </button>
        <OneView side="b" comparison={comparison} />
      </div>
      {comparison.by === 'date' && (
        <ClockSwitch
          clock={clock}
          onClock={(next) => change((page) => withLens(page, { ...page.lens, clock: next }))}
        />
      )}
      {comparison !== NO_COMPARISON && (
        <p className="view-links">
          {isChosen && (
            <button
              type="button"
              className="button button-main"
              onClick={() => change((page) => withTab(page, 'network'))}
            >
              Show both in the network
            </button>
          )}
          <button
            type="button"
            className="button"
            onClick={() => {
              change((page) => withComparison(page, null));
              document.getElementById('question')?.focus();
            }}
          >
            Stop comparing
          </button>
        </p>
      )}
      {comparison.a !== '' && comparison.a === comparison.b && <p role="status">A and B are the same.</p>}
      {isChosen && (
        <Differences key={`${comparison.by} ${comparison.a} ${comparison.b}`} comparison={comparison} />
      )}
    </section>
  );
}

function OneView({ side, comparison }: { readonly side: 'a' | 'b'; readonly comparison: Comparison }) {
  const change = useChangePage();
  const { by } = comparison;
  const value = comparison[side];
  const label = side === 'a' ? 'A' : 'B';
  const onChoose = (chosen: string): void =>
    change((page) => withComparison(page, side === 'a' ? { a: chosen } : { b: chosen }));
  if (by === 'date')
    return <DateChoice key={`${side} ${value}`} label={label} value={value} onChoose={onChoose} />;
  return (
    <ViewChoice
      key={`${side} ${by}`}
      label={label}
      by={by}
      value={value}
      other={comparison[side === 'a' ? 'b' : 'a']}
      isAwaited={side === 'b' && comparison.a !== '' && value === ''}
      onChoose={onChoose}
    />
  );
}
