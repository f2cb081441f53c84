import type { ActorRef, ClaimAnswer } from '../../../graph-data/contract/answers.ts';

export function toRef(id: string): ActorRef {
  return { id, label: id.toUpperCase(), kind: 'person' };
}

/** A claim as the API gives it, with what a test cares about. */
export function toClaim(
  id: string,
  subject: string,
  type: string,
  object: string,
  more: Partial<ClaimAnswer> = {},
): ClaimAnswer {
  return {
    id,
    relation: `${subject}.${type}.${object}`,
    subject: toRef(subject),
    object: toRef(object),
    speaker: null,
    via: [],
    type,
    label: type,
    stance: 'neutral',
    modality: 'asserted',
    saidOn: null,
    happenedOn: null,
    status: 'accepted',
    method: 'curated',
    certainty: 1,
    reason: 'read by a person',
    reviewedBy: null,
    reviewedAt: null,
    origin: id,
    document: {
      id: 'd',
      kind: 'report',
      title: 'D',
      publisher: 'P',
      url: null,
      publishedAt: null,
      derivedFrom: null,
    },
    evidence: {
      basis: 'text',
      start: 4,
      end: 9,
      exact: 'quote',
      prefix: '',
      suffix: '',
      sentence: 'The quote.',
      sentenceStart: 0,
    },
    ...more,
  };
}
