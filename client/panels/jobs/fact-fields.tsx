import { useId } from 'react';
import { Field } from '../frame/field.tsx';
import { usePage } from '../page-context.ts';
import type { DraftProps } from './add-fields.tsx';

const LICENCES = ['all rights reserved', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0', 'public domain'];

/** What is known of the reports beside their text; what is said here goes before what a page says of itself. */
export function FactFields({ draft, faults, onEdit }: DraftProps) {
  const licences = useId();
  const heading = useId();
  const isOne = draft.way !== 'files' || draft.files.length < 2;
  return (
    <section className="form-fields form-part" aria-labelledby={heading}>
      <h3 id={heading}>
        {isOne ? 'About it, as far as it is known' : 'About all of them, as far as it is known'}
      </h3>
      <div className="field-pair">
        <Field label="Publisher">
          {(ties) => (
            <input
              {...ties}
              type="text"
              maxLength={200}
              value={draft.publisher}
              onChange={(event) => onEdit({ publisher: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Published"
          hint="13 March 2025, 2025-03 or 2025. “On Tuesday” is read against it."
          fault={faults.publishedAt}
        >
          {(ties) => (
            <input
              {...ties}
              type="text"
              maxLength={64}
              value={draft.publishedAt}
              onChange={(event) => onEdit({ publishedAt: event.target.value })}
            />
          )}
        </Field>
        <Field
          label="Licence"
          hint="Left empty: all rights reserved. Then others see its sentences, not its whole text."
        >
          {(ties) => (
            <>
              <input
                {...ties}
                type="text"
                list={licences}
                maxLength={200}
                value={draft.licence}
                onChange={(event) => onEdit({ licence: event.target.value })}
              />
              <datalist id={licences}>
                {LICENCES.map((licence) => (
                  <option key={licence} value={licence} />
                ))}
              </datalist>
            </>
          )}
        </Field>
        <EngineField draft={draft} faults={faults} onEdit={onEdit} />
      </div>
    </section>
  );
}

/** Only where a language model can be asked. */
function EngineField({ draft, onEdit }: DraftProps) {
  const model = usePage((state) => state.session?.model ?? null);
  if (model === null) return null;
  return (
    <Field
      label="Read by"
      hint={
        draft.engine === 'llm'
          ? 'The text is sent to the model’s server. Only what stands in the text is kept.'
          : 'The text stays on this machine.'
      }
    >
      {(ties) => (
        <select
          {...ties}
          value={draft.engine}
          onChange={(event) => onEdit({ engine: event.target.value === 'llm' ? 'llm' : 'rules' })}
        >
          <option value="rules">Rules</option>
          <option value="llm">Language model {model}</option>
        </select>
      )}
    </Field>
  );
}
