import { z } from 'zod';
import { ACTOR_KINDS } from '../model/actor.ts';
import { EVIDENCE_BASES, STATUSES } from '../model/claim.ts';
import { DOCUMENT_KINDS } from '../model/document.ts';
import { CLOCKS } from '../model/lens.ts';
import { MODALITIES, STANCES, TYPE_GROUPS } from '../model/vocabulary.ts';
import { DIRECTIONS } from '../network/neighbourhood/neighbourhood.ts';
import { FACETS } from './queries.ts';

/** The answers of the API, as they stand on the wire. Field names and their order are the contract. */

const counts = z.object({ actors: z.int(), relations: z.int(), claims: z.int() }).meta({ id: 'Counts' });
const date = z.string().nullable().describe('EDTF; null when the text gives none');

export const metaSchema = z
  .object({
    version: z.int().describe("the dataset's version: the ledger's last seq"),
    shown: counts.describe('what this answer shows'),
    total: counts.describe('what there is with the same statuses'),
    cutBy: z
      .array(z.string())
      .describe('why shown is less than total, as name=value; empty when nothing is cut'),
  })
  .meta({ id: 'Meta' });

export const actorRefSchema = z
  .object({ id: z.string(), label: z.string(), kind: z.enum(ACTOR_KINDS) })
  .meta({ id: 'ActorRef' });

export const actorSummarySchema = actorRefSchema
  .extend({
    aliases: z.array(z.string()),
    claims: z.int().describe('accepted claims about it, as subject or object'),
    spoken: z.int().describe('accepted claims it is the speaker of'),
  })
  .meta({ id: 'ActorSummary' });

export const actorDetailSchema = actorSummarySchema
  .extend({
    wikidata: z.string().nullable(),
    asSubject: z.int(),
    asObject: z.int(),
    neighbours: z.int(),
    disputes: z.int().describe('disputed relations it has a part in'),
    merged: z.array(actorRefSchema).describe('actors that are read as this one, by id'),
    meta: metaSchema,
  })
  .meta({ id: 'ActorDetail' });

/** What every answer that names a relation says of it. */
export const relationFields = {
  id: z.string(),
  type: z.string(),
  typeLabel: z.string(),
  labels: z.array(z.string()).describe('most frequent first, then alphabetical'),
  claims: z.int(),
  origins: z.int().describe('independent origins: near-equal sentences by one speaker count once'),
  speakers: z
    .array(actorRefSchema.nullable())
    .describe("most claims first; null is the document's own voice"),
  stance: z.enum(STANCES),
  stances: z.record(z.enum(STANCES), z.int()),
  modalities: z.record(z.enum(MODALITIES), z.int()),
  firstOn: date,
  lastOn: date,
  disputed: z.boolean(),
};

/** Of those who state a relation, so many are named beside a neighbour or in a step of a path, most claims first. */
export const MOST_SPEAKERS = 3;
const { typeLabel: _neighbourTypeLabel, stances: _stances, ...neighbourFields } = relationFields;
export const neighbourRelationSchema = z
  .object({
    ...neighbourFields,
    speakers: relationFields.speakers
      .max(MOST_SPEAKERS)
      .describe(`the ${MOST_SPEAKERS} who state most of it; null is the document's own voice`),
    speakerCount: z.int().describe('how many state it'),
    modalities: z.partialRecord(z.enum(MODALITIES), z.int()).describe('those that claims of it have'),
    direction: z.enum(DIRECTIONS).describe('seen from `with`: out runs from it to the neighbour'),
    with: z.string().describe('id of the actor one step nearer'),
  })
  .meta({ id: 'NeighbourRelation' });

export const neighboursSchema = z
  .object({
    actor: actorRefSchema,
    items: z.array(
      z.object({
        actor: actorRefSchema,
        distance: z.int(),
        claims: z.int().describe('of all that ties it, shown or not; so are `origins` and `disputed`'),
        origins: z.int(),
        disputed: z.boolean().describe('whether any of its relations is'),
        relationCount: z.int().describe('how many relations tie it'),
        relations: z
          .array(neighbourRelationSchema)
          .describe('most claims first, at most `relations` of them'),
      }),
    ),
    nextCursor: z.string().nullable(),
    meta: metaSchema,
  })
  .meta({ id: 'Neighbours' });

export const derivedFromSchema = z.object({
  title: z.string(),
  publisher: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: date,
  sha256: z.string().nullable(),
});

export const documentRefSchema = z
  .object({
    id: z.string(),
    kind: z.enum(DOCUMENT_KINDS).describe('digest: our own retelling, not the words of the report'),
    title: z.string(),
    publisher: z.string(),
    url: z.string().nullable(),
    publishedAt: date,
    derivedFrom: derivedFromSchema.nullable(),
  })
  .meta({ id: 'DocumentRef' });

export const claimSchema = z
  .object({
    id: z.string(),
    relation: z.string().describe('id of the relation it is one of'),
    subject: actorRefSchema,
    object: actorRefSchema,
    speaker: actorRefSchema.nullable().describe("null is the document's own voice"),
    via: z.array(actorRefSchema).describe('inner speakers, outermost first'),
    type: z.string(),
    label: z.string(),
    stance: z.enum(STANCES),
    modality: z.enum(MODALITIES),
    saidOn: date,
    happenedOn: date,
    status: z.enum(STATUSES),
    method: z.string(),
    certainty: z.number(),
    reason: z.string(),
    reviewedBy: z
      .string()
      .nullable()
      .describe('who decided on it; null where nobody has, and where names are not given to the public'),
    reviewedAt: z.string().nullable().describe('ISO 8601 instant, UTC'),
    origin: z.string().describe('equal for claims of one origin'),
    document: documentRefSchema,
    evidence: z
      .object({
        basis: z
          .enum(EVIDENCE_BASES)
          .describe(
            'text: the words stand at their offsets in a text that is here; quote: the text is not here; ' +
              'row: a row of an imported table, which gives no words',
          ),
        start: z
          .int()
          .nullable()
          .describe('UTF-16 code units into the text of the document; null unless the basis is text'),
        end: z.int().nullable(),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
        sentence: z.string(),
        sentenceStart: z.int().nullable(),
      })
      .describe('W3C Web Annotation TextPositionSelector and TextQuoteSelector, and the sentence'),
  })
  .meta({ id: 'Claim' });

export const relationDetailSchema = z
  .object({
    ...relationFields,
    subject: actorRefSchema,
    object: actorRefSchema,
    direction: z.enum(['out', 'both']),
    disputedBy: z
      .tuple([z.array(z.string()), z.array(z.string())])
      .nullable()
      .describe('claim ids: of this relation, and of those that say otherwise'),
    meta: metaSchema,
  })
  .meta({ id: 'RelationDetail' });

const page = { nextCursor: z.string().nullable(), meta: metaSchema };
export const actorsSchema = z.object({ items: z.array(actorSummarySchema), ...page }).meta({ id: 'Actors' });
export const claimsSchema = z.object({ items: z.array(claimSchema), ...page }).meta({ id: 'Claims' });

export const documentSummarySchema = documentRefSchema
  .extend({
    author: z.string().nullable(),
    language: z.string(),
    licence: z.string(),
    claims: z.int().describe('accepted ones'),
    proposals: z.int().describe('claims that wait for a decision'),
    rejected: z.int(),
  })
  .meta({ id: 'DocumentSummary' });
export const documentsSchema = z
  .object({ items: z.array(documentSummarySchema), ...page })
  .meta({ id: 'Documents' });

export const documentDetailSchema = documentSummarySchema
  .extend({
    hasText: z.boolean().describe('false where only quotes of it are here'),
    text: z.string().nullable().describe('null where its licence does not allow it, or it is not here'),
    spans: z
      .array(z.object({ claim: z.string(), relation: z.string(), start: z.int(), end: z.int() }))
      .describe('by start, then end, then claim id'),
    meta: metaSchema,
  })
  .meta({ id: 'DocumentDetail' });

export const searchSchema = z
  .object({
    query: z.string(),
    actors: z.array(actorSummarySchema),
    claims: z.array(claimSchema),
    documents: z.array(documentSummarySchema),
    meta: metaSchema,
  })
  .meta({ id: 'Search' });

const facetValueSchema = z
  .object({
    value: z.string().describe('as the lens parameter takes it'),
    label: z.string(),
    kind: z.enum(ACTOR_KINDS).nullable().describe('of a speaker; null for the rest'),
    claims: z
      .int()
      .describe('claims left with this value alone in its facet and every other condition as it is'),
  })
  .meta({ id: 'FacetValue' });

export const facetsSchema = z
  .object({
    facets: z.array(
      z
        .object({
          facet: z.enum(FACETS),
          claims: z.int().describe('claims left with no value of this facet chosen'),
          found: z.int().describe('values that leave a claim and hold the words of `q`'),
          values: z
            .array(facetValueSchema)
            .describe(
              'speakers, publishers, documents and types: most claims first; chosen ones always among them',
            ),
        })
        .meta({ id: 'Facet' }),
    ),
    days: z
      .record(z.enum(CLOCKS), z.object({ first: z.string().nullable(), last: z.string().nullable() }))
      .describe('first and last day on each clock that the other conditions leave; null where there is none'),
    meta: metaSchema,
  })
  .meta({ id: 'Facets' });

export const relationTypeRowSchema = z
  .object({
    id: z.string(),
    group: z.enum(TYPE_GROUPS),
    label: z.string(),
    inverse: z.string(),
    stance: z.enum(STANCES),
    mutual: z.boolean(),
    opposites: z.array(z.string()),
    plover: z.string().nullable(),
  })
  .meta({ id: 'RelationType' });

const nodeSchema = z.object({
  key: z.string(),
  attributes: z.object({
    label: z.string(),
    kind: z.enum(ACTOR_KINDS),
    claims: z.int(),
    spoken: z.int(),
    x: z.number(),
    y: z.number(),
    size: z.number(),
  }),
});
const { id: _id, typeLabel: _typeLabel, speakers: _speakers, ...edgeFields } = relationFields;
const edgeSchema = z.object({
  key: z.string().describe('relation id'),
  source: z.string(),
  target: z.string(),
  attributes: z.object({
    ...edgeFields,
    direction: z.enum(['out', 'both']),
    label: z.string(),
    speakers: z.array(z.string().nullable()).describe("actor ids; null is the document's own voice"),
    size: z.number(),
  }),
});

export const networkSchema = z
  .object({
    options: z.object({ type: z.literal('directed'), multi: z.literal(true), allowSelfLoops: z.boolean() }),
    attributes: z.object({
      meta: metaSchema,
      vocabulary: z.array(relationTypeRowSchema),
      dataset: z.object({
        documents: z.int().describe('that hold accepted claims'),
        digests: z.int().describe('of them'),
        disputes: z.int().describe('disputed relations'),
      }),
    }),
    nodes: z.array(nodeSchema),
    edges: z.array(edgeSchema),
  })
  .meta({ id: 'Network', description: "graphology's serialised form: graph.import(answer) works" });

export type Meta = z.infer<typeof metaSchema>;
export type ActorRef = z.infer<typeof actorRefSchema>;
export type ActorSummary = z.infer<typeof actorSummarySchema>;
export type ActorDetail = z.infer<typeof actorDetailSchema>;
export type ActorsAnswer = z.infer<typeof actorsSchema>;
export type NeighbourRelation = z.infer<typeof neighbourRelationSchema>;
export type NeighboursAnswer = z.infer<typeof neighboursSchema>;
export type DocumentRef = z.infer<typeof documentRefSchema>;
export type ClaimAnswer = z.infer<typeof claimSchema>;
export type ClaimsAnswer = z.infer<typeof claimsSchema>;
export type RelationDetail = z.infer<typeof relationDetailSchema>;
export type DocumentSummaryAnswer = z.infer<typeof documentSummarySchema>;
export type DocumentsAnswer = z.infer<typeof documentsSchema>;
export type DocumentDetail = z.infer<typeof documentDetailSchema>;
export type SearchAnswer = z.infer<typeof searchSchema>;
export type FacetsAnswer = z.infer<typeof facetsSchema>;
export type FacetAnswer = FacetsAnswer['facets'][number];
export type RelationTypeRow = z.infer<typeof relationTypeRowSchema>;
export type NetworkAnswer = z.infer<typeof networkSchema>;
