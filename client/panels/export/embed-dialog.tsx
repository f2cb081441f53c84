import { useState } from 'react';
import { toEmbedAddress } from '../../state/embed-address.ts';
import { Field } from '../frame/field.tsx';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { useActorName, useLoaded, usePage, useServices, useVocabulary } from '../page-context.ts';
import { toLensWords } from '../lens/lens-words.ts';
import { FRAME_BOUNDS, parseMeasure, toEmbedSnippet } from './embed-snippet.ts';

/** Gives the HTML that shows the present view in somebody's page, to be copied, and what it will look like there. */
export function EmbedDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Modal title="Embed this view" name="embed" onClose={onClose}>
      <EmbedForm />
    </Modal>
  );
}

const START = { width: '640', height: '420' };

function EmbedForm() {
  const close = useCloseModal();
  const { site } = useServices();
  const page = usePage((state) => state.page);
  const version = useLoaded()?.meta.version ?? null;
  const address = toEmbedAddress(location.href, site === null, page, version);
  const [isFull, setIsFull] = useState(false);
  const [typed, setTyped] = useState(START);
  const ownTitle = useTitle();
  const [title, setTitle] = useState(ownTitle);
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  const width = isFull ? null : parseMeasure(typed.width, FRAME_BOUNDS.width);
  const height = parseMeasure(typed.height, FRAME_BOUNDS.height);
  const isWhole = width !== undefined && height !== undefined;
  const snippet = isWhole ? toEmbedSnippet({ address, title, width, height }) : '';
  const change = (to: Partial<typeof START>): void => {
    setOutcome(null);
    setTyped({ ...typed, ...to });
  };
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(snippet);
      setOutcome('copied');
    } catch {
      setOutcome('refused'); // the field can be copied by hand
    }
  };
  return (
    <>
      <p>
        One picture with its lens, its sources and a link back. Whoever reads the page can choose in it and
        read the sentences, and change nothing.
        {isLocal() && (
          <strong> This address is of this machine alone: others will not see the picture.</strong>
        )}
      </p>
      <div className="field-pair">
        <Field label="Width in pixels" fault={width === undefined ? toFault('width') : undefined}>
          {(ties) => (
            <input
              {...ties}
              inputMode="numeric"
              value={isFull ? '' : typed.width}
              disabled={isFull}
              onChange={({ target }) => change({ width: target.value })}
            />
          )}
        </Field>
        <Field label="Height in pixels" fault={height === undefined ? toFault('height') : undefined}>
          {(ties) => (
            <input
              {...ties}
              inputMode="numeric"
              value={typed.height}
              onChange={({ target }) => change({ height: target.value })}
            />
          )}
        </Field>
      </div>
      <label className="embed-full">
        <input type="checkbox" checked={isFull} onChange={() => setIsFull(!isFull)} />
        As wide as the page allows
      </label>
      <Field label="Title" hint="For those who do not see it.">
        {(ties) => <input {...ties} value={title} onChange={({ target }) => setTitle(target.value)} />}
      </Field>
      <Field label="HTML for your page">
        {(ties) => (
          <textarea
            {...ties}
            data-first
            className="embed-snippet"
            rows={5}
            readOnly
            spellCheck={false}
            value={snippet}
            onFocus={({ target }) => target.select()}
          />
        )}
      </Field>
      <div className="form-actions">
        <button type="button" className="button button-main" disabled={!isWhole} onClick={() => void copy()}>
          Copy HTML
        </button>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
        <span role="status" className="embed-outcome">
          {outcome === 'copied' && 'HTML copied'}
          {outcome === 'refused' && 'Copy it from the field'}
        </span>
      </div>
      <figure className="embed-preview">
        <figcaption className="quiet">As it will look, at most as wide as this</figcaption>
        {isWhole && (
          <iframe src={address} title="Preview" width={width ?? '100%'} height={Math.min(height, 420)} />
        )}
      </figure>
    </>
  );
}

function toFault(side: 'width' | 'height'): string {
  const [least, most] = FRAME_BOUNDS[side];
  return `A whole number from ${least} to ${most}.`;
}

/** What is chosen, or the lens, or what the page is called. */
function useTitle(): string {
  const selection = usePage((state) => state.page.selection);
  const lens = usePage((state) => state.page.lens);
  const names = usePage((state) => state.names);
  const lensWords = toLensWords(lens, names, useVocabulary());
  const one = useActorName(
    selection.kind === 'actor' ? selection.actor : selection.kind === 'pair' ? selection.a : '',
  );
  const other = useActorName(selection.kind === 'pair' ? selection.b : '');
  const chosen = selection.kind === 'none' ? '' : selection.kind === 'actor' ? one : `${one} and ${other}`;
  const parts = [chosen || 'Who says what about whom', lensWords].filter((part) => part !== '');
  return `${parts.join(': ')} (Onrecord)`;
}

/** Of the address: nobody else comes to it. */
function isLocal(): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(location.hostname);
}
