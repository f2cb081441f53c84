import { z } from 'zod';
import type { ActorId } from './ids.ts';
import { SLUG_PATTERN } from './ids.ts';

export const ACTOR_KINDS = ['person', 'organisation', 'media', 'country', 'place', 'group'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const actorId = z
  .string()
  .regex(SLUG_PATTERN, 'expected a kebab-case id such as vladimir-putin')
  .transform((id) => id as ActorId);

/** A person, organisation, medium, country, place or group that claims are about or that makes them. */
export const actorSchema = z.strictObject({
  id: actorId,
  name: z.string().trim().min(1).max(200),
  kind: z.enum(ACTOR_KINDS),
  /** Other names and spellings the documents use, canonical name excluded. */
  aliases: z.array(z.string().trim().min(1).max(200)).max(200).default([]),
  wikidata: z
    .string()
    .regex(/^Q[1-9]\d*$/, 'expected a Wikidata id such as Q7747')
    .optional(),
  /** The actor this one was merged into; its claims are read through it. */
  mergedInto: actorId.optional(),
});
export type Actor = z.infer<typeof actorSchema>;
