import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { disputesQuery } from '../../../graph-data/contract/queries.ts';
import { disputesSchema } from '../../../graph-data/contract/questions.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { getRelationId } from '../../../graph-data/network/network.ts';
import { viewDisputes } from '../../../graph-data/views/disputes-view.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer, readPages } from './expect-answer.ts';
import { readShippedDataset } from './shipped-context.ts';

const shipped = toSmallContext(readShippedDataset());
const ask = (query: string, context: ViewContext = shipped) =>
  viewDisputes(context, parseQuery(disputesQuery, new URLSearchParams(query)));

describe('viewDisputes', () => {
  it('when dataset and lens are any, then the disputed relations that the lens leaves are there, page by page as on one page', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        fc.integer({ min: 1, max: 3 }),
        async (dataset, lens, limit) => {
          const context = toSmallContext(dataset);
          const query = parseQuery(disputesQuery, new URLSearchParams(toLensParameters(lens)));
          const whole = await viewDisputes(context, { ...query, limit: 500 });
          expectAnswer(disputesSchema, whole);
          expect(await readPages(limit, (page) => viewDisputes(context, { ...query, ...page }))).toEqual(
            whole.items,
          );
          expect(whole.items).toHaveLength(whole.found);
          const { network } = context;
          const { relationClaims } = applyLens(network, lens);
          const left = [...network.disputes.keys()].filter((relation) => relationClaims[relation] !== 0);
          const listed = whole.items.flatMap(({ relations }) => relations);
          expect(listed).toEqual(
            expect.arrayContaining(left.map((relation) => getRelationId(network, relation))),
          );
          for (const { relations } of whole.items)
            expect(
              left.map((relation) => getRelationId(network, relation)).some((id) => relations.includes(id)),
            ).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('when asked of the shipped dataset, then there is one: supports against coerces, with the words of both sides', async () => {
    const { found, all, items } = await ask('');

    expect([found, all]).toEqual([1, 1]);
    expect(items[0]?.pair).toMatchObject({
      subject: { id: 'donald-trump' },
      object: { id: 'ukraine' },
      direction: 'out',
    });
    expect(items[0]?.relations.toSorted()).toEqual([
      'donald-trump.coerces.ukraine',
      'donald-trump.supports.ukraine',
    ]);
    for (const side of items[0]?.sides ?? []) {
      expect(side.first[0]?.evidence.sentence).toBeTruthy();
      expect(side.shown).toBe(side.claims);
      expect(side.ids).toHaveLength(side.claims);
    }
  });

  it('when the lens hides one side, then both are there, and how much of each it leaves', async () => {
    const { items, meta } = await ask('stance=negative');

    expect(items[0]?.sides.map(({ shown }) => shown > 0).toSorted()).toEqual([false, true]);
    expect(items[0]?.sides.every(({ claims, first }) => claims > 0 && first.length > 0)).toBe(true);
    expect(meta.cutBy).toEqual(['stance=negative', 'disputed=true']);
  });

  it('when the lens leaves none of the relations, then the dispute is not listed', async () => {
    expect(await ask('type=befriends')).toMatchObject({ found: 0, all: 1, items: [], nextCursor: null });
  });

  it('when a side has many speakers and claims, then the first are named by claims, and one claim an origin comes first', async () => {
    const sentence = 'The two of them had been seen at one table in the evening by all who were there.';
    const context = toSmallContext(
      toSmallDataset({
        claims: [
          ...Array.from({ length: 22 }, (_, at) => ({ says: 'x supports y', speaker: `voice-${at + 10}` })),
          { says: 'x supports y', speaker: 'voice-31' },
          { says: 'x coerces y', document: 'herald', sentence },
          { says: 'x coerces y', document: 'other', sentence },
          { says: 'x coerces y', document: 'herald' },
        ],
      }),
    );
    const [support, against] = (await ask('claims=2', context)).items[0]?.sides ?? [];

    expect(support).toMatchObject({ claims: 23, speakerCount: 22 });
    expect(support?.speakers).toHaveLength(20);
    expect(support?.speakers[0]).toMatchObject({ speaker: { id: 'voice-31' }, claims: 2 });
    expect(against).toMatchObject({ claims: 3, origins: 2, speakers: [{ speaker: null, claims: 3 }] });
    expect(new Set(against?.first.map(({ origin }) => origin)).size).toBe(2);
  });
});
