import { useId } from 'react';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import { LONGEST_LABEL } from '../../../graph-data/model/claim.ts';
import type { Modality, Stance } from '../../../graph-data/model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';
import { Icon } from '../frame/icon.tsx';
import { MODALITY_WORDS, OWN_VOICE_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { ActorField } from './actor-field.tsx';
import type { ClaimDraft } from './claim-draft.ts';
import { flipDraft, withType } from './claim-draft.ts';
import { TypeField } from './type-field.tsx';

interface DraftFieldsProps {
  readonly draft: ClaimDraft;
  readonly onDraft: (draft: ClaimDraft) => void;
  /** The actors of the document. */
  readonly nearby: readonly ActorRef[];
  /** By field; shown once the reviewer has tried to save. */
  readonly faults: Readonly<Partial<Record<keyof ClaimDraft, string>>>;
}

/** The fields of a claim: who, what, towards whom, how, and by whose word. */
export function DraftFields({ draft, onDraft, nearby, faults }: DraftFieldsProps) {
  const id = useId();
  return (
    <>
      <div className="draft-triple">
        <ActorField
          label="Subject"
          chosen={draft.subject}
          onChoose={(subject) => onDraft({ ...draft, subject })}
          nearby={nearby}
          fault={faults.subject}
        />
        <TypeField
          type={draft.type}
          onChoose={(next, before) => onDraft(withType(draft, next, before))}
          fault={faults.type}
        />
        <ActorField
          label="Object"
          chosen={draft.object}
          onChoose={(object) => onDraft({ ...draft, object })}
          nearby={nearby}
          fault={faults.object}
        />
        <button type="button" className="link-button draft-flip" onClick={() => onDraft(flipDraft(draft))}>
          <Icon name="swap" />
          Flip subject and object
        </button>
      </div>
      <div className="draft-row">
        <div className="draft-field">
          <label htmlFor={`${id}-label`}>Label</label>
          <input
            id={`${id}-label`}
            type="text"
            autoComplete="off"
            maxLength={LONGEST_LABEL}
            value={draft.label}
            aria-invalid={faults.label !== undefined}
            aria-describedby={faults.label === undefined ? undefined : `${id}-label-fault`}
            onChange={(event) => onDraft({ ...draft, label: event.target.value })}
          />
          {faults.label !== undefined && (
            <p id={`${id}-label-fault`} className="facet-fault">
              {faults.label}
            </p>
          )}
        </div>
        <div className="draft-field">
          <label htmlFor={`${id}-stance`}>Stance</label>
          <select
            id={`${id}-stance`}
            value={draft.stance}
            onChange={(event) => onDraft({ ...draft, stance: event.target.value as Stance })}
          >
            {STANCES.map((stance) => (
              <option key={stance} value={stance}>
                {STANCE_WORDS[stance]}
              </option>
            ))}
          </select>
        </div>
        <div className="draft-field">
          <label htmlFor={`${id}-modality`}>Modality</label>
          <select
            id={`${id}-modality`}
            value={draft.modality}
            onChange={(event) => onDraft({ ...draft, modality: event.target.value as Modality })}
          >
            {MODALITIES.map((modality) => (
              <option key={modality} value={modality}>
                {MODALITY_WORDS[modality]}
              </option>
            ))}
          </select>
        </div>
      </div>
      <ActorField
        label="Speaker"
        chosen={draft.speaker}
        onChoose={(speaker) => onDraft({ ...draft, speaker })}
        onClear={() => onDraft({ ...draft, speaker: null })}
        placeholder={`Nobody: ${OWN_VOICE_WORDS}`}
        nearby={nearby}
      />
    </>
  );
}
