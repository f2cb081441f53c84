import { useState } from 'react';
import { parseTypedDate } from '../../state/typed-date.ts';
import { Field } from '../frame/field.tsx';

interface DateChoiceProps {
  readonly label: 'A' | 'B';
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

/** A date or a span as one types it; taken over on Enter, and when the field is left. */
export function DateChoice({ label, value, onChoose }: DateChoiceProps) {
  const [typed, setTyped] = useState(value);
  const [isFaulty, setIsFaulty] = useState(false);
  const take = (): void => {
    const read = parseTypedDate(typed);
    setIsFaulty(read === undefined);
    if (read !== undefined && (read ?? '') !== value) onChoose(read ?? '');
  };
  return (
    <div className="view-choice">
      <Field
        label={`${label}: a date`}
        hint="A day, a month, a year, or a span such as 2025-03-13/2025-03-18"
        fault={isFaulty ? 'This is no date' : undefined}
      >
        {(ties) => (
          <input
            {...ties}
            type="text"
            autoComplete="off"
            spellCheck={false}
            maxLength={64}
            placeholder="2025-03"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value);
              setIsFaulty(false);
            }}
            onBlur={take}
            onKeyDown={(event) => {
              if (event.key === 'Enter') take();
            }}
          />
        )}
      </Field>
    </div>
  );
}
