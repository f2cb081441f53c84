import { z } from 'zod';
import { ACTOR_KINDS } from '../model/actor.ts';
import { LONGEST_LABEL, LONGEST_QUOTE, STATUSES } from '../model/claim.ts';
import { edtfDate, httpUrl } from '../model/document.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { actorRefSchema, claimSchema } from './answers.ts';
import { problemSchema } from './problems.ts';

/** What changes of documents, claims and actors take and answer, as it stands on the wire. */

/** Decisions sent at once. */
export const MOST_DECISIONS = 500;
/** Longest text given in a body, in UTF-16 code units. */
const LONGEST_TEXT = 5_000_000;
const LONGEST_NAME = 200;

/** Control characters, line ends, and halves of characters, which no store or file of ours could keep. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const VISIBLE = /[^\p{C}\p{Z}]/u;

/** One line of text that a person can see. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(
      (text) => text === '' || (!UNPRINTABLE.test(text) && VISIBLE.test(text)),
      'expected one line of text, without control characters',
    );

const id = z.string().min(1).max(LONGEST_NAME);
const name = line(LONGEST_NAME);
const version = z.int().describe("the dataset's version after it");
const seq = z.int().nullable().describe("the ledger's entry; null where nothing changed");
const date = edtfDate.nullable();

/** An actor that is here, by id, or one to be added, by name and kind. */
export const actorChoiceSchema = z.union([
  z.strictObject({ id }),
  z.strictObject({ name, kind: z.enum(ACTOR_KINDS) }),
]);

export const ENGINES = ['rules', 'llm'] as const;

/** The body of `POST /documents` in JSON: a text, or the address of a page; what is said here goes before what the page says. */
export const documentBodySchema = z
  .strictObject({
    text: z.string().min(1).max(LONGEST_TEXT).optional(),
    url: httpUrl
      .optional()
      .describe('without a text it is fetched; beside one it says where the text is from'),
    name: name.optional().describe('the file it comes from'),
    title: line(500).optional(),
    publisher: name.optional(),
    author: name.optional(),
    publishedAt: edtfDate.optional(),
    licence: name.optional(),
    engine: z.enum(ENGINES).default('rules'),
  })
  .refine((body) => body.text !== undefined || body.url !== undefined, 'expected a text or an address');

export const ingestedSchema = z.object({
  document: z.string().describe('its id'),
  title: z.string(),
  outcome: z
    .enum(['added', 'unchanged', 'unread'])
    .describe('unchanged: it was here already; unread: kept, but in a language that is not read'),
  language: z.string(),
  proposals: z.int(),
  reviewed: z.int().describe('of them offered as reviewed already, as in the same text of another publisher'),
  newActors: z.int(),
  dropped: z
    .array(z.object({ reason: z.string(), count: z.int() }))
    .describe('what was proposed and not kept, by reason'),
  tokens: z.object({ prompt: z.int(), completion: z.int() }).nullable().describe('of a language model'),
  seq,
  version,
});

export const JOB_STATES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['ingest']),
    title: z.string().describe('what it works on'),
    state: z.enum(JOB_STATES),
    stage: z.enum(['waiting', 'fetching', 'reading', 'extracting', 'writing', 'ended']),
    done: z.int().describe('of `total`: sentences, or parts sent to a model'),
    total: z.int(),
    createdAt: z.string().describe('ISO 8601 instant, UTC'),
    result: ingestedSchema.nullable().describe('once it is done'),
    problem: problemSchema.nullable().describe('once it has failed'),
  })
  .meta({ id: 'Job' });
export const jobsSchema = z.object({ items: z.array(jobSchema).describe('newest first, the last 100') });

const claimFields = {
  subject: actorChoiceSchema,
  object: actorChoiceSchema,
  type: id,
  label: line(LONGEST_LABEL),
  stance: z.enum(STANCES),
  modality: z.enum(MODALITIES),
  speaker: actorChoiceSchema.nullable(),
  via: z.array(actorChoiceSchema).max(10),
  saidOn: date,
  happenedOn: date,
};

/** The body of `POST /claims`: `quote` must be the words at `start` and `end` of the document's text. */
export const claimBodySchema = z.strictObject({
  ...claimFields,
  modality: claimFields.modality.default('asserted'),
  speaker: claimFields.speaker.default(null),
  via: claimFields.via.default([]),
  saidOn: date.default(null),
  happenedOn: date.default(null),
  document: id,
  start: z.int().min(0),
  end: z.int().min(1),
  quote: z.string().min(1).max(LONGEST_QUOTE),
  status: z.enum(STATUSES).default('accepted'),
});

/** The body of `PATCH /claims/{id}`: what is to be otherwise. `If-Match: "version"` guards against another's change. */
export const claimPatchSchema = z
  .strictObject({ ...claimFields, status: z.enum(STATUSES) })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'expected at least one field');

export const claimChangeSchema = z.object({ claim: claimSchema, seq, version }).meta({ id: 'ClaimChange' });

/** The body of `POST /decisions`: the status each claim is to have. */
export const decisionsBodySchema = z.strictObject({
  decisions: z
    .array(z.strictObject({ claim: id, status: z.enum(STATUSES) }))
    .min(1)
    .max(MOST_DECISIONS)
    .superRefine((decisions, context) => {
      const claims = decisions.map(({ claim }) => claim);
      claims.forEach((claim, at) => {
        if (claims.indexOf(claim) < at)
          context.addIssue({ code: 'custom', path: [at, 'claim'], message: 'expected each claim once' });
      });
    }),
});
export const decisionsSchema = z
  .object({ changed: z.int(), unchanged: z.int(), seq, version })
  .meta({ id: 'Decisions' });

/** What an entry changed: how many rows of each it added, changed or took away. */
export const changeCountsSchema = z.object({ claims: z.int(), actors: z.int(), documents: z.int() });

export const changeSchema = z.object({ changed: changeCountsSchema, seq, version }).meta({ id: 'Change' });

/** The body of `POST /undo`: an entry, or without one the last that stands. */
export const undoBodySchema = z.strictObject({
  seq: z.int().min(1).optional(),
  withDependents: z
    .boolean()
    .default(false)
    .describe('takes later entries back too that stand on it; otherwise they stand in the way'),
});
export const undoSchema = z
  .object({
    undone: z.array(z.int()).describe('the entries taken back, newest first'),
    seq: z.int().describe('the entry that says so'),
    changed: changeCountsSchema,
    version,
  })
  .meta({ id: 'Undo' });

/** The body of `POST /actors/{id}/merge`: the actor it is the same as, which stays. */
export const mergeBodySchema = z.strictObject({ into: id, dryRun: z.boolean().default(false) });
export const mergeSchema = z
  .object({
    actor: actorRefSchema.describe('that stays'),
    relationsBefore: z.int().describe('relations of both actors'),
    relationsAfter: z.int(),
    claims: z.int().describe('claims that are read through the other actor from then on'),
    between: z.int().describe('claims of any status that tie the two, and would then tie one to itself'),
    seq,
    version,
  })
  .meta({ id: 'Merge' });

/** The body of `PATCH /actors/{id}`: what is to be otherwise. The id stays. */
export const actorPatchSchema = z
  .strictObject({
    name,
    kind: z.enum(ACTOR_KINDS),
    aliases: z.array(name).max(200),
    wikidata: z
      .string()
      .regex(/^Q[1-9]\d*$/, 'expected a Wikidata id such as Q7747')
      .nullable(),
  })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'expected at least one field');

/** The body of `POST /actors/{id}/distinct`: the actor it is not the same as. */
export const distinctBodySchema = z.strictObject({ from: id });

/** The body of `POST /documents/{id}/retract` and of `/actors/{id}/split`: nothing. */
export const emptyBodySchema = z.strictObject({});

/** Actors that may be one, found while reading a document, until someone says. */
export const likenessesSchema = z
  .object({
    items: z.array(
      z.object({
        actor: actorRefSchema.describe('added with the document'),
        other: actorRefSchema.describe('that was here'),
        document: z.string().nullable(),
        reason: z.string(),
      }),
    ),
  })
  .meta({ id: 'Likenesses' });

export const ROLES = ['reader', 'editor', 'admin'] as const;
export const sessionSchema = z
  .object({
    name: z.string().nullable().describe('null for a reader who has not signed in'),
    role: z.enum(ROLES),
    canWrite: z.boolean(),
    model: z.string().nullable().describe('the language model that can be asked; null where none is set'),
    threshold: z
      .number()
      .describe('certainty from which proposals are worth showing first; those below are the less sure ones'),
  })
  .meta({ id: 'Session' });

export type ActorChoice = z.output<typeof actorChoiceSchema>;
export type DocumentBody = z.output<typeof documentBodySchema>;
export type Ingested = z.output<typeof ingestedSchema>;
export type Job = z.output<typeof jobSchema>;
export type JobsAnswer = z.output<typeof jobsSchema>;
export type ClaimBody = z.output<typeof claimBodySchema>;
export type ClaimPatch = z.output<typeof claimPatchSchema>;
export type ClaimChange = z.output<typeof claimChangeSchema>;
export type DecisionsBody = z.output<typeof decisionsBodySchema>;
export type DecisionsAnswer = z.output<typeof decisionsSchema>;
export type ChangeAnswer = z.output<typeof changeSchema>;
export type UndoBody = z.output<typeof undoBodySchema>;
export type UndoAnswer = z.output<typeof undoSchema>;
export type MergeBody = z.output<typeof mergeBodySchema>;
export type MergeAnswer = z.output<typeof mergeSchema>;
export type ActorPatch = z.output<typeof actorPatchSchema>;
export type LikenessesAnswer = z.output<typeof likenessesSchema>;
export type Role = (typeof ROLES)[number];
export type SessionAnswer = z.output<typeof sessionSchema>;
