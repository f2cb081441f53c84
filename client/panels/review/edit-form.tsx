import { useState } from 'react';
import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';
import { Quote } from '../evidence/quote.tsx';
import { findDraftFaults, toDraft, toPatch } from './claim-draft.ts';
import { DraftFields } from './draft-fields.tsx';
import { FormFrame } from './form-frame.tsx';
import type { ReviewSession } from './review-session.ts';

interface EditFormProps {
  readonly session: ReviewSession;
  readonly claim: ClaimAnswer;
  readonly nearby: readonly ActorRef[];
  readonly onClose: () => void;
}

/** A claim put right: saved and accepted in one, or saved alone. */
export function EditForm({ session, claim, nearby, onClose }: EditFormProps) {
  const [draft, setDraft] = useState(() => toDraft(claim));
  const [wasTried, setWasTried] = useState(false);
  const faults = findDraftFaults(draft);
  const save = (isAccepting: boolean): Promise<void> | undefined => {
    setWasTried(true);
    if (Object.keys(faults).length > 0) return undefined;
    const patch = {
      ...toPatch(claim, draft),
      ...(isAccepting && claim.status !== 'accepted' && { status: 'accepted' as const }),
    };
    return Object.keys(patch).length > 0 ? session.edit(claim, patch) : Promise.resolve();
  };
  const isAccepted = claim.status === 'accepted';
  return (
    <FormFrame
      title="Edit the claim"
      save={isAccepted ? 'Save' : 'Save and accept'}
      onSave={() => save(true)}
      onClose={onClose}
      others={isAccepted ? [] : [{ words: 'Save only', onSave: () => save(false) }]}
    >
      <Quote evidence={claim.evidence} />
      <DraftFields draft={draft} onDraft={setDraft} nearby={nearby} faults={wasTried ? faults : {}} />
    </FormFrame>
  );
}
