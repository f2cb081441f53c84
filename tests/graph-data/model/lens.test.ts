import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../../../graph-data/model/actor.ts';
import { STATUSES } from '../../../graph-data/model/claim.ts';
import type { ActorId, DocumentId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { CLOCKS, DEFAULT_LENS, toLensCuts, toLensParameters } from '../../../graph-data/model/lens.ts';
import { MODALITIES, STANCES } from '../../../graph-data/model/vocabulary.ts';

const some = <T>(...values: T[]) => fc.subarray(values);
const date = fc.constantFrom(null, '2025', '2025-03-13');
const anyLens: fc.Arbitrary<Lens> = fc.record({
  speakers: some<ActorId | 'none'>('none', 'peskov' as ActorId, 'witkoff' as ActorId),
  vias: some<ActorId | 'any' | 'none'>('any', 'none', 'putin' as ActorId),
  publishers: some('TASS', 'Newsweek', 'a=b&c'),
  documents: some('gift' as DocumentId, 'interview' as DocumentId),
  types: some('supports' as RelationTypeId, 'coerces' as RelationTypeId),
  stances: some(...STANCES),
  modalities: some(...MODALITIES),
  kinds: some(...ACTOR_KINDS),
  statuses: fc.subarray([...STATUSES], { minLength: 1 }),
  from: date,
  to: date,
  clock: fc.constantFrom(...CLOCKS),
  minClaims: fc.integer({ min: 1, max: 3 }),
  minOrigins: fc.integer({ min: 1, max: 3 }),
});

/** The same lens with every list in another order and its values said twice. */
const reordered = (lens: Lens): Lens => ({
  ...lens,
  speakers: lens.speakers.toReversed().concat(lens.speakers),
  vias: lens.vias.toReversed().concat(lens.vias),
  publishers: lens.publishers.toReversed().concat(lens.publishers),
  documents: lens.documents.toReversed().concat(lens.documents),
  types: lens.types.toReversed().concat(lens.types),
  stances: lens.stances.toReversed().concat(lens.stances),
  modalities: lens.modalities.toReversed().concat(lens.modalities),
  kinds: lens.kinds.toReversed().concat(lens.kinds),
  statuses: lens.statuses.toReversed().concat(lens.statuses),
});

describe('toLensParameters', () => {
  it('when the lens is the default, then there are none', () => {
    expect(toLensParameters(DEFAULT_LENS)).toEqual([]);
  });

  it('when everything is set, then each value is a pair, sorted by name and value', () => {
    const lens: Lens = {
      speakers: ['witkoff' as ActorId, 'none'],
      vias: ['putin' as ActorId, 'any'],
      publishers: ['TASS'],
      documents: ['gift' as DocumentId],
      types: ['supports' as RelationTypeId],
      stances: ['positive', 'negative'],
      modalities: ['denied'],
      kinds: ['person'],
      statuses: ['rejected', 'accepted'],
      from: '2025-03',
      to: '2025-04',
      clock: 'happened',
      minClaims: 2,
      minOrigins: 3,
    };
    expect(toLensParameters(lens)).toEqual([
      ['clock', 'happened'],
      ['document', 'gift'],
      ['from', '2025-03'],
      ['kind', 'person'],
      ['minClaims', '2'],
      ['minOrigins', '3'],
      ['modality', 'denied'],
      ['publisher', 'TASS'],
      ['speaker', 'none'],
      ['speaker', 'witkoff'],
      ['stance', 'negative'],
      ['stance', 'positive'],
      ['status', 'accepted'],
      ['status', 'rejected'],
      ['to', '2025-04'],
      ['type', 'supports'],
      ['via', 'any'],
      ['via', 'putin'],
    ]);
  });

  it('when the clock is set without a date, then it cuts nothing and is left out', () => {
    expect(toLensParameters({ ...DEFAULT_LENS, clock: 'happened' })).toEqual([]);
  });

  it('when values stand in another order or twice, then the pairs are the same', () => {
    fc.assert(
      fc.property(anyLens, (lens) => {
        expect(toLensParameters(reordered(lens))).toEqual(toLensParameters(lens));
      }),
    );
  });

  it('when two lenses differ in what they let through, then their pairs differ', () => {
    const canonical = (lens: Lens): unknown => ({
      ...lens,
      speakers: lens.speakers.toSorted(),
      publishers: lens.publishers.toSorted(),
      statuses: lens.statuses.toSorted(),
      clock: lens.from === null && lens.to === null ? 'said' : lens.clock,
    });
    fc.assert(
      fc.property(anyLens, anyLens, (a, b) => {
        const areSame = JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
        const haveSamePairs = JSON.stringify(toLensParameters(a)) === JSON.stringify(toLensParameters(b));
        expect(haveSamePairs).toBe(areSame);
      }),
    );
  });
});

describe('toLensCuts', () => {
  it('when statuses are chosen, then that is no cut', () => {
    expect(toLensCuts({ ...DEFAULT_LENS, statuses: ['proposed', 'rejected'] })).toEqual([]);
  });

  it('when conditions are in force, then each is said as name=value', () => {
    expect(toLensCuts({ ...DEFAULT_LENS, speakers: ['none'], minClaims: 2 })).toEqual([
      'minClaims=2',
      'speaker=none',
    ]);
  });
});
