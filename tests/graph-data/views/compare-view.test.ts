import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BrokenColumnsError, decodeColumns } from '../../../graph-data/contract/columns/column-file.ts';
import { decodeNetwork } from '../../../graph-data/contract/columns/decode-network.ts';
import { decodeSides } from '../../../graph-data/contract/columns/decode-sides.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { compareQuery, networkQuery } from '../../../graph-data/contract/queries.ts';
import { compareSchema } from '../../../graph-data/contract/questions.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { viewCompare, viewCompareColumns } from '../../../graph-data/views/compare-view.ts';
import { viewNetwork, viewNetworkColumns } from '../../../graph-data/views/network-view.ts';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer, readPages } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';
import { readShippedDataset } from './shipped-context.ts';

const shipped = toSmallContext(readShippedDataset());
const queryOf = (parameters: string | string[][]) =>
  parseQuery(compareQuery, new URLSearchParams(parameters as string));
const ask = (query: string, context: ViewContext = shipped) => viewCompare(context, queryOf(query));

const anyQuestion = fc.oneof(
  fc.constantFrom(
    ['speaker', 'ann', 'none'],
    ['publisher', 'North', 'South'],
    ['document', 'gazette', 'times'],
    ['date', '2025-03', '2024'],
  ),
);

describe('viewCompare', () => {
  it('when dataset, lens and question are any, then the answer is of the contract’s shape, and its pages are one long page', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        anyQuestion,
        fc.integer({ min: 1, max: 4 }),
        async (dataset, lens, [by = '', a = '', b = ''], limit) => {
          const context = toSmallContext(dataset);
          const query = queryOf([
            ...toLensParameters(lens),
            ['by', by],
            ['a', a],
            ['b', b],
            ['claims', '20'],
          ]);
          const whole = await viewCompare(context, { ...query, limit: 500 });
          expectAnswer(compareSchema, whole);
          expect(whole.items).toHaveLength(whole.found);
          expect(await readPages(limit, (page) => viewCompare(context, { ...query, ...page }))).toEqual(
            whole.items,
          );
          const sides = Object.values(whole.sides);
          for (const side of ['a', 'b', 'both', 'contradict'] as const)
            expect(sides.filter((each) => each === side)).toHaveLength(whole.counts[side]);
          const order = whole.items.map(({ side }) => side === 'contradict');
          expect(order).toEqual(order.toSorted((one, next) => Number(next) - Number(one)));
          for (const item of whole.items) {
            expect(item.relations.map((id) => whole.sides[id])).toEqual(item.relations.map(() => item.side));
            expect([item.a.length, item.b.length]).toEqual([item.claims.a, item.claims.b]);
            for (const claim of [...item.a, ...item.b]) expect(item.relations).toContain(claim.relation);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('when speakers are compared within a budget, then the sides are of the relations that the network of both shows', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, fc.integer({ min: 1, max: 6 }), async (dataset, most) => {
        const context = toSmallContext(dataset);
        const network = viewNetwork(
          context,
          parseQuery(
            networkQuery,
            new URLSearchParams(`speaker=ann&speaker=none&limit=${most}&relations=${most}`),
          ),
        );
        const { sides, meta } = await ask(
          `by=speaker&a=ann&b=none&actors=${most}&relations=${most}`,
          context,
        );
        expect(Object.keys(sides).sort()).toEqual(network.edges.map(({ key }) => key).sort());
        expect(meta.shown).toEqual(network.attributes.meta.shown);
        expect(meta.total).toEqual(network.attributes.meta.total);
      }),
      { numRuns: 60 },
    );
  });

  it('when asked for as columns, then they hold the relations whose sides are told, with the claims of both', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryDataset,
        arbitraryLens,
        anyQuestion,
        async (dataset, lens, [by = '', a = '', b = '']) => {
          const context = toSmallContext(dataset);
          const query = queryOf([
            ...toLensParameters(lens),
            ['by', by],
            ['a', a],
            ['b', b],
            ['relations', '4'],
          ]);
          const bytes = viewCompareColumns(context, query);
          const { edges, attributes } = decodeNetwork(bytes);
          const sides = decodeSides(bytes);
          const answer = await viewCompare(context, query);
          expect(Object.fromEntries(edges.map(({ key }, edge) => [key, sides[edge]]))).toEqual(answer.sides);
          expect(attributes.meta).toEqual(answer.meta);
          expect(edges.reduce((sum, edge) => sum + edge.attributes.claims, 0)).toBe(answer.meta.shown.claims);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('when columns hold no comparison or a side that is none, then they are refused', () => {
    expect(() =>
      decodeSides(viewNetworkColumns(shipped, parseQuery(networkQuery, new URLSearchParams()))),
    ).toThrow(BrokenColumnsError);
    const bytes = viewCompareColumns(shipped, queryOf('by=document&a=envoy-interview&b=portrait-gift'));
    decodeColumns(bytes).numbers('edge.side', 'u8')[0] = 9;
    expect(() => decodeSides(bytes)).toThrow('edge.side holds 9, which is no side');
  });

  it('when a speaker of the shipped dataset is compared with the reports’ own voice, then both are named and every relation has a side', async () => {
    const answer = await ask('by=speaker&a=steve-witkoff&b=none');

    expect(answer.a).toMatchObject({ value: 'steve-witkoff', label: 'Steve Witkoff', kind: 'person' });
    expect(answer.b).toMatchObject({ value: 'none', label: "the document's own voice", kind: null });
    expect(answer.meta.cutBy).toEqual(['by=speaker', 'a=steve-witkoff', 'b=none']);
    const { a, b, both, contradict } = answer.counts;
    expect(a + b + both + contradict).toBe(answer.meta.shown.relations);
  });

  it('when the lens has values of what is compared, then they stand aside, and its other conditions hold', async () => {
    const [plain, withSpeaker, narrow] = await Promise.all([
      ask('by=speaker&a=steve-witkoff&b=none'),
      ask('by=speaker&a=steve-witkoff&b=none&speaker=donald-trump'),
      ask('by=speaker&a=steve-witkoff&b=none&stance=negative'),
    ]);

    expect(withSpeaker).toEqual(plain);
    expect(narrow.meta.cutBy).toContain('stance=negative');
    expect(narrow.meta.shown.claims).toBeLessThan(plain.meta.shown.claims);
  });

  it('when a budget cuts the sides, then it says by what', async () => {
    const { meta, sides, counts } = await ask(
      'by=document&a=envoy-interview&b=portrait-gift&actors=5&relations=2',
    );

    expect(meta.cutBy).toEqual(expect.arrayContaining(['actors=5', 'relations=2']));
    expect(Object.keys(sides)).toHaveLength(2);
    expect(counts.a + counts.b).toBeGreaterThan(2);
  });

  it('when sides are chosen, then only their items come, what both say among them', async () => {
    const context = toSmallContext(
      toSmallDataset({
        actors: ['ann', 'bob'],
        claims: [
          { says: 'x leads y', speaker: 'ann' },
          { says: 'x leads y', speaker: 'bob' },
          { says: 'x informs y', speaker: 'ann' },
          { says: 'x aids y', speaker: 'ann' },
          { says: 'x coerces y', speaker: 'bob' },
        ],
      }),
    );
    const sidesOf = async (more: string) =>
      (await ask(`by=speaker&a=ann&b=bob${more}`, context)).items.map(({ side, relations }) => [
        side,
        ...relations,
      ]);

    expect(await sidesOf('')).toEqual([
      ['contradict', 'x.aids.y', 'x.coerces.y'],
      ['a', 'x.informs.y'],
    ]);
    expect(await sidesOf('&side=both')).toEqual([['both', 'x.leads.y']]);
    expect(await sidesOf('&side=b')).toEqual([]);
  });

  it.each([
    ['by=speaker&a=nobody-known&b=none', 'unknown-value', '/query/a'],
    ['by=publisher&a=Nobody&b=Nobody', 'unknown-value', '/query/a'],
    ['by=document&a=envoy-interview&b=lost', 'unknown-value', '/query/b'],
    ['by=date&a=2025&b=yesterday', 'malformed-parameter', '/query/b'],
    ['by=speaker&a=none&b=none', 'out-of-bounds', '/query/b'],
    ['by=date&a=2025-03&b=2025-03~', 'out-of-bounds', '/query/b'],
    ['by=speaker&a=none', 'malformed-parameter', '/query/b'],
    ['by=colour&a=none&b=x', 'unknown-value', '/query/by'],
  ])('when asked for %s, then it is refused as %s', async (query, code, pointer) => {
    const refusal = await refusalOf(() => ask(query));

    expect(refusal.code).toBe(code);
    expect(refusal.errors.map((error) => error.pointer)).toEqual([pointer]);
  });

  it('when an actor is compared with one that is read as it, then they are the same', async () => {
    const context = toSmallContext(
      toSmallDataset({
        actors: ['ann', { id: 'anna', name: 'anna', kind: 'person', aliases: [], mergedInto: 'ann' }],
        claims: [{ says: 'x leads y', speaker: 'ann' }],
      }),
    );

    expect((await refusalOf(() => ask('by=speaker&a=ann&b=anna', context))).code).toBe('out-of-bounds');
  });
});
