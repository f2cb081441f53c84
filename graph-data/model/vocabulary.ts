import { z } from 'zod';
import type { RelationTypeId } from './ids.ts';
import { SLUG_PATTERN } from './ids.ts';

export const STANCES = ['positive', 'neutral', 'negative'] as const;
export type Stance = (typeof STANCES)[number];

export const MODALITIES = ['asserted', 'denied', 'planned', 'hypothetical'] as const;
export type Modality = (typeof MODALITIES)[number];

/** The type of relations that no other type fits: their label alone says what they are. */
export const OTHER_TYPE = 'other';

export const TYPE_GROUPS = ['lasting', 'attitude', 'words', 'event', 'other'] as const;

const typeId = z
  .string()
  .regex(SLUG_PATTERN, 'expected a kebab-case id')
  .transform((id) => id as RelationTypeId);

/** One row of the vocabulary table. */
export const relationTypeSchema = z.strictObject({
  id: typeId,
  group: z.enum(TYPE_GROUPS),
  /** Read from subject to object: `leads`. */
  label: z.string().min(1).max(60),
  /** Read from object to subject: `led by`. */
  inverse: z.string().min(1).max(60),
  stance: z.enum(STANCES),
  mutual: z.boolean().default(false),
  opposites: z.array(typeId).default([]),
  plover: z.string().optional(),
});
export type RelationType = z.infer<typeof relationTypeSchema>;

/** The closed list of relation types, in the order it is shown. */
export interface Vocabulary {
  readonly types: readonly RelationType[];
  readonly byId: ReadonlyMap<RelationTypeId, RelationType>;
}

/** Indexes the table. Ids must be unique and opposites known: `formats/dataset` checks both. */
export function toVocabulary(types: readonly RelationType[]): Vocabulary {
  return { types, byId: new Map(types.map((type) => [type.id, type])) };
}
