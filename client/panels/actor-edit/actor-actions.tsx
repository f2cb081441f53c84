import { Suspense, lazy, useState } from 'react';
import type { ActorDetail, ActorRef } from '../../../graph-data/contract/answers.ts';
import { distinctRequest, likenessesRequest, splitRequest } from '../../api/changes.ts';
import type { ChangeRequest } from '../../api/changes.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { Icon } from '../frame/icon.tsx';
import { useCanWrite, useServices } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import type { Likeness } from './likenesses.ts';
import { findLikenesses } from './likenesses.ts';

const EditDialog = lazy(async () => ({ default: (await import('./edit-dialog.tsx')).EditDialog }));
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }));

type Open = { readonly kind: 'edit' } | { readonly kind: 'merge'; readonly other: ActorRef | null };

/** What an editor may put right of an actor: its name and kind, what it is the same as, and what it is not. */
export function ActorActions({ actor }: { readonly actor: ActorDetail }) {
  const canWrite = useCanWrite();
  return (
    <>
      {canWrite && <EditActions actor={actor} />}
      {actor.merged.length > 0 && <MergedActors actor={actor} canWrite={canWrite} />}
    </>
  );
}

function EditActions({ actor }: { readonly actor: ActorDetail }) {
  const [open, setOpen] = useState<Open | null>(null);
  const likenesses = useAnswer(likenessesRequest(), true);
  const [run, problem] = useActorChange();
  const asked = findLikenesses(likenesses.value?.items ?? [], actor.id);
  const close = (): void => setOpen(null);
  return (
    <div className="actor-edit">
      <div className="actor-edit-buttons">
        <button
          type="button"
          className="link-button"
          aria-haspopup="dialog"
          onClick={() => setOpen({ kind: 'edit' })}
        >
          <Icon name="edit" />
          Edit
        </button>
        <button
          type="button"
          className="link-button"
          aria-haspopup="dialog"
          onClick={() => setOpen({ kind: 'merge', other: null })}
        >
          <Icon name="join" />
          Same as another…
        </button>
      </div>
      {asked.map(({ other, reason }: Likeness) => (
        <div key={other.id} className="likeness">
          <p>
            Is it <strong>{other.label}</strong>? <span className="quiet">{reason}</span>
          </p>
          <button
            type="button"
            className="button"
            aria-haspopup="dialog"
            onClick={() => setOpen({ kind: 'merge', other })}
          >
            The same…
          </button>
          <button
            type="button"
            className="button"
            onClick={() =>
              run(distinctRequest(actor.id, other.id), `Kept ${actor.label} and ${other.label} apart`)
            }
          >
            Not the same
          </button>
        </div>
      ))}
      {problem !== null && <p role="alert">{problem}</p>}
      <Suspense fallback={null}>
        {open?.kind === 'edit' && <EditDialog actor={actor} onClose={close} />}
        {open?.kind === 'merge' && <MergeDialog actor={actor} other={open.other} onClose={close} />}
      </Suspense>
    </div>
  );
}

function MergedActors({ actor, canWrite }: { readonly actor: ActorDetail; readonly canWrite: boolean }) {
  const [run, problem] = useActorChange();
  return (
    <section className="merged" aria-label="Read as this actor too">
      <h3>Read as {actor.label} too</h3>
      <ul>
        {actor.merged.map((merged) => (
          <li key={merged.id} className="merged-actor">
            <ActorMark kind={merged.kind} />
            <span>{merged.label}</span>
            {canWrite && (
              <button
                type="button"
                className="link-button"
                aria-label={`Take ${merged.label} out again`}
                onClick={() => run(splitRequest(merged.id), `Took ${merged.label} out of ${actor.label}`)}
              >
                Take out again
              </button>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && <p role="alert">{problem}</p>}
    </section>
  );
}

type RunChange = (
  request: ChangeRequest<{ readonly seq: number | null; readonly version: number }>,
  did: string,
) => void;

/** Makes a change at once, and says where it failed. */
function useActorChange(): readonly [run: RunChange, problem: string | null] {
  const { changes } = useServices();
  const [problem, setProblem] = useState<string | null>(null);
  const run: RunChange = (request, did) => {
    setProblem(null);
    changes
      .make(request, () => did)
      .catch((error: unknown) => {
        const { title, detail } = toPageProblem(error);
        setProblem(`It was not done: ${detail ?? title}`);
      });
  };
  return [run, problem];
}
