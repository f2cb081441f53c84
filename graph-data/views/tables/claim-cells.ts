import type { ActorRef, ClaimAnswer } from '../../contract/answers.ts';
import type { FileValue } from '../../formats/network-file.ts';
import { OWN_VOICE_LABEL } from '../facets-view.ts';

/**
 * The columns of a claim in a table of what a question answers. Those that `onrecord import` knows have its names, so that
 * such a table can be read into another dataset; names stand there, with the ids beside them.
 */
export const CLAIM_COLUMNS = [
  'claim', 'subject', 'subjectId', 'subjectKind', 'type', 'label', 'object', 'objectId', 'objectKind', 'speaker', 'speakerId',
  'via', 'stance', 'modality', 'saidOn', 'happenedOn', 'quote', 'sentence', 'evidence', 'document', 'documentId', 'documentKind',
  'publisher', 'url', 'publishedAt', 'origin', 'status',
] as const; // prettier-ignore

/** The cells of a claim, one per column of {@link CLAIM_COLUMNS}. */
export function toClaimCells(claim: ClaimAnswer): FileValue[] {
  const { document, evidence } = claim;
  return [
    claim.id,
    ...toActorCells(claim.subject),
    claim.type,
    claim.label,
    ...toActorCells(claim.object),
    ...toVoiceCells(claim.speaker),
    claim.via.map(({ label }) => label),
    claim.stance,
    claim.modality,
    claim.saidOn ?? undefined,
    claim.happenedOn ?? undefined,
    evidence.exact,
    evidence.sentence,
    evidence.basis,
    document.title,
    document.id,
    document.kind,
    document.publisher,
    document.url ?? undefined,
    document.publishedAt ?? undefined,
    claim.origin,
    claim.status,
  ];
}

/** Name, id and kind. */
export function toActorCells({ label, id, kind }: ActorRef): FileValue[] {
  return [label, id, kind];
}

/** Name and id of who speaks; the document's own voice has no id. */
export function toVoiceCells(speaker: ActorRef | null): FileValue[] {
  return [toVoiceWords(speaker), speaker?.id];
}

export function toVoiceWords(speaker: ActorRef | null): string {
  return speaker?.label ?? OWN_VOICE_LABEL;
}
