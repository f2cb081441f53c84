import type { ClaimAnswer, RelationTypeRow } from '../../../graph-data/contract/answers.ts';
import type { ClaimPatch } from '../../../graph-data/contract/writes.ts';
import type { Modality, Stance } from '../../../graph-data/model/vocabulary.ts';
import type { ClaimWish } from '../../api/changes.ts';
import { parseTypedDate } from '../../state/typed-date.ts';
import type { ChosenActor } from './actor-choices.ts';
import { isSameActor, toActorChoice, toKnown } from './actor-choices.ts';
import type { TextRange } from './find-words.ts';

/** A claim as it stands in a form. */
export interface ClaimDraft {
  readonly subject: ChosenActor | null;
  readonly object: ChosenActor | null;
  /** Empty where none is chosen yet. */
  readonly type: string;
  readonly label: string;
  readonly stance: Stance;
  readonly modality: Modality;
  /** Null is the document's own voice. */
  readonly speaker: ChosenActor | null;
  /** As typed; empty where the text gives none. */
  readonly saidOn: string;
  readonly happenedOn: string;
}

export const EMPTY_DRAFT: ClaimDraft = {
  subject: null,
  object: null,
  type: '',
  label: '',
  stance: 'neutral',
  modality: 'asserted',
  speaker: null,
  saidOn: '',
  happenedOn: '',
};

export function toDraft(claim: ClaimAnswer): ClaimDraft {
  const { subject, object, speaker, type, label, stance, modality } = claim;
  return {
    subject: toKnown(subject),
    object: toKnown(object),
    speaker: speaker && toKnown(speaker),
    type,
    label,
    stance,
    modality,
    saidOn: claim.saidOn ?? '',
    happenedOn: claim.happenedOn ?? '',
  };
}

/** The draft with its two actors in each other's place. */
export function flipDraft(draft: ClaimDraft): ClaimDraft {
  return { ...draft, subject: draft.object, object: draft.subject };
}

/**
 * The draft with another type. Label and stance follow as long as they are those of the type before, or none: what the
 * reviewer has written stays.
 */
export function withType(
  draft: ClaimDraft,
  next: RelationTypeRow,
  before: RelationTypeRow | undefined,
): ClaimDraft {
  const isOwnLabel = draft.label.trim() !== '' && draft.label !== before?.label;
  const isOwnStance = before !== undefined && draft.stance !== before.stance;
  return {
    ...draft,
    type: next.id,
    label: isOwnLabel ? draft.label : next.label,
    stance: isOwnStance ? draft.stance : next.stance,
  };
}

const NO_DATE_WORDS = 'Give a date such as 2025-03 or 13 March 2025.';

/** What is missing, by field; empty where the draft can be kept. */
export function findDraftFaults({
  subject,
  object,
  type,
  label,
  saidOn,
  happenedOn,
}: ClaimDraft): Readonly<Partial<Record<keyof ClaimDraft, string>>> {
  const isLoop = subject !== null && isSameActor(subject, object);
  return {
    ...(subject === null && { subject: 'Choose who.' }),
    ...(object === null && { object: 'Choose towards whom.' }),
    ...(isLoop && { object: 'Choose another actor than the subject.' }),
    ...(type === '' && { type: 'Choose a type.' }),
    ...(label.trim() === '' && { label: 'Give it a label of one to four words.' }),
    ...(parseTypedDate(saidOn) === undefined && { saidOn: NO_DATE_WORDS }),
    ...(parseTypedDate(happenedOn) === undefined && { happenedOn: NO_DATE_WORDS }),
  };
}

/** What of a claim the draft has otherwise; empty where nothing is. The draft has no faults. */
export function toPatch(claim: ClaimAnswer, draft: ClaimDraft): ClaimPatch {
  const { subject, object, speaker, type, stance, modality } = draft;
  const before = toDraft(claim);
  const label = draft.label.trim();
  return {
    ...(subject !== null && !isSameActor(subject, before.subject) && { subject: toActorChoice(subject) }),
    ...(object !== null && !isSameActor(object, before.object) && { object: toActorChoice(object) }),
    ...(type !== before.type && { type }),
    ...(label !== before.label && { label }),
    ...(stance !== before.stance && { stance }),
    ...(modality !== before.modality && { modality }),
    ...(!isSameActor(speaker, before.speaker) && { speaker: speaker && toActorChoice(speaker) }),
    ...(draft.saidOn !== before.saidOn && { saidOn: parseTypedDate(draft.saidOn) ?? null }),
    ...(draft.happenedOn !== before.happenedOn && { happenedOn: parseTypedDate(draft.happenedOn) ?? null }),
  };
}

/** The draft as a new claim on a stretch of a document's text; undefined where it has faults. */
export function toNewClaim(
  draft: ClaimDraft,
  document: { readonly id: string; readonly text: string },
  { start, end }: TextRange,
): ClaimWish | undefined {
  const { subject, object, speaker, type, stance, modality } = draft;
  if (subject === null || object === null || Object.keys(findDraftFaults(draft)).length > 0) return undefined;
  return {
    subject: toActorChoice(subject),
    object: toActorChoice(object),
    speaker: speaker && toActorChoice(speaker),
    type,
    label: draft.label.trim(),
    stance,
    modality,
    saidOn: parseTypedDate(draft.saidOn) ?? null,
    happenedOn: parseTypedDate(draft.happenedOn) ?? null,
    document: document.id,
    start,
    end,
    quote: document.text.slice(start, end),
  };
}
