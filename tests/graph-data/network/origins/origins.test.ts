import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OriginClaim } from '../../../../graph-data/network/origins/origins.ts';
import { findOrigins, jaccard, toShingles } from '../../../../graph-data/network/origins/origins.ts';

const WIRE =
  'Dmitry Peskov told reporters on Monday that the president had given the envoy a portrait as a personal gift';

/** The wire story as ten papers print it: capitals, quotes, a word more or less. */
const PRINTED = [
  WIRE,
  `${WIRE}.`,
  WIRE.toUpperCase(),
  `“${WIRE},”`,
  `${WIRE} to take home`,
  `Yesterday ${WIRE}`,
  WIRE.replace('told ', 'told\n  '),
  WIRE.replace('Peskov', 'Péskov'),
  `${WIRE}, agencies report`,
  WIRE.replace('personal ', ''),
];

const groupsOf = <Id>(origins: ReadonlyMap<Id, Id>): Set<Set<Id>> =>
  new Set([...Map.groupBy(origins.keys(), (id) => origins.get(id)).values()].map((ids) => new Set(ids)));

describe('findOrigins', () => {
  it('when ten papers print one wire story, then it is one origin, that of the first', () => {
    const claims = PRINTED.map((sentence, id) => ({ id, key: 'peskov', sentence }));
    expect(new Set(findOrigins(claims).values())).toEqual(new Set([0]));
  });

  it('when another speaker is said to have said it, then that is another origin', () => {
    const origins = findOrigins([
      { id: 1, key: 'peskov', sentence: WIRE },
      { id: 2, key: 'witkoff', sentence: WIRE },
      { id: 3, key: 'peskov', sentence: WIRE },
    ]);
    expect([...origins]).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
    ]);
  });

  it('when the same is said in other words, then that is another origin', () => {
    const origins = findOrigins([
      { id: 1, key: 'k', sentence: WIRE },
      {
        id: 2,
        key: 'k',
        sentence:
          'The gift of a portrait was confirmed by the spokesman of the Kremlin at the start of the week',
      },
    ]);
    expect(new Set(origins.values()).size).toBe(2);
  });

  it('when a sentence is shorter than five words, then it is compared whole', () => {
    const origins = findOrigins([
      { id: 1, key: 'k', sentence: 'Putin is a friend.' },
      { id: 2, key: 'k', sentence: 'PUTIN IS A FRIEND' },
      { id: 3, key: 'k', sentence: 'Putin is a foe.' },
      { id: 4, key: 'k', sentence: '…' },
    ]);
    expect([...origins.values()]).toEqual([1, 1, 3, 4]);
  });

  it('when two are alike only through a third, then all three are one origin in any order', () => {
    const words = Array.from({ length: 45 }, (_, at) => `w${at}`);
    const sentences = [0, 3, 6, 9].map((from) => words.slice(from, from + 36));
    const claims = sentences.map((sentence, id) => ({ id, key: 'k', sentence: sentence.join(' ') }));
    const shingles = claims.map((claim) => toShingles(claim.sentence));
    expect(jaccard(shingles[0] ?? new Set(), shingles[3] ?? new Set())).toBeLessThan(0.7);
    for (const order of [claims, claims.toReversed(), [0, 3, 1, 2].flatMap((at) => claims[at] ?? [])])
      expect(groupsOf(findOrigins(order))).toEqual(new Set([new Set([0, 1, 2, 3])]));
  });

  it('when claims come in any order, then the groups are the same, each named after its first', () => {
    const sentence = fc
      .array(fc.constantFrom('ann', 'saw', 'bob', 'and', 'cy'), { minLength: 6, maxLength: 12 })
      .map((words) => words.join(' '));
    const claims = fc
      .array(
        fc.record({
          key: fc.constantFrom('k', 'l'),
          sentence: fc.oneof(sentence, fc.constantFrom(...PRINTED)),
        }),
        {
          maxLength: 20,
        },
      )
      .map((list) => list.map((claim, id): OriginClaim<number> => ({ ...claim, id })));
    const twoOrders = claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(twoOrders, ([list, shuffled]) => {
        const [origins, others] = [findOrigins(list), findOrigins(shuffled)];
        expect(groupsOf(others)).toEqual(groupsOf(origins));
        for (const [id, origin] of origins) expect(origin).toBeLessThanOrEqual(id);
        for (const [id, origin] of others) {
          const at = (wanted: number) => shuffled.findIndex((claim) => claim.id === wanted);
          expect(at(origin)).toBeLessThanOrEqual(at(id));
        }
      }),
    );
  });

  it('when two claims of one key reach 0.7, then they are one origin, and none of another key ever', () => {
    const sentence = fc.integer({ min: 0, max: 14 }).map((at) => {
      const words = WIRE.split(' ');
      return [...words.slice(0, at), 'indeed', ...words.slice(at)].join(' ');
    });
    fc.assert(
      fc.property(sentence, sentence, fc.boolean(), (a, b, isSameKey) => {
        const origins = findOrigins([
          { id: 1, key: 'k', sentence: a },
          { id: 2, key: isSameKey ? 'k' : 'l', sentence: b },
        ]);
        const isAlike = jaccard(toShingles(a), toShingles(b)) >= 0.7;
        expect(origins.get(2)).toBe(isSameKey && isAlike ? 1 : 2);
      }),
    );
  });
});

describe('findOrigins of many claims of one key', () => {
  const compareAllPairs = (sentences: readonly string[]): Map<number, number> => {
    const sets = sentences.map(toShingles);
    const group = sets.map((_, at) => at);
    for (const [at, set] of sets.entries()) {
      for (const [other, before] of sets.slice(0, at).entries()) {
        if (jaccard(set, before) < 0.7) continue;
        const [mine, theirs] = [group[at] ?? at, group[other] ?? other];
        group.forEach((each, place) => {
          if (each === mine || each === theirs) group[place] = Math.min(mine, theirs);
        });
      }
    }
    return new Map(group.entries());
  };

  it('when sentences differ by a few words, then the origins are those found by comparing every pair', () => {
    const words = Array.from({ length: 24 }, (_, at) => `w${at}`);
    const edits = fc.array(fc.tuple(fc.nat(23), fc.constantFrom('', 'x', 'y z')), { maxLength: 4 });
    const cut = fc.tuple(fc.nat(8), fc.integer({ min: 9, max: 24 }));
    const sentence = fc.tuple(edits, cut).map(([changes, [from, to]]) => {
      const changed = [...words];
      for (const [at, text] of changes) changed[at] = text;
      return changed.slice(from, to).join(' ');
    });
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 30 }), (sentences) => {
        const claims = sentences.map((text, id) => ({ id, key: 'k', sentence: text }));
        expect(findOrigins(claims)).toEqual(compareAllPairs(sentences));
      }),
      { numRuns: 300 },
    );
  });

  it('when ten thousand are near-different, then each is its own origin, without comparing all pairs', () => {
    const claims = Array.from({ length: 10_000 }, (_, id) => ({
      id,
      key: 'k',
      sentence: `In the port on day ${id}, Ann Lee mobilises against Bo Ray over the new tariff of ${id % 97} per cent`,
    }));
    // Comparing every pair would outlast the time a test is given.
    expect(new Set(findOrigins(claims).values()).size).toBe(10_000);
  });
});

describe('toShingles', () => {
  it('when a text has six words, then two runs of five, without case, accents and punctuation', () => {
    expect(toShingles('Émile’s “gift”, in 2025: Gone!')).toEqual(
      new Set(['emile s gift in 2025', 's gift in 2025 gone']),
    );
  });

  it.each([
    ['', ['']],
    ['one two', ['one two']],
    ['Путин назвал его своим другом', ['путин назвал его своим другом']],
  ])('when the text is %j, then the shingles are %j', (text, shingles) => {
    expect(toShingles(text)).toEqual(new Set(shingles));
  });
});

describe('jaccard', () => {
  it.each([
    [['a', 'b', 'c'], ['b', 'c', 'd'], 0.5],
    [['a'], ['a'], 1],
    [['a'], ['b'], 0],
    [[], [], 1],
    [[], ['a'], 0],
  ])('when the sets are %j and %j, then %d', (a, b, expected) => {
    expect(jaccard(new Set<string>(a), new Set<string>(b))).toBe(expected);
    expect(jaccard(new Set<string>(b), new Set<string>(a))).toBe(expected);
  });
});
