import { z } from 'zod';
import { ACTOR_KINDS } from '../model/actor.ts';
import { CLOCKS } from '../model/lens.ts';
import { COMPARED_BY, COMPARED_SIDES } from '../network/compare/compared.ts';
import { BUCKETS } from '../network/timeline/buckets.ts';
import { actorRefSchema, claimSchema, metaSchema } from './answers.ts';

/** The answers to what a reader asks of the whole: when, whose view, who disagrees. */

const day = z.string().describe('YYYY-MM-DD');
const stanceCounts = { positive: z.int(), neutral: z.int(), negative: z.int() };

export const timelineSchema = z
  .object({
    clock: z.enum(CLOCKS),
    bucket: z.enum(BUCKETS).describe('what was asked for; of `auto` the finest that keeps to 120'),
    fitting: z.array(z.enum(BUCKETS)).describe('those that the span may be cut into, finest first'),
    from: z.string().nullable().describe("the lens's own, which cuts nothing here"),
    to: z.string().nullable(),
    first: day.nullable().describe('first and last day that a date names; null where there is none'),
    last: day.nullable(),
    buckets: z
      .array(
        z
          .object({
            start: day,
            end: day,
            label: z.string().describe('EDTF: to be handed back as `from` or `to`'),
            ...stanceCounts,
            vague: z
              .int()
              .describe('claims whose date reaches beyond the bucket: counted in each that it touches'),
          })
          .meta({ id: 'TimeBucket' }),
      )
      .describe('in order, none left out between the first and the last'),
    spans: z
      .array(
        z
          .object({
            date: z.string().describe('EDTF, as most of the claims write it'),
            start: day
              .nullable()
              .describe('null where it is open, or of another age than the years 0 to 9999'),
            end: day.nullable(),
            ...stanceCounts,
          })
          .meta({ id: 'TimeSpan' }),
      )
      .describe('the dates that reach beyond a bucket, most claims first, at most 100'),
    spanCount: z.int().describe('how many such dates there are'),
    vague: z.int().describe('claims with such a date'),
    undated: z.int().describe('claims without a date on this clock'),
    before: z.int().describe('claims whose date ends before the first bucket'),
    after: z.int().describe('claims whose date begins after the last'),
    meta: metaSchema,
  })
  .meta({ id: 'Timeline' });

const comparedSchema = z
  .object({
    value: z.string(),
    label: z.string(),
    kind: z.enum(ACTOR_KINDS).nullable().describe('of a speaker; null for the rest'),
    relations: z.int(),
    claims: z.int(),
  })
  .meta({ id: 'Compared' });

const pairSchema = z
  .object({
    subject: actorRefSchema,
    object: actorRefSchema,
    direction: z.enum(['out', 'both']).describe('both: of mutual types, or both ways'),
  })
  .meta({ id: 'Pair' });

export const compareSchema = z
  .object({
    by: z.enum(COMPARED_BY),
    a: comparedSchema,
    b: comparedSchema,
    counts: z
      .record(z.enum(COMPARED_SIDES), z.int())
      .describe(
        'relations that only A states, only B, both without contradiction, and those they contradict in',
      ),
    sides: z
      .record(z.string(), z.enum(COMPARED_SIDES))
      .describe('whose each relation is, by id; `meta` says how many of all these are'),
    found: z.int().describe('how many items there are on all pages'),
    items: z
      .array(
        z
          .object({
            pair: pairSchema,
            side: z.enum(COMPARED_SIDES),
            relations: z
              .array(z.string())
              .describe('ids: one, or all that a contradiction about a pair takes part in'),
            origins: z.object({ a: z.int(), b: z.int() }),
            claims: z.object({ a: z.int(), b: z.int() }).describe('how many there are of each'),
            a: z.array(claimSchema).describe('what A says: of a contradiction what B contradicts'),
            b: z.array(claimSchema),
          })
          .meta({ id: 'Difference' }),
      )
      .describe('contradictions first; those of most origins first, by the weaker side, then both together'),
    nextCursor: z.string().nullable(),
    meta: metaSchema,
  })
  .meta({ id: 'Comparison' });

const disputeSideSchema = z
  .object({
    claims: z.int(),
    shown: z.int().describe('how many of them pass the lens'),
    origins: z.int(),
    speakers: z
      .array(z.object({ speaker: actorRefSchema.nullable(), claims: z.int() }))
      .describe("most claims first, at most 20; null is the document's own voice"),
    speakerCount: z.int(),
    ids: z.array(z.string()).describe('ids of its claims by relation and id, at most 500'),
    first: z.array(claimSchema).describe('one an origin first, then by relation and id'),
  })
  .meta({ id: 'DisputeSide' });

export const disputesSchema = z
  .object({
    found: z.int().describe('disputes of which the lens leaves a relation'),
    all: z.int().describe('disputes of the whole dataset'),
    items: z
      .array(
        z
          .object({
            pair: pairSchema,
            relations: z.array(z.string()).describe('ids of the disputed relations'),
            sides: z
              .tuple([disputeSideSchema, disputeSideSchema])
              .describe('whole, whatever the lens leaves of them'),
          })
          .meta({ id: 'Dispute' }),
      )
      .describe('most origins of the weaker side first, then of both together'),
    nextCursor: z.string().nullable(),
    meta: metaSchema,
  })
  .meta({ id: 'Disputes' });

export type Pair = z.infer<typeof pairSchema>;
export type TimelineAnswer = z.infer<typeof timelineSchema>;
export type CompareAnswer = z.infer<typeof compareSchema>;
export type DisputesAnswer = z.infer<typeof disputesSchema>;
