import { z } from 'zod';
import { MODALITIES } from '../model/vocabulary.ts';
import { PATH_DIRECTIONS } from '../network/paths/hop-table.ts';
import { LONGEST_PATH } from '../network/paths/path-levels.ts';
import {
  actorRefSchema,
  claimSchema,
  metaSchema,
  neighbourRelationSchema,
  relationFields,
} from './answers.ts';
import { cursor, lensFields, limit, text, whole } from './queries.ts';

/** How actors are connected, who speaks, and whom publishers let speak: parameters and answers. */

export const MOST_PATHS = 20;
/** Beside `from`: every pair of them all is a search of its own. */
const MOST_ENDS = 5;
/** Claims that stand for one hop, so that each has its sentence. */
export const MOST_SENTENCES = 3;
/** Hops that all searches of a call look at together. */
export const MOST_LOOKS = 30_000_000;
/** Of the lists within an item: speakers quoted, chains. */
export const MOST_NAMED = 10;

export const pathsQuery = z.strictObject({
  ...lensFields,
  // Elsewhere the dates of a lens have these names.
  from: text.describe('actor id'),
  to: z
    .array(text)
    .min(1)
    .max(MOST_ENDS)
    .describe(`actor ids, up to ${MOST_ENDS}: with \`from\` every two of them are asked about`),
  dateFrom: lensFields.from.describe('EDTF; claims whose date may be on or after it (`from` elsewhere)'),
  dateTo: lensFields.to.describe('EDTF; claims whose date may be on or before it (`to` elsewhere)'),
  k: whole(1, MOST_PATHS).default(5).describe(`paths at most, 1 to ${MOST_PATHS}`),
  maxLength: whole(1, LONGEST_PATH).default(4).describe(`hops at most, 1 to ${LONGEST_PATH}`),
  avoidHubs: whole(1, 1_000_000)
    .optional()
    .describe('paths lead through no actor with more neighbours than this under the lens'),
  direction: z
    .enum(PATH_DIRECTIONS)
    .default('any')
    .describe('forward: from subject to object alone, from the actor named first to the one named later'),
});
export const speakersQuery = z.strictObject({ ...lensFields, limit, cursor });
export const publishersQuery = z.strictObject({
  ...lensFields,
  speakers: whole(1, 500)
    .default(MOST_NAMED)
    .describe(
      'at most so many speakers a publisher, most claims first; `speakerCount` says how many there are',
    ),
  limit,
  cursor,
});

export type PathsQuery = z.output<typeof pathsQuery>;
export type SpeakersQuery = z.output<typeof speakersQuery>;
export type PublishersQuery = z.output<typeof publishersQuery>;

const { with: _with, speakerCount: _count, ...hopFields } = neighbourRelationSchema.shape;
const hopSchema = z
  .object({
    from: actorRefSchema,
    to: actorRefSchema,
    claims: z.int().describe('of all relations of the two that may be followed this way; so are `origins`'),
    origins: z.int(),
    disputed: z.boolean().describe('whether any of these relations is'),
    relation: z
      .object({ ...hopFields, typeLabel: z.string(), speakers: relationFields.speakers })
      .describe('the one with most origins, then claims; `direction` seen from `from`'),
    otherRelations: z.int().describe('how many more there are'),
    sentences: z
      .array(z.int())
      .describe(
        `places in \`claims\`, from 0: up to ${MOST_SENTENCES} of the relation, each of an origin of its own`,
      ),
  })
  .meta({ id: 'Hop' });

const readingSchema = z
  .object({
    subject: actorRefSchema,
    words: z
      .string()
      .describe('what the subject does: its type in words; of a relation of no type the label'),
    label: z.string().nullable().describe('as most claims put it, where that is in other words'),
    object: actorRefSchema,
    modality: z.enum(MODALITIES).describe('of most claims'),
    speakers: z.array(actorRefSchema.nullable()).describe("up to three; null is the document's own voice"),
    speakerCount: z.int(),
    disputed: z.boolean(),
    notes: z.array(z.int()).describe('footnotes, from 1: note n is claim n - 1 of `claims`'),
  })
  .meta({ id: 'ReadingStep', description: 'One hop of a path as a sentence in parts' });

const connectionSchema = z
  .object({
    from: actorRefSchema,
    to: actorRefSchema,
    paths: z
      .array(
        z.object({
          length: z.int().describe('hops'),
          strength: z.int().describe('origins of its weakest hop'),
          actors: z.array(actorRefSchema),
          hops: z.array(hopSchema),
          reading: z.array(readingSchema),
        }),
      )
      .describe('shortest first, then strongest, then by the ids of their actors'),
    hasMore: z.boolean().describe('whether there are more than these'),
    isComplete: z
      .boolean()
      .describe('false where not all ways could be looked at: what may be missing comes after these'),
    unrestricted: z
      .object({
        paths: z.int().describe('at most `k`'),
        hasMore: z.boolean(),
        isComplete: z.boolean(),
        length: z.int().nullable().describe('hops of the shortest'),
      })
      .nullable()
      .describe(
        'what there is within `maxLength` without lens, `avoidHubs` and direction; null where paths were found, or ' +
          'nothing of the kind was in force',
      ),
  })
  .meta({ id: 'Connection' });

export const pathsSchema = z
  .object({
    connections: z.array(connectionSchema).describe('one for every two actors, in the order they were named'),
    claims: z
      .array(claimSchema)
      .describe('all that stand for hops, each once, in the order of their footnotes'),
    meta: metaSchema,
  })
  .meta({ id: 'Paths' });

const quotedSchema = z.object({ actor: actorRefSchema.nullable(), claims: z.int() });
const quotedList = z.array(quotedSchema);
const page = { nextCursor: z.string().nullable(), meta: metaSchema };

export const speakersSchema = z
  .object({
    items: z.array(
      z
        .object({
          speaker: actorRefSchema.nullable().describe("null is the documents' own voice"),
          claims: z.int().describe('said by it'),
          about: z.int().describe('claims with it as subject or object, whoever says so'),
          aboutItself: z.int().describe('of those, the ones it says itself'),
          heard: z.int().describe('claims that others hand on as its word'),
          documents: z.int().describe('in which it is the speaker'),
          publishers: z.int(),
          quotes: quotedList.describe(`whom it hands on, up to ${MOST_NAMED}, most claims first`),
          quoteCount: z.int().describe('how many it hands on'),
          quotedBy: quotedList.describe(
            `who hands it on, up to ${MOST_NAMED}; null is the document's own voice`,
          ),
          quotedByCount: z.int(),
          chains: z
            .array(z.object({ speakers: z.array(actorRefSchema.nullable()), claims: z.int() }))
            .describe(
              `hearsay it stands in, outermost first ("Witkoff, quoting Putin"), up to ${MOST_NAMED}`,
            ),
          chainCount: z.int(),
        })
        .meta({ id: 'Speaker' }),
    ),
    ...page,
  })
  .meta({ id: 'Speakers' });

const share = z.number().min(0).max(1);
export const publishersSchema = z
  .object({
    whole: z.object({
      claims: z.int().describe('under the lens, of all publishers'),
      speakers: z.int().describe('who is heard in them, the own voice among them'),
    }),
    items: z.array(
      z
        .object({
          publisher: z.string(),
          documents: z.int().describe('that have a claim under the lens'),
          claims: z.int(),
          share: share.describe('of the whole'),
          handedOn: z.int().describe('claims that come through somebody else (`via`)'),
          speakerCount: z.int(),
          speakers: z
            .array(
              z.object({
                speaker: actorRefSchema.nullable().describe("null is the document's own voice"),
                claims: z.int(),
                share: share.describe("of the publisher's claims"),
                wholeClaims: z.int().describe('of all publishers'),
                wholeShare: share,
              }),
            )
            .describe('most claims first, then by id'),
        })
        .meta({ id: 'Publisher' }),
    ),
    ...page,
  })
  .meta({ id: 'Publishers' });

export type PathsAnswer = z.infer<typeof pathsSchema>;
export type Connection = PathsAnswer['connections'][number];
export type PathAnswer = Connection['paths'][number];
export type HopAnswer = PathAnswer['hops'][number];
export type SpeakersAnswer = z.infer<typeof speakersSchema>;
export type PublishersAnswer = z.infer<typeof publishersSchema>;
