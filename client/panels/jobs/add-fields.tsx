import { Field } from '../frame/field.tsx';
import type { AddDraft, DraftFaults } from './add-draft.ts';

export interface DraftProps {
  readonly draft: AddDraft;
  readonly faults: DraftFaults;
  readonly onEdit: (part: Partial<AddDraft>) => void;
}

/** A pasted text, and what is known of it. */
export function PasteFields({ draft, faults, onEdit }: DraftProps) {
  return (
    <>
      <Field label="Text of the report" fault={faults.text}>
        {(ties) => (
          <textarea
            {...ties}
            data-first
            rows={9}
            spellCheck={false}
            value={draft.text}
            onChange={(event) => onEdit({ text: event.target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label="Title" hint="Left empty: its first line.">
          {(ties) => (
            <input
              {...ties}
              type="text"
              maxLength={500}
              value={draft.title}
              onChange={(event) => onEdit({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Where it is from" hint="The address of its page, if it has one." fault={faults.url}>
          {(ties) => <AddressInput ties={ties} draft={draft} onEdit={onEdit} />}
        </Field>
      </div>
    </>
  );
}

/** The address of a page that the server fetches. */
export function AddressField({ draft, faults, onEdit }: DraftProps) {
  return (
    <Field
      label="Address of the page"
      hint="A page of the public internet. Its main text, title, publisher and date are read from it."
      fault={faults.url}
    >
      {(ties) => <AddressInput ties={ties} draft={draft} onEdit={onEdit} />}
    </Field>
  );
}

function AddressInput({
  ties,
  draft,
  onEdit,
}: Pick<DraftProps, 'draft' | 'onEdit'> & { readonly ties: object }) {
  return (
    <input
      {...ties}
      type="url"
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={2000}
      placeholder="https://"
      value={draft.url}
      onChange={(event) => onEdit({ url: event.target.value })}
    />
  );
}
