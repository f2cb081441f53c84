import { ledgerRequest } from '../../api/changes.ts';
import { LONGEST_PAGE } from '../../api/requests.ts';
import type { BlockedUndo } from '../../state/page-store.ts';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { useServices } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { toNumberWords } from '../words/count-words.ts';
import { toBlockingSeq } from './ledger-days.ts';

/** Asks, where later changes stand on one that is to be taken back, whether to take them all back. */
export function BlockedUndoDialog({ blocked }: { readonly blocked: BlockedUndo }) {
  const { store } = useServices();
  return (
    <Modal title="Later changes stand on it" name="ask" onClose={() => store.setState({ blocked: null })}>
      <BlockedUndoQuestion blocked={blocked} />
    </Modal>
  );
}

function BlockedUndoQuestion({ blocked: { seq, did, reasons } }: { readonly blocked: BlockedUndo }) {
  const close = useCloseModal();
  const { changes } = useServices();
  const ledger = useAnswer(ledgerRequest(LONGEST_PAGE));
  /** What the entry did, where it is among the last; else as the server says it. */
  const toWords = (reason: string): string => {
    const blocking = toBlockingSeq(reason);
    const entry = ledger.value?.items.find((item) => item.seq === blocking);
    return entry === undefined ? reason : `${entry.summary} (entry ${entry.seq})`;
  };
  const count = reasons.length + 1;
  return (
    <>
      <p>
        To take back {did}, {reasons.length === 1 ? 'this goes' : 'these go'} with it:
      </p>
      <ul className="reasons">
        {reasons.map((reason) => (
          <li key={reason}>{toWords(reason)}</li>
        ))}
      </ul>
      <div className="form-actions">
        <button
          type="button"
          data-first
          className="button button-main"
          onClick={() => {
            close();
            void changes.undo(seq, `${did} and what stood on it`, true);
          }}
        >
          {count === 2 ? 'Take both back' : `Take all ${toNumberWords(count)} back`}
        </button>
        <button type="button" className="button" onClick={close}>
          Leave it
        </button>
      </div>
    </>
  );
}
