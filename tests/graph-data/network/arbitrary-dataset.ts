import fc from 'fast-check';
import type { Actor } from '../../../graph-data/model/actor.ts';
import { ACTOR_KINDS } from '../../../graph-data/model/actor.ts';
import { STATUSES } from '../../../graph-data/model/claim.ts';
import type { ActorId, DocumentId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { CLOCKS } from '../../../graph-data/model/lens.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';
import type { SmallClaim, SmallDataset } from '../../fixtures/small-network.ts';
import { toSmallDataset } from '../../fixtures/small-network.ts';

/** Few ids, types and dates, so that random claims meet, agree and contradict each other. */
const ACTOR_IDS = ['ann', 'bob', 'cy', 'dee', 'eve', 'fay', 'gus'];
const TYPES = [
  'befriends',
  'distrusts',
  'supports',
  'coerces',
  'rejects',
  'consults',
  'agrees-with',
  'leads',
];
const DOCUMENT_IDS = ['gazette', 'herald', 'times'];
const PUBLISHERS = ['North', 'South'];
const DATES = ['2025-03', '2025-03-13', '2025-03-13/2025-03-18', '2024', '1945/..', '../2024-06', '2025-04~'];
const SENTENCES = [
  undefined,
  'A spokesman told the evening news on Sunday that the two of them had come to terms.',
  'A spokesman told the evening news on Sunday that the two of them had come to blows.',
];

/** An optional property: left out half of the time, as `exactOptionalPropertyTypes` wants it. */
const optional = <K extends string, T>(key: K, value: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> =>
  fc
    .option(value, { nil: undefined })
    .map((chosen) => (chosen === undefined ? {} : { [key]: chosen })) as fc.Arbitrary<{
    [P in K]?: T;
  }>;

const actors: fc.Arbitrary<Actor[]> = fc
  .tuple(
    ...ACTOR_IDS.map((_, index) => fc.tuple(fc.constantFrom(...ACTOR_KINDS), fc.nat({ max: index * 3 }))),
  )
  .map((drawn) =>
    drawn.map(([kind, at], index): Actor => {
      const id = ACTOR_IDS[index] as ActorId;
      // A third of the actors are merged into one before them, so that chains come up and circles do not.
      const mergedInto = at < index ? ACTOR_IDS[at] : undefined;
      const actor = { id, name: id, kind, aliases: [] };
      return mergedInto === undefined ? actor : { ...actor, mergedInto: mergedInto as ActorId };
    }),
  );

const documents = fc.tuple(
  ...DOCUMENT_IDS.map((id, index) =>
    optional('publishedAt', fc.constantFrom(...DATES)).map((date) => ({
      id,
      publisher: PUBLISHERS[index % 2] ?? '',
      ...date,
    })),
  ),
);

const claim: fc.Arbitrary<SmallClaim> = fc
  .tuple(
    fc.record({
      says: fc
        .tuple(fc.constantFrom(...ACTOR_IDS), fc.constantFrom(...TYPES), fc.constantFrom(...ACTOR_IDS))
        .map((words) => words.join(' ')),
      document: fc.constantFrom(...DOCUMENT_IDS),
      label: fc.constantFrom('friend', 'ally', 'partner'),
      stance: fc.constantFrom(...STANCES),
      modality: fc.constantFrom(...MODALITIES, 'asserted' as const, 'denied' as const),
      speaker: fc.option(fc.constantFrom(...ACTOR_IDS)),
      via: fc.subarray(ACTOR_IDS, { maxLength: 2 }),
      status: fc.constantFrom(...STATUSES, 'accepted' as const, 'accepted' as const),
    }),
    optional('saidOn', fc.constantFrom(...DATES)),
    optional('happenedOn', fc.constantFrom(...DATES)),
    optional(
      'sentence',
      fc.constantFrom(...SENTENCES).filter((sentence) => sentence !== undefined),
    ),
  )
  .map((parts) => Object.assign({}, ...parts) as SmallClaim);

/** A dataset of seven actors, some merged into others, three documents and up to 30 claims of any kind. */
export const arbitraryDataset: fc.Arbitrary<SmallDataset> = fc
  .record({ actors, documents, claims: fc.array(claim, { maxLength: 30 }) })
  .map((input) => {
    const dataset = toSmallDataset(input);
    // What a failing run prints: what was drawn, not the whole vocabulary.
    Object.defineProperty(dataset, fc.toStringMethod, { value: () => fc.stringify(input) });
    return dataset;
  });

const few = <T>(values: readonly T[]): fc.Arbitrary<T[]> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<T[]>([]) },
    { weight: 1, arbitrary: fc.subarray([...values]) },
  );
const date = fc.option(fc.constantFrom(...DATES, '2025-03-20', '2026'), { freq: 1 });

/** Any lens over such a dataset; each condition is off more often than not. */
export const arbitraryLens: fc.Arbitrary<Lens> = fc.record({
  speakers: few([...(ACTOR_IDS as ActorId[]), 'none' as const]),
  vias: few([...(ACTOR_IDS as ActorId[]), 'any' as const, 'none' as const]),
  publishers: few(PUBLISHERS),
  documents: few(DOCUMENT_IDS as DocumentId[]),
  types: few(TYPES as RelationTypeId[]),
  stances: few(STANCES),
  modalities: few(MODALITIES),
  kinds: few(ACTOR_KINDS),
  statuses: fc.oneof(fc.constant(['accepted' as const]), fc.subarray([...STATUSES], { minLength: 1 })),
  from: date,
  to: date,
  clock: fc.constantFrom(...CLOCKS),
  minClaims: fc.constantFrom(1, 1, 1, 2, 3),
  minOrigins: fc.constantFrom(1, 1, 1, 2),
});
