import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import type { PathsAnswer } from '../../../graph-data/contract/questions-paths.ts';
import { pathsQuery, pathsSchema } from '../../../graph-data/contract/questions-paths.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { viewPaths } from '../../../graph-data/views/paths-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer } from './expect-answer.ts';
import { refusalOf } from './refusal.ts';

const WIRE = 'A spokesman told the evening news on Sunday that bob feared cy for what was said of him.';
const context = toSmallContext(
  toSmallDataset({
    actors: [
      { id: 'ann', name: 'Ann', kind: 'person' },
      { id: 'annie', name: 'Annie', kind: 'person', mergedInto: 'ann' },
      'zed',
    ],
    documents: [{ id: 'herald', publishedAt: '2025-03-20' }],
    claims: [
      { says: 'ann leads bob', label: 'runs', certainty: 0.5 },
      { says: 'annie leads bob', label: 'runs', certainty: 0.9, speaker: 'dee' },
      { says: 'ann leads bob', label: 'heads', certainty: 0.9, speaker: 'ann' },
      { says: 'ann leads bob', label: 'runs', certainty: 0.7, speaker: 'cy', modality: 'denied' },
      { says: 'ann supports bob' },
      { says: 'cy distrusts bob', sentence: WIRE, document: 'herald' },
      { says: 'cy distrusts bob', sentence: WIRE, document: 'times' },
      { says: 'ann consults eve', saidOn: '2025-03-01' },
      { says: 'cy consults eve', saidOn: '2025-03-02' },
      { says: 'zed rejects zed' },
    ],
  }),
);
const ask = (text: string): Promise<PathsAnswer> =>
  viewPaths(context, parseQuery(pathsQuery, new URLSearchParams(text)));
const waysOf = ({ connections }: PathsAnswer): string[][] =>
  connections.map(({ paths }) => paths.map((path) => path.actors.map(({ id }) => id).join(' ')));

describe('viewPaths', () => {
  it('when two are connected, then each path stands with its hops, their sentences and its reading', async () => {
    const answer = await ask('from=ann&to=cy');
    expect(waysOf(answer)).toEqual([['ann bob cy', 'ann eve cy']]);
    expectAnswer(pathsSchema, answer);
    const [connection] = answer.connections;
    expect(connection).toMatchObject({ hasMore: false, isComplete: true, unrestricted: null });
    const [path] = connection?.paths ?? [];
    expect(path).toMatchObject({ length: 2, strength: 1 });
    expect(path?.hops).toMatchObject([
      {
        from: { id: 'ann' },
        to: { id: 'bob' },
        claims: 5,
        origins: 5,
        disputed: true,
        otherRelations: 1,
        relation: { id: 'ann.leads.bob', direction: 'out', claims: 4, origins: 4, labels: ['runs', 'heads'] },
      },
      {
        from: { id: 'bob' },
        to: { id: 'cy' },
        claims: 2,
        origins: 1,
        disputed: false,
        otherRelations: 0,
        relation: { id: 'cy.distrusts.bob', direction: 'in' },
      },
    ]);
    expect(path?.reading).toMatchObject([
      {
        subject: { id: 'ann' },
        words: 'leads',
        label: 'runs',
        object: { id: 'bob' },
        modality: 'asserted',
        speakerCount: 4,
        disputed: true,
        notes: [1, 2, 3],
      },
      { subject: { id: 'cy' }, object: { id: 'bob' }, speakers: [null], speakerCount: 1, notes: [4] },
    ]);
    const [one, other, third, wire] = answer.claims;
    expect([one?.certainty, other?.certainty, third?.certainty]).toEqual([0.9, 0.9, 0.7]); // the surest first
    expect(wire?.evidence.sentence).toBe(WIRE); // one of two: they are of one origin
    expect(answer.meta).toMatchObject({
      shown: { actors: 4, relations: 4, claims: 8 },
      total: { relations: 6, claims: 10 },
      cutBy: ['maxLength=4'],
    });
  });

  it('when three are named, then every two are asked about, the one named earlier first; who was merged is read as the other', async () => {
    const { connections } = await ask('from=cy&to=annie&to=eve&to=ann');
    expect(connections.map(({ from, to }) => [from.id, to.id])).toEqual([
      ['cy', 'ann'],
      ['cy', 'eve'],
      ['ann', 'eve'],
    ]);
  });

  it('when fewer are asked for than there are, then it says that there are more', async () => {
    const answer = await ask('from=ann&to=cy&k=1');
    expect(waysOf(answer)).toEqual([['ann bob cy']]);
    expect(answer.connections[0]?.hasMore).toBe(true);
    expect(answer.meta.cutBy).toEqual(['maxLength=4', 'k=1']);
  });

  it('when only forward is followed, then from subject to object, and mutual relations either way', async () => {
    expect(waysOf(await ask('from=ann&to=cy&direction=forward'))).toEqual([['ann eve cy']]);
    const one = await ask('from=bob&to=ann&direction=forward');
    expect(waysOf(one)).toEqual([[]]);
    expect(one.connections[0]?.unrestricted).toMatchObject({ paths: 2, length: 1, hasMore: false });
    expect(one.meta.cutBy).toEqual(['maxLength=4', 'direction=forward']);
  });

  it('when hubs are avoided, then no path leads through an actor with more neighbours than said', async () => {
    expect(waysOf(await ask('from=ann&to=cy&avoidHubs=2'))).toEqual([['ann bob cy', 'ann eve cy']]);
    const none = await ask('from=ann&to=cy&avoidHubs=1');
    expect(waysOf(none)).toEqual([[]]);
    expect(none.connections[0]?.unrestricted).toMatchObject({ paths: 2, length: 2 });
  });

  it('when there is no path under the lens, then it says how many there are without it', async () => {
    const { connections, claims, meta } = await ask('from=ann&to=cy&document=herald');
    expect(connections).toMatchObject([
      { paths: [], unrestricted: { paths: 2, hasMore: false, isComplete: true, length: 2 } },
    ]);
    expect(claims).toEqual([]);
    expect(meta).toMatchObject({ shown: { actors: 0, relations: 0, claims: 0 } });
    expect(meta.cutBy).toEqual(['document=herald', 'maxLength=4']);
  });

  it('when there is no path at all, then nothing stands in the way of one', async () => {
    expect((await ask('from=ann&to=zed')).connections).toMatchObject([{ paths: [], unrestricted: null }]);
    const { connections } = await ask('from=ann&to=zed&stance=neutral');
    expect(connections).toMatchObject([{ unrestricted: { paths: 0, length: null } }]);
  });

  it('when dates are given, then under names of their own, for from and to are actors', async () => {
    const answer = await ask('from=ann&to=cy&dateFrom=2025-03&dateTo=2025-03-10');
    expect(waysOf(answer)).toEqual([['ann eve cy']]);
    expect(answer.meta.cutBy).toEqual(['dateFrom=2025-03', 'dateTo=2025-03-10', 'maxLength=4']);
  });

  it.each([
    ['nobody has that id', 'from=nobody&to=cy', 'unknown-value', '/query/from'],
    ['nobody has one of those ids', 'from=ann&to=cy&to=nobody', 'unknown-value', '/query/to'],
    ['both are one actor', 'from=ann&to=annie', 'out-of-bounds', '/query/to'],
    ['only one is named', 'from=ann', 'malformed-parameter', '/query/to'],
    ['too many are named', 'from=ann&to=a&to=b&to=c&to=d&to=e&to=f', 'out-of-bounds', '/query/to'],
    ['too many paths are asked for', 'from=ann&to=cy&k=21', 'out-of-bounds', '/query/k'],
    ['too long ones are asked for', 'from=ann&to=cy&maxLength=7', 'out-of-bounds', '/query/maxLength'],
    ['the direction is unknown', 'from=ann&to=cy&direction=in', 'unknown-value', '/query/direction'],
    ['the lens names nobody', 'from=ann&to=cy&speaker=nobody', 'unknown-value', '/query/speaker'],
  ])('when %s, then it is refused', async (_, text, code, pointer) => {
    const refusal = await refusalOf(() => ask(text));
    expect(refusal.code).toBe(code);
    expect(refusal.errors.map(({ pointer }) => pointer)).toEqual([pointer]);
  });

  it('when dataset and lens are any, then the answer is of the contract’s shape and every hop is a tie the lens leaves', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, arbitraryLens, async (dataset, lens) => {
        const { network, ...rest } = toSmallContext(dataset);
        const [from = '', ...to] = new Set(
          ['ann', 'cy', 'gus'].map((id) => network.actorIndex.get(id as never)),
        );
        fc.pre(to.length > 0);
        const ids = [from, ...to].map((index) => network.actors[index as number]?.id ?? '');
        const parameters = new URLSearchParams({ from: ids[0] ?? '', maxLength: '6', k: '7' });
        for (const id of ids.slice(1)) parameters.append('to', id);
        const names = new Map([
          ['from', 'dateFrom'],
          ['to', 'dateTo'],
        ]);
        for (const [name, value] of toLensParameters(lens)) parameters.append(names.get(name) ?? name, value);
        const answer = await viewPaths({ network, ...rest }, parseQuery(pathsQuery, parameters));
        expectAnswer(pathsSchema, answer);
        const { relationClaims, passes, shown } = applyLens(network, lens);
        expect(passes.reduce((sum, flag) => sum + flag, 0)).toBe(shown.claims);
        for (const { hops, reading, strength } of answer.connections.flatMap(({ paths }) => paths)) {
          expect(strength).toBe(Math.min(...hops.map(({ origins }) => origins)));
          for (const { relation, sentences } of hops) {
            expect(relation.claims).toBeGreaterThan(0);
            expect(sentences.length).toBeGreaterThan(0);
            for (const place of sentences) expect(answer.claims[place]?.relation).toBe(relation.id);
          }
          expect(reading.flatMap(({ notes }) => notes).every((note) => note <= answer.claims.length)).toBe(
            true,
          );
        }
        const counted = answer.connections.length === 0 ? 0 : answer.meta.shown.claims;
        expect(counted).toBeLessThanOrEqual(relationClaims.reduce((sum, count) => sum + count, 0));
      }),
      { numRuns: 60 },
    );
  });
});
