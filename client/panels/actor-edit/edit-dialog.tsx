import { useState } from 'react';
import type { ActorDetail } from '../../../graph-data/contract/answers.ts';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { actorPatchRequest } from '../../api/changes.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { KINDS, findOneOf } from '../../state/closed-values.ts';
import { Field } from '../frame/field.tsx';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { useServices } from '../page-context.ts';
import { KIND_WORDS } from '../words/closed-words.ts';
import { findActorFaults, toActorDraft, toActorPatch, toPatchWords } from './actor-draft.ts';

interface EditDialogProps {
  readonly actor: ActorDetail;
  readonly onClose: () => void;
}

/** Renames an actor, gives it other names or another kind; its id, and so every link to it, stays. */
export function EditDialog({ actor, onClose }: EditDialogProps) {
  return (
    <Modal title={`Edit ${actor.label}`} name="form" onClose={onClose}>
      <EditForm actor={actor} />
    </Modal>
  );
}

function EditForm({ actor }: { readonly actor: ActorDetail }) {
  const close = useCloseModal();
  const { changes, store } = useServices();
  const [draft, setDraft] = useState(() => toActorDraft(actor));
  const [isTried, setIsTried] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const faults = findActorFaults(draft);
  const shown = isTried ? faults : {};
  const save = async (): Promise<void> => {
    setIsTried(true);
    if (isBusy || Object.keys(faults).length > 0) return;
    const patch = toActorPatch(actor, draft);
    if (patch === undefined) {
      close();
      return;
    }
    setIsBusy(true);
    try {
      await changes.make(actorPatchRequest(actor.id, patch), () => toPatchWords(actor, patch));
      const { name } = patch;
      if (name !== undefined)
        store.setState(({ names }) => ({ names: new Map([...names, [actor.id, name]]) }));
      close();
    } catch (error) {
      const { title, detail } = toPageProblem(error);
      setProblem(`It was not changed: ${detail ?? title}`);
      setIsBusy(false);
    }
  };
  return (
    <form
      noValidate
      className="form-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Name" fault={shown.name}>
        {(ties) => (
          <input
            {...ties}
            data-first
            type="text"
            maxLength={200}
            value={draft.name}
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label="Kind">
          {(ties) => (
            <select
              {...ties}
              value={draft.kind}
              onChange={(event) => {
                const kind: ActorKind | undefined = findOneOf(KINDS, event.target.value);
                if (kind !== undefined) setDraft({ ...draft, kind });
              }}
            >
              {KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {KIND_WORDS[kind].one}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Wikidata" hint="Such as Q7747, if it has one." fault={shown.wikidata}>
          {(ties) => (
            <input
              {...ties}
              type="text"
              maxLength={20}
              spellCheck={false}
              value={draft.wikidata}
              onChange={(event) => setDraft({ ...draft, wikidata: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Field
        label="Other names"
        hint="One a line: spellings, short forms, former names. Reports that use them mean this actor."
        fault={shown.aliases}
      >
        {(ties) => (
          <textarea
            {...ties}
            rows={5}
            spellCheck={false}
            value={draft.aliases}
            onChange={(event) => setDraft({ ...draft, aliases: event.target.value })}
          />
        )}
      </Field>
      {problem !== null && (
        <p role="alert" className="import-problem">
          {problem}
        </p>
      )}
      <div className="form-actions">
        <button type="submit" className="button button-main" aria-disabled={isBusy}>
          {isBusy ? 'Saving…' : 'Save'}
        </button>
        <button type="button" className="button" onClick={close}>
          Cancel
        </button>
      </div>
    </form>
  );
}
