import { useEffect, useState } from 'react';
import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import type { MergeAnswer } from '../../../graph-data/contract/writes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { toBetweenWords } from '../actor-edit/merge-words.ts';
import { ActorMark } from '../evidence/actor-mark.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { ActorField } from './actor-field.tsx';
import { FormFrame } from './form-frame.tsx';
import type { Likeness, ReviewSession } from './review-session.ts';

interface MergeFormProps {
  readonly session: ReviewSession;
  readonly claim: ClaimAnswer;
  readonly likenesses: readonly Likeness[];
  readonly nearby: readonly ActorRef[];
  readonly onClose: () => void;
}

interface Preview {
  readonly key: string;
  readonly answer?: MergeAnswer;
  readonly problem?: PageProblem;
}

/** One of the claim's actors is another that is here: says what that changes before it is done. */
export function MergeForm({ session, claim, likenesses, nearby, onClose }: MergeFormProps) {
  const actors = toActors(claim);
  const asked = likenesses.find(({ actor }) => actors.some(({ id }) => id === actor.id));
  const [chosen, setChosen] = useState(asked?.actor.id ?? actors[0]?.id ?? '');
  const [into, setInto] = useState<ActorRef | null>(asked?.other ?? null);
  const [preview, setPreview] = useState<Preview>();
  const actor = actors.find(({ id }) => id === chosen);
  const alike = likenesses.filter((one) => one.actor.id === chosen).map(({ other }) => other);
  const isLoop = into !== null && into.id === chosen;
  const key = into === null || isLoop ? '' : `${chosen} ${into.id}`;
  useEffect(() => {
    const [from, to] = key.split(' ');
    if (from === undefined || to === undefined) return;
    let isGone = false;
    session.previewMerge(from, to).then(
      (answer) => {
        if (!isGone) setPreview({ key, answer });
      },
      (error: unknown) => {
        if (!isGone) setPreview({ key, problem: toPageProblem(error) });
      },
    );
    return () => {
      isGone = true;
    };
  }, [session, key]);
  const seen = preview?.key === key ? preview : undefined;
  return (
    <FormFrame
      title="The same as an actor that is here"
      save="They are one"
      canSave={seen?.answer !== undefined}
      onSave={() => (actor && into ? session.merge(actor, into.id) : undefined)}
      onClose={onClose}
    >
      <ActorField
        label={`${actor?.label ?? 'It'} is the same as`}
        chosen={into && { kind: 'known', actor: into }}
        onChoose={(next) => setInto(next.kind === 'known' ? next.actor : null)}
        nearby={[...alike, ...nearby.filter(({ id }) => alike.every((one) => one.id !== id))].filter(
          ({ id }) => id !== chosen,
        )}
        canAdd={false}
        fault={isLoop ? 'Choose another actor than itself.' : undefined}
      />
      <fieldset className="merge-actors">
        <legend>Which of the claim’s actors</legend>
        {actors.map((one) => (
          <label key={one.id}>
            <input
              type="radio"
              name="merge-actor"
              checked={one.id === chosen}
              onChange={() => setChosen(one.id)}
            />
            <ActorMark kind={one.kind} />
            {one.label}
          </label>
        ))}
      </fieldset>
      <div role="status">
        {seen?.answer && <p className="merge-preview">{toPreviewWords(seen.answer, actor)}</p>}
      </div>
      {seen?.problem && <ProblemNote problem={seen.problem} />}
    </FormFrame>
  );
}

/** Subject, object and speakers, each once. */
function toActors({ subject, object, speaker, via }: ClaimAnswer): readonly ActorRef[] {
  const all = [subject, object, ...(speaker ? [speaker] : []), ...via];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

function toPreviewWords(answer: MergeAnswer, gone: ActorRef | undefined): string {
  const { actor: stays, relationsBefore, relationsAfter, claims } = answer;
  const relations =
    relationsBefore === relationsAfter
      ? `${toCountWords(relationsBefore, 'relation')} ${relationsBefore === 1 ? 'stays' : 'stay'} as many`
      : `${toCountWords(relationsBefore, 'relation')} become ${toNumberWords(relationsAfter)}`;
  return (
    `${stays.label} stays, ${gone?.label ?? 'the other'} becomes another name of it. ${relations}; ` +
    `${toCountWords(claims, 'claim')} ${claims === 1 ? 'is' : 'are'} read through ${stays.label} from then on. It can be undone.${toBetweenWords(answer)}`
  );
}
