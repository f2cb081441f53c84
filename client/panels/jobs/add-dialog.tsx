import { useEffect, useRef, useState } from 'react';
import type { PageStore } from '../../state/page-store.ts';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { TabList } from '../frame/tab-list.tsx';
import { usePage, useServices } from '../page-context.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import type { AddDraft } from './add-draft.ts';
import { EMPTY_DRAFT, findFaults } from './add-draft.ts';
import { AddressField, PasteFields } from './add-fields.tsx';
import { FactFields } from './fact-fields.tsx';
import { FileField } from './file-field.tsx';
import { JobList } from './job-list.tsx';
import { toAdvice } from './job-words.ts';
import { toRefusal, withFiles } from './report-files.ts';
import type { Adding, Refused } from './use-add.ts';
import { useAdd } from './use-add.ts';

/** What was typed and not sent yet, by page: closing the dialog loses nothing. */
const DRAFTS = new WeakMap<PageStore, AddDraft>();

/** Takes reports in: by pasting a text, by files, or by an address. Their reading goes on when it is closed. */
export function AddDialog({ files }: { readonly files: readonly File[] }) {
  const { store } = useServices();
  return (
    <Modal title="Add a report" name="add" onClose={() => store.setState({ adding: null })}>
      <AddForm files={files} />
    </Modal>
  );
}

function AddForm({ files }: { readonly files: readonly File[] }) {
  const close = useCloseModal();
  const hasJobs = usePage((state) => state.jobs.length > 0);
  const { store } = useServices();
  const [draft, setDraft] = useState(() => withDropped(DRAFTS.get(store) ?? EMPTY_DRAFT, files));
  useEffect(() => void DRAFTS.set(store, draft), [store, draft]);
  const [isTried, setIsTried] = useState(false);
  const [taken, setTaken] = useState(0);
  const { sending, refused, add } = useAdd();
  const form = useRef<HTMLFormElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const faults = findFaults(draft);
  const edit = (part: Partial<AddDraft>): void => {
    setDraft((before) => ({ ...before, ...part }));
    setTaken(0);
  };
  const submit = async (): Promise<void> => {
    if (sending !== null) return;
    setIsTried(true);
    if (Object.keys(faults).length > 0) {
      // The fields at fault are marked by this render.
      requestAnimationFrame(() =>
        form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus({ preventScroll: false }),
      );
      return;
    }
    const outcome = await add(draft);
    setTaken(outcome.taken);
    if (outcome.taken === 0) return;
    setIsTried(false);
    // What was not taken can be sent again.
    const next = { ...draft, text: '', title: '', url: '', files: outcome.left };
    DRAFTS.set(store, next); // also where the dialog was closed meanwhile
    setDraft(next);
    status.current?.focus();
  };
  const shown = isTried ? faults : {};
  return (
    <>
      <p className="add-status" role="status" tabIndex={-1} ref={status}>
        {taken > 0 &&
          `${toCountWords(taken, 'report')} taken. Reading goes on by itself, also when this is closed.`}
      </p>
      {hasJobs && <JobList onLeave={close} />}
      <RefusedList refused={refused} />
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TabList
          label="How the report comes in"
          tabs={[
            { id: 'paste', words: 'Paste text' },
            { id: 'files', words: 'Files' },
            { id: 'address', words: 'Address' },
          ]}
          chosen={draft.way}
          controls="add-way"
          onChoose={(way) => edit({ way })}
        />
        <div id="add-way" role="tabpanel" aria-labelledby={`tab-${draft.way}`} className="form-fields">
          {draft.way === 'paste' && <PasteFields draft={draft} faults={shown} onEdit={edit} />}
          {draft.way === 'files' && <FileField draft={draft} faults={shown} onEdit={edit} />}
          {draft.way === 'address' && <AddressField draft={draft} faults={shown} onEdit={edit} />}
        </div>
        <FactFields draft={draft} faults={shown} onEdit={edit} />
        <div className="form-actions">
          <button type="submit" className="button button-main" aria-disabled={sending !== null}>
            {sending === null ? toSubmitWords(draft) : toSendingWords(sending)}
          </button>
          <button type="button" className="button" onClick={close}>
            Close
          </button>
        </div>
      </form>
    </>
  );
}

function withDropped(draft: AddDraft, files: readonly File[]): AddDraft {
  return files.length === 0 ? draft : { ...draft, way: 'files', files: withFiles(draft.files, files) };
}

function toSendingWords({ at, of }: NonNullable<Adding['sending']>): string {
  return of === 1 ? 'Sending…' : `Sending ${toNumberWords(at)} of ${toNumberWords(of)}…`;
}

function toSubmitWords({ way, files }: AddDraft): string {
  const count = files.filter((file) => toRefusal(file) === undefined).length;
  return way === 'files' && count > 1 ? `Read ${toCountWords(count, 'report')}` : 'Read the report';
}

function RefusedList({ refused }: { readonly refused: readonly Refused[] }) {
  if (refused.length === 0) return null;
  return (
    <ul className="refused" role="alert">
      {refused.map(({ title, problem }) => (
        <li key={title}>
          <p className="problem-title">{title} was not taken</p>
          <p>
            {problem.title}
            {problem.detail !== null && `: ${problem.detail}`}
          </p>
          {problem.status === 429 && <p>{toAdvice('too-many-requests')}</p>}
        </li>
      ))}
    </ul>
  );
}
