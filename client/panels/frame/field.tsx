import type { ReactNode } from 'react';
import { useId } from 'react';

/** What ties a control to its label, its hint and its fault. */
export interface FieldTies {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  /** Why what stands there cannot be taken. */
  readonly fault?: string | undefined;
  readonly children: (ties: FieldTies) => ReactNode;
}

/** A field of a form: its label above, its hint below, its fault instead of the hint. */
export function Field({ label, hint, fault, children }: FieldProps) {
  const id = useId();
  const note = fault ?? hint;
  return (
    <div className={fault === undefined ? 'field' : 'field field-at-fault'}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-describedby': note === undefined ? undefined : `${id}-note`,
        'aria-invalid': fault === undefined ? undefined : true,
      })}
      {note !== undefined && (
        <p id={`${id}-note`} className="field-note">
          {note}
        </p>
      )}
    </div>
  );
}
