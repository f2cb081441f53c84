import { useState } from 'react';
import type { DocumentSummaryAnswer } from '../../../graph-data/contract/answers.ts';
import { retractRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { changePage } from '../../state/page-store.ts';
import { withoutReading } from '../../state/page-transitions.ts';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { useServices } from '../page-context.ts';
import { toRetractWords } from './retract-words.ts';

interface RetractDialogProps {
  readonly document: DocumentSummaryAnswer;
  readonly onClose: () => void;
}

/** Asks before a document goes, and says what goes with it. */
export function RetractDialog({ document, onClose }: RetractDialogProps) {
  return (
    <Modal title={`Retract “${document.title}”?`} name="ask" onClose={onClose}>
      <RetractQuestion document={document} />
    </Modal>
  );
}

function RetractQuestion({ document }: { readonly document: DocumentSummaryAnswer }) {
  const close = useCloseModal();
  const { changes, store } = useServices();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const retract = async (): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    try {
      await changes.make(retractRequest(document.id), () => `Retracted “${document.title}”`);
      changePage(store, (page) => (page.reading === document.id ? withoutReading(page) : page));
      close();
    } catch (error) {
      setProblem(toPageProblem(error));
      setIsBusy(false);
    }
  };
  return (
    <>
      <p>{toRetractWords(document)}</p>
      {problem !== null && (
        <p role="alert" className="import-problem">
          It was not retracted: {problem.detail ?? problem.title}
        </p>
      )}
      <div className="form-actions">
        <button
          type="button"
          data-first
          className="button button-main"
          aria-disabled={isBusy}
          onClick={() => void retract()}
        >
          {isBusy ? 'Retracting…' : 'Retract it'}
        </button>
        <button type="button" className="button" onClick={close}>
          Keep it
        </button>
      </div>
    </>
  );
}
