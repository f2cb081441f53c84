import { z } from 'zod';
import { actorId } from './actor.ts';
import { edtfDate } from './document.ts';
import type { ActorId, ClaimId, DocumentId, RelationTypeId } from './ids.ts';
import { SLUG_PATTERN } from './ids.ts';
import type { Modality, Stance } from './vocabulary.ts';
import { MODALITIES, STANCES } from './vocabulary.ts';

export const STATUSES = ['proposed', 'accepted', 'rejected'] as const;
export type Status = (typeof STATUSES)[number];

/** Longest label on an edge, in UTF-16 code units: one to four words, as a rule. */
export const LONGEST_LABEL = 60;
export const LONGEST_QUOTE = 2000;

/** A claim as a dataset file writes it: everything a person decides, nothing that can be computed. */
export const claimInputSchema = z.strictObject({
  subject: actorId,
  /** Checked against the vocabulary by `formats/dataset`. */
  type: z
    .string()
    .regex(SLUG_PATTERN, 'expected a relation type')
    .transform((id) => id as RelationTypeId),
  object: actorId,
  label: z.string().trim().min(1).max(LONGEST_LABEL),
  stance: z.enum(STANCES),
  modality: z.enum(MODALITIES).default('asserted'),
  /** Whose word it is, outermost; null is the document's own voice. */
  speaker: actorId.nullable().default(null),
  /** Inner speakers, outermost first: "Witkoff, quoting Putin" is speaker Witkoff via [Putin]. */
  via: z.array(actorId).max(10).default([]),
  /** The exact words at `start`–`end`. */
  quote: z.string().min(1).max(LONGEST_QUOTE),
  /** UTF-16 code units into the document's text. */
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  saidOn: edtfDate.optional(),
  happenedOn: edtfDate.optional(),
  status: z.enum(STATUSES).default('accepted'),
  method: z
    .string()
    .regex(
      /^(curated|import|rules@[\w.-]+|llm:[\w.:/-]+)$/,
      'expected curated, import, rules@version or llm:model',
    )
    .default('curated'),
  certainty: z.number().min(0).max(1).default(1),
  reason: z.string().max(500).default(''),
});
export type ClaimInput = z.infer<typeof claimInputSchema>;

/**
 * What a claim stands on. `text`: exact words at their offsets in a text that is here. `quote`: words whose document's text
 * is not here, or in which they do not stand exactly once. `row`: a row of an imported table, which gives no words at all.
 */
export const EVIDENCE_BASES = ['text', 'quote', 'row'] as const;
export type EvidenceBasis = (typeof EVIDENCE_BASES)[number];

/** Where a claim is stated: W3C Web Annotation text position and text quote selectors, and the sentence round them. */
export interface Evidence {
  readonly basis: EvidenceBasis;
  /** UTF-16 code units into the document's text. These two and `sentenceStart` are null unless the basis is `text`. */
  readonly start: number | null;
  readonly end: number | null;
  /** The exact words; of a row what its cells say. */
  readonly exact: string;
  /** Up to 32 code units before and after. */
  readonly prefix: string;
  readonly suffix: string;
  /** The whole sentence or sentences that hold the span, and where they begin in the text; else the exact words again. */
  readonly sentence: string;
  readonly sentenceStart: number | null;
}

/** The words a claim stands on, and who handed them on: what a file says of a claim beside what the network knows. */
export type ClaimWords = Pick<Claim, 'via'> & Pick<Evidence, 'basis' | 'exact' | 'sentence'>;

/** The words of a claim, and which claim it is. */
export type IdentifiedWords = Pick<Claim, 'id'> & ClaimWords;

/** Evidence whose words stand in a text that is here. */
export type PlacedEvidence = Evidence & {
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
};

/** One stated relation with its evidence: the atom of the dataset. */
export interface Claim {
  readonly id: ClaimId;
  readonly subject: ActorId;
  readonly type: RelationTypeId;
  readonly object: ActorId;
  readonly label: string;
  readonly stance: Stance;
  readonly modality: Modality;
  readonly speaker: ActorId | null;
  readonly via: readonly ActorId[];
  readonly document: DocumentId;
  readonly evidence: Evidence;
  /** EDTF; only what the text gives. */
  readonly saidOn: string | null;
  readonly happenedOn: string | null;
  readonly status: Status;
  readonly method: string;
  /** 0 to 1. */
  readonly certainty: number;
  readonly reason: string;
  /** Who gave it its status, and when (ISO 8601 instant, UTC); null where nobody has looked at it. */
  readonly reviewedBy: string | null;
  readonly reviewedAt: string | null;
  /** The id of the first claim of its origin: near-equal sentences stating the same by the same speaker count once. */
  readonly origin: ClaimId;
}
