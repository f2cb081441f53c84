import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { neighboursQuery } from '../../../graph-data/contract/queries.ts';
import { writeNeighbours } from '../../../graph-data/views/neighbours-json.ts';
import { viewNeighbours } from '../../../graph-data/views/neighbours-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { refusalOf } from './refusal.ts';

const WIRE = 'A spokesman told the evening news on Sunday that a led b into the talks.';
const context = toSmallContext(
  toSmallDataset({
    actors: [
      { id: 'a', name: 'Ann', kind: 'person' },
      { id: 'b', name: 'Bob', kind: 'country' },
      { id: 'bobby', name: 'Bobby', kind: 'country', mergedInto: 'b' },
    ],
    documents: [{ id: 'herald' }],
    claims: [
      { says: 'a leads b', sentence: WIRE, label: 'led' },
      { says: 'a leads bobby', sentence: WIRE, label: 'led', document: 'herald' },
      { says: 'b consults a', speaker: 'c', happenedOn: '2025-03-13' },
      { says: 'c leads a', speaker: 'a' },
      { says: 'b leads d' },
      { says: 'e leads b' },
    ],
  }),
);
const neighbours = (id: string, text = '') =>
  viewNeighbours(context, id, parseQuery(neighboursQuery, new URLSearchParams(text)));
const idsOf = (id: string, text: string) => neighbours(id, text).items.map((item) => item.actor.id);

describe('viewNeighbours', () => {
  it('when asked for, then each neighbour stands with its relations as the design writes them', () => {
    expect(neighbours('a')).toEqual({
      actor: { id: 'a', label: 'Ann', kind: 'person' },
      items: [
        {
          actor: { id: 'b', label: 'Bob', kind: 'country' },
          distance: 1,
          claims: 3,
          origins: 3,
          disputed: false,
          relationCount: 2,
          relations: [
            {
              id: 'a.leads.b',
              type: 'leads',
              labels: ['led'],
              direction: 'out',
              with: 'a',
              claims: 2,
              origins: 2,
              speakers: [null],
              speakerCount: 1,
              stance: 'neutral',
              modalities: { asserted: 2 },
              firstOn: null,
              lastOn: null,
              disputed: false,
            },
            {
              id: 'a.consults.b',
              type: 'consults',
              labels: ['consults'],
              direction: 'both',
              with: 'a',
              claims: 1,
              origins: 1,
              speakers: [{ id: 'c', label: 'c', kind: 'person' }],
              speakerCount: 1,
              stance: 'neutral',
              modalities: { asserted: 1 },
              firstOn: '2025-03-13',
              lastOn: '2025-03-13',
              disputed: false,
            },
          ],
        },
        expect.objectContaining({ actor: { id: 'c', label: 'c', kind: 'person' }, distance: 1, claims: 1 }),
      ],
      nextCursor: null,
      meta: {
        version: 1,
        shown: { actors: 2, relations: 3, claims: 4 },
        total: { actors: 5, relations: 5, claims: 6 },
        cutBy: ['depth=1'],
      },
    });
  });

  it('when a direction is asked for, then only along it; mutual relations run both ways', () => {
    expect(idsOf('a', 'direction=out')).toEqual(['b']);
    expect(idsOf('a', 'direction=in')).toEqual(['b', 'c']);
    expect(neighbours('a', 'direction=in').items[0]?.relations.map((each) => each.type)).toEqual([
      'consults',
    ]);
    expect(neighbours('a', 'direction=in').meta.cutBy).toEqual(['depth=1', 'direction=in']);
  });

  it('when two steps are asked for, then those stand behind, each with the actor one step nearer', () => {
    const { items } = neighbours('a', 'depth=2');
    expect(items.map(({ actor, distance }) => [actor.id, distance])).toEqual([
      ['b', 1],
      ['c', 1],
      ['d', 2],
      ['e', 2],
    ]);
    const [down, up] = items.slice(2).map((item) => item.relations[0]);
    expect([down?.with, down?.direction, up?.with, up?.direction]).toEqual(['b', 'out', 'b', 'in']);
    expect(idsOf('a', 'depth=2&direction=out')).toEqual(['b', 'd']);
  });

  it('when the actor was merged, then its neighbours are those of whom it was merged into', () => {
    expect(neighbours('bobby').items).toEqual(neighbours('b').items);
    expect(neighbours('bobby').actor.id).toBe('b');
  });

  it('when a lens is on, then only relations it leaves are walked', () => {
    expect(idsOf('a', 'speaker=a')).toEqual(['c']);
    expect(idsOf('a', 'depth=2&document=herald')).toEqual(['b']);
    expect(neighbours('a', 'document=herald').items[0]?.relations[0]?.claims).toBe(1);
  });

  it('when a page is cut, then what is shown is what the page holds', () => {
    const { meta, nextCursor } = neighbours('a', 'limit=1');
    expect(meta).toMatchObject({
      shown: { actors: 1, relations: 2, claims: 3 },
      cutBy: ['depth=1', 'limit=1'],
    });
    expect(neighbours('a', `limit=1&cursor=${nextCursor}`).items[0]?.actor.id).toBe('c');
  });

  it('when a neighbour has more relations than are asked for, then the strongest stand, and how many there are', () => {
    const { items, meta } = neighbours('a', 'relations=1&direction=out');
    expect(items).toMatchObject([
      { claims: 3, origins: 3, relationCount: 2, relations: [{ id: 'a.leads.b' }] },
    ]);
    expect(meta).toMatchObject({
      shown: { actors: 1, relations: 1, claims: 2 },
      cutBy: ['depth=1', 'direction=out', 'relations=1'],
    });
    expect(neighbours('a', 'relations=2&direction=out').meta.cutBy).toEqual(['depth=1', 'direction=out']);
  });

  it('when more than three state a relation, then the three who state most of it stand, and how many there are', () => {
    const said = (speaker: string) => ({ says: 'a leads b', speaker });
    const loud = toSmallContext(toSmallDataset({ claims: ['c', 'd', 'e', 'f', 'f'].map(said) }));
    const query = parseQuery(neighboursQuery, new URLSearchParams());
    const [relation] = viewNeighbours(loud, 'a', query).items[0]?.relations ?? [];
    expect(relation?.speakers.map((speaker) => speaker?.id)).toEqual(['f', 'c', 'd']);
    expect(relation?.speakerCount).toBe(4);
    expect(new TextDecoder().decode(writeNeighbours(loud, 'a', query))).toBe(
      JSON.stringify(viewNeighbours(loud, 'a', query)),
    );
  });

  it('when a relation that is not shown is disputed, then its neighbour is', () => {
    const disputed = toSmallContext(
      toSmallDataset({
        claims: [
          { says: 'a consults b' },
          { says: 'a consults b' },
          { says: 'a leads b' },
          { says: 'a leads b', speaker: 'b', modality: 'denied' },
          { says: 'a consults b' },
        ],
      }),
    );
    const query = parseQuery(neighboursQuery, new URLSearchParams('relations=1'));
    expect(viewNeighbours(disputed, 'a', query).items).toMatchObject([
      { disputed: true, relationCount: 2, relations: [{ type: 'consults', disputed: false }] },
    ]);
  });

  it.each([
    ['another actor', 'b', ''],
    ['another depth', 'a', '&depth=2'],
    ['another direction', 'a', '&direction=in'],
    ['another lens', 'a', '&speaker=none'],
  ])('when the cursor is of %s, then it is refused', async (_, id, text) => {
    const cursor = neighbours('a', 'limit=1').nextCursor ?? '';
    const refusal = await refusalOf(() => neighbours(id, `limit=1&cursor=${cursor}${text}`));
    expect(refusal.code).toBe('malformed-cursor');
  });

  it('when nobody has that id, then it is not found', async () => {
    expect((await refusalOf(() => neighbours('nobody'))).code).toBe('not-found');
  });
});
