import { useEffect, useRef } from 'react';
import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { withLens } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { ChooseFile } from './choose-file.tsx';
import { ImportCheck } from './import-check.tsx';
import { toMapPairs } from './import-map.ts';
import type { Importing } from './use-import.ts';
import { useImport } from './use-import.ts';

/** Brings a table of claims in: choose a file, see how it is read and what is wrong with it, import, take it back. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const importing = useImport();
  const { stage } = importing;
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  // What had the focus goes with its step: the next one begins at the heading.
  useEffect(() => {
    if (stage.kind !== 'busy' && !dialog.current?.contains(document.activeElement)) heading.current?.focus();
  }, [stage.kind]);
  const close = (): void => dialog.current?.close();
  return (
    <dialog ref={dialog} className="dialog import" aria-labelledby="import-heading" onClose={onClose}>
      <div className="panel-title">
        <h2 id="import-heading" ref={heading} tabIndex={-1}>
          Import claims
        </h2>
        <button type="button" className="icon-button" aria-label="Close import" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div className="import-body">
        <p className="import-status" role="status">
          {toStatusWords(importing)}
        </p>
        <Step importing={importing} onClose={close} />
      </div>
    </dialog>
  );
}

function Step({ importing, onClose }: { readonly importing: Importing; readonly onClose: () => void }) {
  const { stage } = importing;
  switch (stage.kind) {
    case 'choosing':
      return (
        <ChooseFile
          problem={stage.problem}
          onFile={(file) => importing.check(file)}
          onUndo={importing.undo}
        />
      );
    case 'busy':
      return (
        <div className="import-actions">
          <button type="button" className="button" onClick={importing.restart}>
            Cancel
          </button>
        </div>
      );
    case 'checked':
      return (
        <ImportCheck
          report={stage.report}
          onColumns={(columns) => importing.check(stage.file, toMapPairs(columns))}
          onImport={() => importing.bring(stage.file, stage.report, toMapPairs(stage.report.columns))}
          onBack={importing.restart}
        />
      );
    case 'imported':
      return <Imported report={stage.report} importing={importing} onClose={onClose} />;
    case 'undone':
      return <Again importing={importing} onClose={onClose} />;
  }
}

/** What was added, with the way back and the way there. */
function Imported({
  report,
  importing,
  onClose,
}: {
  readonly report: ImportReport;
  readonly importing: Importing;
  readonly onClose: () => void;
}) {
  const change = useChangePage();
  const { seq, documents } = report;
  if (seq === null) return <Again importing={importing} onClose={onClose} />;
  return (
    <>
      <p>
        {toCountWords(report.new.actors, 'new actor')}, {toCountWords(report.known.actors, 'known one')},{' '}
        {toCountWords(report.new.documents, 'new document')}. It is entry {seq} of the ledger and can be taken
        back as a whole, now or later.
      </p>
      <div className="import-actions">
        <button
          type="button"
          className="button button-main"
          onClick={() => {
            change((page) => withLens(page, { ...DEFAULT_LENS, documents: documents as DocumentId[] }));
            onClose();
          }}
        >
          Show what was added
        </button>
        <button type="button" className="button" onClick={() => importing.undo(seq)}>
          <Icon name="undo" />
          Undo
        </button>
        <button type="button" className="button" onClick={onClose}>
          Close
        </button>
      </div>
    </>
  );
}

function Again({ importing, onClose }: { readonly importing: Importing; readonly onClose: () => void }) {
  return (
    <div className="import-actions">
      <button type="button" className="button" onClick={importing.restart}>
        Import another file
      </button>
      <button type="button" className="button" onClick={onClose}>
        Close
      </button>
    </div>
  );
}

function toStatusWords({ stage }: Importing): string {
  switch (stage.kind) {
    case 'choosing':
      return '';
    case 'busy':
      return stage.words;
    case 'checked':
      return toCheckedWords(stage.report);
    case 'imported':
      return stage.report.seq === null
        ? 'Nothing to add: all of it is here already.'
        : `Imported ${toCountWords(stage.report.new.claims, 'claim')} from ${stage.report.file}.`;
    case 'undone':
      return `Taken back: ${toCountWords(stage.answer.changed.claims, 'claim')}, ${toCountWords(stage.answer.changed.actors, 'actor')} and ${toCountWords(stage.answer.changed.documents, 'document')} are gone again.`;
  }
}

function toCheckedWords({ missing, rows, faultyRows, duplicates }: ImportReport): string {
  if (missing.length > 0) return `Say below which column is ${missing.join(', ')}.`;
  const before = duplicates > 0 ? `, ${duplicates.toLocaleString('en')} stated before` : '';
  return `${toCountWords(rows, 'row')}: ${toCountWords(faultyRows, 'row')} at fault${before}. Nothing has changed yet.`;
}
