import { useId, useRef, useState } from 'react';
import type { FacetsAnswer } from '../../../graph-data/contract/answers.ts';
import type { Clock } from '../../../graph-data/model/lens.ts';
import { withLens } from '../../state/page-transitions.ts';
import { parseTypedDate } from '../../state/typed-date.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage } from '../page-context.ts';
import { toDateWords } from '../words/date-words.ts';
import { ChoiceSection } from './choice-section.tsx';

const CLOCK_WORDS: Readonly<Record<Clock, string>> = {
  said: 'When it was said',
  happened: 'When it happened',
};

/** From and to, on one of the two clocks. */
export function DatesSection({ all }: { readonly all: FacetsAnswer }) {
  const change = useChangePage();
  const lens = usePage((state) => state.page.lens);
  const { clock } = lens;
  const counts = all.facets.find(({ facet }) => facet === 'clock');
  const { first, last } = all.days[clock];
  const setDate = (end: 'from' | 'to', date: string | null): void =>
    change((page) => withLens(page, { ...page.lens, [end]: date }));
  return (
    <>
      <fieldset className="facet">
        <legend>Dates</legend>
        {first !== null && last !== null && (
          <p className="quiet facet-days">
            {first === last ? toDateWords(first) : `${toDateWords(first)} to ${toDateWords(last)}`}
          </p>
        )}
        <div className="facet-dates">
          <DateField
            key={`from ${lens.from ?? ''}`}
            title="From"
            date={lens.from}
            min={first}
            max={last}
            onDate={(date) => setDate('from', date)}
          />
          <DateField
            key={`to ${lens.to ?? ''}`}
            title="To"
            date={lens.to}
            min={first}
            max={last}
            onDate={(date) => setDate('to', date)}
          />
        </div>
      </fieldset>
      <ChoiceSection
        title="Which date"
        chosen={clock}
        of={all.meta.total.claims}
        choices={(counts?.values ?? []).map(({ value, claims }) => ({
          value,
          words: CLOCK_WORDS[value as Clock],
          claims,
        }))}
        onChoose={(value) => change((page) => withLens(page, { ...page.lens, clock: value as Clock }))}
      />
    </>
  );
}

interface DateFieldProps {
  readonly title: string;
  readonly date: string | null;
  readonly min: string | null;
  readonly max: string | null;
  readonly onDate: (date: string | null) => void;
}

/** A date as one types it, or picked as a day. Taken over on Enter, and when the field is left. */
function DateField({ title, date, min, max, onDate }: DateFieldProps) {
  const [typed, setTyped] = useState(date ?? '');
  const [isFaulty, setIsFaulty] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (): void => {
    const read = parseTypedDate(typed);
    setIsFaulty(read === undefined);
    if (read !== undefined && read !== date) onDate(read);
  };
  return (
    <div className="facet-date">
      <label htmlFor={id}>{title}</label>
      <div className="facet-date-field">
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          maxLength={64}
          placeholder="2025-03"
          value={typed}
          aria-invalid={isFaulty}
          aria-describedby={isFaulty ? `${id}-fault` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setIsFaulty(false);
          }}
          onBlur={take}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
        />
        <button
          type="button"
          className="icon-button"
          aria-label={`Pick a day: ${title}`}
          onClick={() => picker.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={picker}
          type="date"
          className="facet-picker"
          tabIndex={-1}
          aria-hidden="true"
          value={/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? (date ?? '') : ''}
          min={min ?? undefined}
          max={max ?? undefined}
          onChange={(event) => onDate(event.target.value === '' ? null : event.target.value)}
        />
      </div>
      {isFaulty && (
        <p id={`${id}-fault`} className="facet-fault" role="alert">
          Write a year, a month or a day: 2025, 2025-03, 13 March 2025
        </p>
      )}
    </div>
  );
}
