import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { actorSchema } from '../../../../graph-data/model/actor.ts';
import type { ActorKind } from '../../../../graph-data/model/actor.ts';
import { linkActors } from '../../../../server/extract/ingest/link-actors.ts';

type KnownActor = Omit<z.input<typeof actorSchema>, 'kind'> & { readonly kind?: ActorKind };

const link = (
  found: readonly (readonly [name: string, kind?: ActorKind, names?: readonly string[]])[],
  known: readonly KnownActor[] = [],
) => {
  const linked = linkActors(
    found.map(([name, kind = 'person', names = [name]], at) => ({
      ...{ id: `f${at}`, name, kind },
      names: new Set(names),
    })),
    known.map((actor) => actorSchema.parse({ kind: 'person', ...actor })),
  );
  return {
    ids: found.map((_, at) => linked.idOf.get(`f${at}`)),
    added: linked.added,
    questions: linked.likenesses.map(({ actor, other, reason }) => `${actor} ? ${other}: ${reason}`),
  };
};

describe('linkActors', () => {
  const putin = { id: 'vladimir-putin', name: 'Vladimir Putin', aliases: ['Putin', 'V. Putin'] };

  it('when a known actor has the name or an alias, accents and case aside, then it is that one', () => {
    const known = [putin, { id: 'jose-diaz', name: 'José Díaz' }];
    expect(link([['VLADIMIR PUTIN'], ['Putin'], ['Jose Diaz']], known)).toEqual({
      ids: ['vladimir-putin', 'vladimir-putin', 'jose-diaz'],
      added: [],
      questions: [],
    });
  });

  it('when the known actor was merged into another, then it is the other', () => {
    const known = [
      { id: 'whitcoff', name: 'Steve Whitcoff', mergedInto: 'steve-witkoff' },
      { id: 'steve-witkoff', name: 'Steve Witkoff' },
    ];
    expect(link([['Steve Whitcoff']], known).ids).toEqual(['steve-witkoff']);
  });

  it('when a whole name of it is known, though not the one it is called by, then it is that one; a surname is not enough', () => {
    expect(link([['President Putin', 'person', ['Putin', 'Vladimir Putin']]], [putin]).ids).toEqual([
      'vladimir-putin',
    ]);
    expect(link([['Lyudmila Putin', 'person', ['Putin']]], [putin]).ids).toEqual(['lyudmila-putin']);
  });

  it('when nobody is known by the name, then it is added, its id a slug that is free', () => {
    const { added, ids } = link(
      [
        ['Ann Lee', 'person', ['Lee', 'Ann Lee', 'Ann M. Lee']],
        ['Korean Central News Agency', 'media', ['KCNA', 'the agency', 'Korean Central News Agency']],
        ['Норвегия', 'country'],
      ],
      [{ id: 'ann-lee', name: 'Ann of the Lees' }],
    );
    expect(added.map(({ id, name, aliases }) => [id, name, aliases])).toEqual([
      ['ann-lee-2', 'Ann Lee', ['Ann M. Lee']],
      ['korean-central-news-agency', 'Korean Central News Agency', ['KCNA', 'the agency']],
      [expect.stringMatching(/^actor-[0-9a-f]{8}$/), 'Норвегия', []],
    ]);
    expect(ids).toEqual(added.map(({ id }) => id));
  });

  it('when a report calls two the same, then they are one; a person and a place are two', () => {
    const { ids } = link([
      ['Palmyra', 'place'],
      ['PALMYRA', 'place'],
      ['Palmyra', 'person'],
    ]);
    expect(ids).toEqual(['palmyra', 'palmyra', 'palmyra-2']);
  });

  it('when someone is named by role alone, then it is another in every report, and an equal role is asked about', () => {
    const known: KnownActor[] = [
      { id: 'officials', name: 'officials', kind: 'group' },
      { id: 'us-ambassador', name: 'US ambassador' },
    ];
    expect(link([['officials', 'group'], ['US ambassador']], known)).toMatchObject({
      ids: ['officials-2', 'us-ambassador-2'],
      questions: ['us-ambassador-2 ? us-ambassador: the same role: “US ambassador”'],
    });
  });

  it('when a name has small words in it, then it is a name all the same', () => {
    const known = [
      { id: 'kim-jong-un', name: 'Kim Jong-un' },
      { id: 'ursula-von-der-leyen', name: 'Ursula von der Leyen' },
    ];
    expect(link([['Kim Jong-un'], ['Ursula von der Leyen']], known).added).toEqual([]);
  });

  it.each<[string, ActorKind, KnownActor, string]>([
    ['Assad', 'person', { id: 'bashar-al-assad', name: 'Bashar al-Assad' }, 'surname alone: “Assad”'],
    ['Joe Biden', 'person', { id: 'biden', name: 'Biden' }, 'surname alone there: “Biden”'],
    [
      'Joe Biden',
      'person',
      { id: 'joseph-biden', name: 'Joseph Biden' },
      'nearly the same name: “Joseph Biden”',
    ],
    [
      'Steve Whitcoff',
      'person',
      { id: 'steve-witkoff', name: 'Steve Witkoff' },
      'nearly the same name: “Steve Witkoff”',
    ],
    [
      'KCNA',
      'media',
      { id: 'kcna-agency', name: 'Korean Central News Agency', kind: 'organisation' },
      '“KCNA” may be short for “Korean Central News Agency”',
    ],
    [
      'World Health Organization',
      'organisation',
      { id: 'who', name: 'WHO', kind: 'organisation' },
      '“WHO” may be short for “World Health Organization”',
    ],
    [
      'Hizbollah',
      'organisation',
      { id: 'hezbollah', name: 'Hezbollah', kind: 'group' },
      'nearly the same name: “Hezbollah”',
    ],
    [
      'Jordan',
      'person',
      { id: 'jordan', name: 'Jordan', kind: 'country' },
      'the same name, but a person here and a country there',
    ],
  ])(
    'when %s (%s) comes and another is known, then it is added and asked about with the reason',
    (name, kind, known, reason) => {
      const { ids, added, questions } = link([[name, kind]], [known]);
      expect(added.map(({ id }) => id)).toEqual(ids);
      expect(questions).toEqual([`${ids[0]} ? ${known.id}: ${reason}`]);
    },
  );

  it('when several are known by the name, then none is chosen, and at most three are asked about', () => {
    const known = ['a', 'b', 'c', 'd'].map((id) => ({
      id: `lee-${id}`,
      name: `Lee ${id.toUpperCase()}`,
      aliases: ['Ann Lee'],
    }));
    const { ids, questions } = link([['Ann Lee']], known);
    expect(ids).toEqual(['ann-lee']);
    expect(questions).toHaveLength(3);
    expect(questions[0]).toBe('ann-lee ? lee-a: more than one is called “Lee A”');
  });

  it.each([
    ['Iran', 'country', 'Iraq', 'country'],
    ['Anna Berg', 'person', 'Berg', 'organisation'],
    ['John Smith', 'person', 'Jane Smith', 'person'],
    ['South Korea', 'country', 'North Korea', 'country'],
  ] as const)(
    'when %s (%s) comes and %s (%s) is known, then nothing is asked',
    (name, kind, other, otherKind) => {
      expect(link([[name, kind]], [{ id: 'known', name: other, kind: otherKind }]).questions).toEqual([]);
    },
  );

  it('when names are long, empty or full of control characters, then they are lines that a name may be', () => {
    const { added } = link([['x'.repeat(500)], ['\u0000\n'], ['Ann\u0007 \n Lee']]);
    expect(added.map(({ name }) => name)).toEqual(['x'.repeat(200), 'unnamed', 'Ann Lee']);
    for (const actor of added) expect(actorSchema.parse(actor)).toEqual(actor);
  });
});
