import { z } from 'zod';
import { ACTOR_KINDS } from '../../../graph-data/model/actor.ts';
import type { RelationType, Vocabulary } from '../../../graph-data/model/vocabulary.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';

/** The longest evidence that is kept, in UTF-16 code units; the offline engine's bound is the same. */
export const LONGEST_QUOTED = 600;
/** More of one answer is not looked at, so that none takes long to check. */
export const MOST_CLAIMS = 100;
export const MOST_ACTORS = 60;
const MOST_ALIASES = 10;

/** An actor as a model names it; what it says is checked against the text later. */
export const answeredActorSchema = z.object({
  name: z.string().max(200),
  kind: z.enum(ACTOR_KINDS),
  aliases: z
    .array(z.string().max(200))
    .nullish()
    .transform((aliases) => (aliases ?? []).slice(0, MOST_ALIASES)),
});
export type AnsweredActor = z.infer<typeof answeredActorSchema>;

/** A claim as a model states it: of the right form, and nothing more. */
export const answeredClaimSchema = z.object({
  subject: z.string(),
  object: z.string(),
  type: z.string(),
  label: z.string(),
  stance: z.string(),
  modality: z.string(),
  /** Empty for the document's own voice. */
  speaker: z
    .string()
    .nullish()
    .transform((speaker) => speaker ?? ''),
  quote: z.string(),
  certainty: z.unknown().optional(),
  reason: z.unknown().optional(),
});
export type AnsweredClaim = z.infer<typeof answeredClaimSchema>;

/** What a whole answer holds before its parts are looked at one by one. */
export const answerSchema = z.object({ actors: z.array(z.unknown()), claims: z.array(z.unknown()) });

/** The relation types that a model may choose from: all but `other`, which is for what imported data calls something else. */
export function toOfferedTypes(vocabulary: Vocabulary): readonly RelationType[] {
  return vocabulary.types.filter(({ group }) => group !== 'other');
}

type JsonSchema = Readonly<Record<string, unknown>>;

const object = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});
const list = (items: JsonSchema): JsonSchema => ({ type: 'array', items });
const oneOf = (values: readonly string[]): JsonSchema => ({ type: 'string', enum: values });
const text: JsonSchema = { type: 'string' };

/**
 * The answer as a JSON Schema for `response_format`. It uses only what strict servers take: every property is required, none
 * besides is allowed, and no lengths are given (https://platform.openai.com/docs/guides/structured-outputs).
 */
export function toJsonSchema(types: readonly RelationType[]): JsonSchema {
  return object({
    actors: list(object({ name: text, kind: oneOf(ACTOR_KINDS), aliases: list(text) })),
    claims: list(
      object({
        subject: text,
        object: text,
        type: oneOf(types.map(({ id }) => id)),
        label: text,
        stance: oneOf(STANCES),
        modality: oneOf(MODALITIES),
        speaker: text,
        quote: text,
        certainty: { type: 'number' },
        reason: text,
      }),
    ),
  });
}
