import { useEffect, useRef, useState } from 'react';
import type { ActorDetail, ActorRef } from '../../../graph-data/contract/answers.ts';
import type { MergeAnswer } from '../../../graph-data/contract/writes.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { ChangeRequest } from '../../api/changes.ts';
import { distinctRequest, mergeRequest } from '../../api/changes.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { changePage } from '../../state/page-store.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { toActorSelection } from '../../state/selection.ts';
import { Modal, useCloseModal } from '../frame/modal.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useServices } from '../page-context.ts';
import { ActorChoice } from './actor-choice.tsx';
import { toMergeWords } from './merge-words.ts';

interface MergeDialogProps {
  readonly actor: ActorDetail;
  /** Whom it may be the same as, where that is known already. */
  readonly other: ActorRef | null;
  readonly onClose: () => void;
}

/** Reads an actor as another from then on: chosen by name, seen before it is done. Or keeps that they are two. */
export function MergeDialog({ actor, other, onClose }: MergeDialogProps) {
  return (
    <Modal title={`Who is ${actor.label}?`} name="form" onClose={onClose}>
      <MergeForm actor={actor} first={other} />
    </Modal>
  );
}

function MergeForm({ actor, first }: { readonly actor: ActorDetail; readonly first: ActorRef | null }) {
  const [other, setOther] = useState(first);
  if (other !== null)
    return <MergeQuestion key={other.id} actor={actor} other={other} onBack={() => setOther(null)} />;
  return (
    <ActorChoice
      label="The same as"
      hint={`${actor.label} is then read as the one you choose. Nothing is lost: it can be taken out again.`}
      except={actor.id}
      onChoose={setOther}
    />
  );
}

interface MergeQuestionProps {
  readonly actor: ActorDetail;
  readonly other: ActorRef;
  readonly onBack: () => void;
}

function MergeQuestion({ actor, other, onBack }: MergeQuestionProps) {
  const close = useCloseModal();
  const { changes, store } = useServices();
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = useMergePreview(actor.id, other.id);
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  const run = async <T extends { readonly seq: number | null; readonly version: number }>(
    request: ChangeRequest<T>,
    did: string,
  ): Promise<boolean> => {
    if (isBusy) return false;
    setIsBusy(true);
    try {
      await changes.make(request, () => did);
      close();
      return true;
    } catch (error) {
      const { title, detail } = toPageProblem(error);
      setProblem(`It was not done: ${detail ?? title}`);
      setIsBusy(false);
      return false;
    }
  };
  const merge = async (): Promise<void> => {
    const isDone = await run(
      mergeRequest(actor.id, other.id, { dryRun: false }),
      `Merged ${actor.label} into ${other.label}`,
    );
    if (isDone) changePage(store, (page) => withSelection(page, toActorSelection(other.id as ActorId)));
  };
  const fault = problem ?? preview.problem;
  return (
    <>
      <p ref={question} className="merge-pair" tabIndex={-1}>
        <strong>{actor.label}</strong> is read as <strong>{other.label}</strong>
      </p>
      <div role="status">
        {preview.answer === null && preview.problem === null && <Waiting what="what would change" />}
        {preview.answer !== null && <p>{toMergeWords(preview.answer)} Nothing has changed yet.</p>}
      </div>
      {fault !== null && (
        <p role="alert" className="import-problem">
          {fault}
        </p>
      )}
      <div className="form-actions">
        <button
          type="button"
          className="button button-main"
          disabled={preview.answer === null}
          aria-disabled={isBusy}
          onClick={() => void merge()}
        >
          They are the same
        </button>
        <button
          type="button"
          className="button"
          aria-disabled={isBusy}
          onClick={() =>
            void run(distinctRequest(actor.id, other.id), `Kept ${actor.label} and ${other.label} apart`)
          }
        >
          Not the same
        </button>
        <button type="button" className="button" onClick={onBack}>
          Another actor
        </button>
      </div>
    </>
  );
}

interface Preview {
  readonly answer: MergeAnswer | null;
  readonly problem: string | null;
}

/** What the merge would change, as the server says without changing it. */
function useMergePreview(id: string, into: string): Preview {
  const { changes } = useServices();
  const [preview, setPreview] = useState<Preview>({ answer: null, problem: null });
  useEffect(() => {
    const controller = new AbortController();
    changes.send(mergeRequest(id, into, { dryRun: true }), controller.signal).then(
      (answer) => setPreview({ answer, problem: null }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const { title, detail } = toPageProblem(error);
        setPreview({ answer: null, problem: detail ?? title });
      },
    );
    return () => controller.abort();
  }, [changes, id, into]);
  return preview;
}
