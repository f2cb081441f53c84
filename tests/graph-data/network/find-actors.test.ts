import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorKind } from '../../../graph-data/model/actor.ts';
import { findActors } from '../../../graph-data/network/find-actors.ts';
import { getActor } from '../../../graph-data/network/network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';

const network = toSmallNetwork(
  toSmallDataset({
    actors: [
      { id: 'france', name: 'France', kind: 'country' },
      { id: 'france-24', name: 'France 24', kind: 'media' },
      { id: 'jose-aznar', name: 'José María Aznar', kind: 'person', aliases: ['Aznar'] },
      { id: 'lech-walesa', name: 'Lech Wałęsa', kind: 'person' },
      { id: 'tour-de-france', name: 'Tour de France', kind: 'organisation' },
      { id: 'us-led-forces', name: 'The US-led forces', kind: 'group' },
      {
        id: 'volodymyr-zelensky',
        name: 'Volodymyr Zelensky',
        kind: 'person',
        aliases: ['Zelenskyy', 'Зеленський'],
      },
      { id: 'steve-witkoff', name: 'Steve Witkoff', kind: 'person', aliases: ["Trump's envoy"] },
      { id: 'whitcoff', name: 'Whitcoff', kind: 'group', mergedInto: 'steve-witkoff' },
      { id: 'zed', name: 'Zed', kind: 'person' },
    ],
    claims: [],
  }),
);
const find = (query: string, kinds: ActorKind[] = [], claims: number[] = []): string[] =>
  findActors(network, query, kinds, claims).map((index) => getActor(network, index).id);
const allIds = network.actors.filter((actor) => actor.mergedInto === undefined).map((actor) => actor.id);

describe('findActors', () => {
  it.each([
    ['zelenskyy', ['volodymyr-zelensky']],
    ['ZELENSKY', ['volodymyr-zelensky']],
    ['  volodymyr   zelensky ', ['volodymyr-zelensky']],
    ['zelensky volodymyr', ['volodymyr-zelensky']],
    ['зеленськ', ['volodymyr-zelensky']],
    ['jose maria', ['jose-aznar']],
    ['JOSÉ', ['jose-aznar']],
    ['walesa', ['lech-walesa']],
    ['Wałęsa', ['lech-walesa']],
    ['trump’s', ['steve-witkoff']],
    ['us-led', ['us-led-forces']],
    ['led', ['us-led-forces']],
    ['nobody', []],
    ['zelensky aznar', []],
    ['.*', []],
    ['__proto__', []],
  ])('when the query is %j, then %j are found', (query, ids) => {
    expect(find(query)).toEqual(ids);
  });

  it('when names match better or worse, then whole, beginning, word, part: in this order', () => {
    expect(find('france')).toEqual(['france', 'france-24', 'tour-de-france']);
    expect(find('ce')).toEqual(['france', 'france-24', 'tour-de-france', 'us-led-forces']);
    expect(find('ze')).toEqual(['volodymyr-zelensky', 'zed']);
    expect(find('tour')).toEqual(['tour-de-france']);
  });

  it('when two match equally well, then that of more claims comes first', () => {
    const claims = network.actors.map((actor) => (actor.id === 'zed' ? 2 : 1));
    expect(find('ze', [], claims)).toEqual(['zed', 'volodymyr-zelensky']);
  });

  it('when the name is that of a merged actor, then whom it was merged into is found, once, by that one’s kind', () => {
    expect(find('whitcoff')).toEqual(['steve-witkoff']);
    expect(find('whitcoff', ['person'])).toEqual(['steve-witkoff']);
    expect(find('whitcoff', ['group'])).toEqual([]);
    expect(find('w', ['person'])).toEqual(['steve-witkoff', 'lech-walesa']);
  });

  it('when the query is empty, then all are found that are still there, most claims first', () => {
    expect(find('')).toEqual(allIds);
    expect(
      find(
        '',
        [],
        network.actors.map((_, index) => index),
      ),
    ).toEqual(allIds.toReversed());
  });

  it('when kinds are given, then only those', () => {
    expect(find('france', ['media', 'organisation'])).toEqual(['france-24', 'tour-de-france']);
  });

  it('when the query is any part of a name, then its actor is found', () => {
    const part = fc
      .constantFrom(
        ...network.actors.flatMap(({ id, name, aliases }) =>
          [name, ...aliases].map((each) => ({ id, each })),
        ),
      )
      .chain(({ id, each }) =>
        fc
          .tuple(fc.constant(id), fc.nat({ max: each.length - 1 }), fc.integer({ min: 1, max: each.length }))
          .map(([of, from, length]) => [of, each.slice(from, from + length)] as const),
      );
    fc.assert(
      fc.property(part, ([id, query]) => {
        expect(find(query)).toContain(id === 'whitcoff' ? 'steve-witkoff' : id);
      }),
    );
  });
});
