import { useId } from 'react';
import type { ActorRef } from '../../../graph-data/contract/answers.ts';
import type { Modality, Stance } from '../../../graph-data/model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../state/closed-values.ts';
import { Icon } from '../frame/icon.tsx';
import { MODALITY_WORDS, OWN_VOICE_WORDS, STANCE_WORDS } from '../words/closed-words.ts';
import { ActorField } from './actor-field.tsx';
import type { ClaimDraft } from './claim-draft.ts';
import { flipDraft, withType } from './claim-draft.ts';
import { LONGEST_LABEL } from './limits.ts';
import { TypeField } from './type-field.tsx';

interface DraftFieldsProps {
  readonly draft: ClaimDraft;
  readonly onDraft: (draft: ClaimDraft) => void;
  /** The actors of the document. */
  readonly nearby: readonly ActorRef[];
  /** By field; shown once the reviewer has tried to save. */
  readonly faults: Readonly<Partial<Record<keyof ClaimDraft, string>>>;
}

/** The fields of a claim: who, what, towards whom, how, by whose word, and when. */
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
        <TextField
          label="Label"
          words={draft.label}
          longest={LONGEST_LABEL}
          fault={faults.label}
          onWords={(label) => onDraft({ ...draft, label })}
        />
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
      <div className="draft-row draft-dates">
        <TextField
          label="Said on, where the text says it"
          words={draft.saidOn}
          longest={LONGEST_DATE}
          fault={faults.saidOn}
          onWords={(saidOn) => onDraft({ ...draft, saidOn })}
        />
        <TextField
          label="Happened on"
          words={draft.happenedOn}
          longest={LONGEST_DATE}
          fault={faults.happenedOn}
          onWords={(happenedOn) => onDraft({ ...draft, happenedOn })}
        />
      </div>
    </>
  );
}

const LONGEST_DATE = 64;

function TextField({
  label,
  words,
  longest,
  fault,
  onWords,
}: {
  readonly label: string;
  readonly words: string;
  readonly longest: number;
  readonly fault: string | undefined;
  readonly onWords: (words: string) => void;
}) {
  const id = useId();
  return (
    <div className="draft-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={longest}
        value={words}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : `${id}-fault`}
        onChange={(event) => onWords(event.target.value)}
      />
      {fault !== undefined && (
        <p id={`${id}-fault`} className="facet-fault">
          {fault}
        </p>
      )}
    </div>
  );
}
