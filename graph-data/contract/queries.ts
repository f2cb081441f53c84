import { z } from 'zod';
import { GEXF_VERSIONS } from '../formats/gexf/gexf-writer.ts';
import { ACTOR_KINDS } from '../model/actor.ts';
import { STATUSES } from '../model/claim.ts';
import { parseDate } from '../model/dates.ts';
import type { ActorId, DocumentId, RelationTypeId } from '../model/ids.ts';
import type { Lens } from '../model/lens.ts';
import { CLOCKS, DEFAULT_LENS } from '../model/lens.ts';
import { MODALITIES, STANCES } from '../model/vocabulary.ts';
import { COMPARED_BY, COMPARED_SIDES } from '../network/compare/compared.ts';
import { MOST_AT_ONCE, parseExpansion } from '../network/expansion.ts';
import { DEEPEST, DIRECTIONS } from '../network/neighbourhood/neighbourhood.ts';
import { BUCKETS } from '../network/timeline/buckets.ts';
import { MOST_BUCKETS, MOST_CHOSEN } from '../network/timeline/timeline.ts';

/** The parameters of every call. Each is text in the URL; these schemas turn it into values and state the bounds. */

export const LONGEST_QUERY = 200;
const LONGEST_VALUE = 200;
const MOST_VALUES = 100;
export const MOST_ITEMS = 500;
/** Claims that are put in order of certainty, which stands on the disk. */
export const MOST_ORDERED = 20_000;
export const MOST_ACTORS = 100_000;
const MOST_RELATIONS = 10_000_000;

export const text = z.string().max(LONGEST_VALUE);
const many = <T extends z.ZodType>(item: T) => z.array(item).max(MOST_VALUES).default([]);
export const whole = (least: number, most: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/, 'expected a whole number')
    .meta({ type: 'integer', minimum: least, maximum: most })
    .transform(Number)
    .pipe(z.number().min(least).max(most));
const date = z
  .string()
  .refine((value) => parseDate(value) !== undefined, 'expected an EDTF date such as 2025-03-13 or 2025-03');
const q = z.string().max(LONGEST_QUERY);
export const limit = whole(1, MOST_ITEMS).default(50).describe(`items a page, 1 to ${MOST_ITEMS}`);
export const cursor = z.string().max(500).optional().describe('the `nextCursor` of the page before');

/** The parameters that make up a lens: the same wherever a network is read. */
export const lensFields = {
  speaker: many(text).describe("actor id, or `none` for the document's own voice"),
  via: many(text).describe(
    'actor id of an inner speaker ("Witkoff, quoting Putin"), `any` for claims that have one, or `none`',
  ),
  publisher: many(text),
  document: many(text),
  type: many(text).describe('an id of the vocabulary'),
  stance: many(z.enum(STANCES)),
  modality: many(z.enum(MODALITIES)),
  kind: many(z.enum(ACTOR_KINDS)).describe('both actors must be of these kinds'),
  status: many(z.enum(STATUSES)).describe('accepted unless said'),
  from: date.optional().describe('EDTF; claims whose date may be on or after it'),
  to: date.optional().describe('EDTF; claims whose date may be on or before it'),
  clock: z.enum(CLOCKS).default('said').describe('said: saidOn, or else publication; happened: happenedOn'),
  minClaims: whole(1, 1_000_000).default(1).describe('relations with at least so many claims'),
  minOrigins: whole(1, 1_000_000).default(1),
};
type LensParameters = z.output<z.ZodObject<typeof lensFields>>;

export const networkQuery = z.strictObject({
  ...lensFields,
  limit: whole(1, MOST_ACTORS).default(2000).describe('at most so many actors, most claims first'),
  relations: whole(1, MOST_RELATIONS)
    .default(10_000)
    .describe("at most so many relations between them: each actor's strongest, then most claims first"),
  expand: many(
    z
      .string()
      .max(LONGEST_VALUE)
      .refine((value) => parseExpansion(value) !== undefined, 'expected ACTOR.COUNT or ACTOR.COUNT.TYPE'),
  ).describe(
    `ACTOR.COUNT or ACTOR.COUNT.TYPE: beyond both limits, so many (1 to ${MOST_AT_ONCE}) of the actor's neighbours not yet ` +
      'tied to it in the answer, most claims first',
  ),
});
export const EXPORT_LEVELS = ['relations', 'claims'] as const;
export const exportQuery = z.strictObject({
  ...lensFields,
  level: z.enum(EXPORT_LEVELS).default('relations'),
  around: many(text).describe('actor ids: only relations with one of these at an end'),
  between: many(text).describe('actor ids: only relations between any two of these, either way'),
});
export const gexfQuery = z.strictObject({
  ...exportQuery.shape,
  gexf: z
    .enum(GEXF_VERSIONS)
    .default('1.3')
    .describe('1.2 for older tools; it knows no `kind`, so that Gephi merges parallel edges'),
});
export const actorsQuery = z.strictObject({
  q: q.default(''),
  kind: lensFields.kind.describe('of these kinds'),
  limit,
  cursor,
});
/** Of calls that take a lens and nothing else. */
export const lensQuery = z.strictObject(lensFields);
export const neighboursQuery = z.strictObject({
  ...lensFields,
  direction: z.enum(DIRECTIONS).default('both'),
  depth: whole(1, DEEPEST).default(1).describe(`steps, 1 to ${DEEPEST}`),
  // An item holds what ties two actors: 50 of a hub's are more than a first question asks for.
  limit: whole(1, MOST_ITEMS).default(20).describe(`items a page, 1 to ${MOST_ITEMS}`),
  relations: whole(1, MOST_RELATIONS)
    .default(3)
    .describe(
      'at most so many relations a neighbour, most claims first; `relationCount` says how many there are',
    ),
  cursor,
});
export const CLAIM_ORDERS = ['relation', 'certainty'] as const;
export const claimsQuery = z.strictObject({
  ...lensFields,
  subject: many(text).describe('actor id'),
  object: many(text).describe('actor id'),
  between: many(text).describe('actor ids: claims between any two of these, either way'),
  relation: many(text).describe('relation id'),
  q: q.default('').describe('words of the sentence, quote or label'),
  order: z
    .enum(CLAIM_ORDERS)
    .default('relation')
    .describe(
      'relation: by subject, type, object and id; certainty: most certain first, then by document and place in its text ' +
        `(of at most ${MOST_ORDERED} claims: narrow what is asked where there are more)`,
    ),
  limit,
  cursor,
});
export const emptyQuery = z.strictObject({});
export const documentsQuery = z.strictObject({ limit, cursor });
/** What the lens can be narrowed by, in the order they are answered. */
export const FACETS = [
  'speaker',
  'publisher',
  'document',
  'type',
  'stance',
  'modality',
  'kind',
  'clock',
  'minClaims',
  'minOrigins',
] as const;
export const facetsQuery = z.strictObject({
  ...lensFields,
  facet: many(z.enum(FACETS)).describe('only these; all unless said'),
  q: q.default('').describe('words of the values of `speaker`, `publisher` and `document`'),
  limit: whole(1, MOST_ITEMS)
    .default(10)
    .describe(`at most so many speakers, publishers and documents, most claims first; 1 to ${MOST_ITEMS}`),
});
export const searchQuery = z.strictObject({
  q: q.min(1),
  limit: whole(1, 50).default(10).describe('of each kind, 1 to 50'),
});
export const timelineQuery = z.strictObject({
  ...lensFields,
  bucket: z
    .enum(['auto', ...BUCKETS])
    .default('auto')
    .describe(`auto: the finest that keeps to ${MOST_CHOSEN}; any other may make at most ${MOST_BUCKETS}`),
  within: date
    .optional()
    .describe(
      'EDTF: only the buckets it touches, finer ones therefore; what lies before and after is counted',
    ),
});
const claimsEach = whole(1, 20).default(3).describe('at most so many claims a side of each item, 1 to 20');
const twoViews = {
  ...lensFields,
  by: z.enum(COMPARED_BY).describe("the lens's own values of it stand aside"),
  a: text.describe('a speaker (`none` too), publisher, document or EDTF date on the clock of the lens'),
  b: text,
};
export const compareColumnsQuery = z.strictObject({
  ...twoViews,
  actors: whole(1, MOST_ACTORS)
    .default(2000)
    .describe('whose relations have their side told: at most so many actors, as `limit` of /network'),
  relations: whole(1, MOST_RELATIONS).default(10_000).describe('and so many relations, as there'),
});
const side = many(z.enum(COMPARED_SIDES)).describe('items of these only; all but `both` unless said');
export const compareQuery = z.strictObject({
  ...compareColumnsQuery.shape,
  side,
  claims: claimsEach,
  limit,
  cursor,
});
export const compareTableQuery = z.strictObject({ ...twoViews, side });
export const disputesQuery = z.strictObject({ ...lensFields, claims: claimsEach, limit, cursor });

export type NetworkQuery = z.output<typeof networkQuery>;
export type ExportQuery = z.output<typeof exportQuery>;
export type GexfQuery = z.output<typeof gexfQuery>;
export type ActorsQuery = z.output<typeof actorsQuery>;
export type LensQuery = z.output<typeof lensQuery>;
export type NeighboursQuery = z.output<typeof neighboursQuery>;
export type ClaimsQuery = z.output<typeof claimsQuery>;
export type FacetsQuery = z.output<typeof facetsQuery>;
export type DocumentsQuery = z.output<typeof documentsQuery>;
export type SearchQuery = z.output<typeof searchQuery>;
export type TimelineQuery = z.output<typeof timelineQuery>;
export type CompareColumnsQuery = z.output<typeof compareColumnsQuery>;
export type CompareTableQuery = z.output<typeof compareTableQuery>;
export type CompareQuery = z.output<typeof compareQuery>;
export type DisputesQuery = z.output<typeof disputesQuery>;

/** The lens the parameters ask for. Whether the ids in it exist is checked by the view. */
export function toLens(parameters: LensParameters): Lens {
  return {
    speakers: parameters.speaker as ActorId[],
    vias: parameters.via as ActorId[],
    publishers: parameters.publisher,
    documents: parameters.document as DocumentId[],
    types: parameters.type as RelationTypeId[],
    stances: parameters.stance,
    modalities: parameters.modality,
    kinds: parameters.kind,
    statuses: parameters.status.length > 0 ? parameters.status : DEFAULT_LENS.statuses,
    from: parameters.from ?? null,
    to: parameters.to ?? null,
    clock: parameters.clock,
    minClaims: parameters.minClaims,
    minOrigins: parameters.minOrigins,
  };
}
