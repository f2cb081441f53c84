import { describe, expect, it } from 'vitest';
import { ActorRegister } from '../../../../server/extract/llm/actor-register.ts';
import type { AnsweredActor } from '../../../../server/extract/llm/answer-schema.ts';
import type { KnownActor } from '../../../../server/extract/llm/known-actors.ts';
import { KnownActors } from '../../../../server/extract/llm/known-actors.ts';

const person = (name: string, ...aliases: string[]): AnsweredActor => ({ name, kind: 'person', aliases });
const known = (id: string, name: string, kind: KnownActor['kind'], ...aliases: string[]): KnownActor => ({
  id,
  name,
  kind,
  aliases,
});

const register = (
  text: string,
  answers: readonly (readonly AnsweredActor[])[],
  ...actors: KnownActor[]
): ActorRegister => new ActorRegister(text, new KnownActors(actors), answers);

describe('ActorRegister', () => {
  it('when the text has an actor by an alias alone, then the alias is the name: nothing is told that it does not print', () => {
    const actors = register('Putin went.', [[person('Vladimir Putin', 'Putin', 'Vlad')]]);
    expect(actors.find('Vladimir Putin', 0)).toBe('putin');
    expect(actors.toFoundActors(new Set(['putin']))).toMatchObject([
      { id: 'putin', name: 'Putin', names: new Set(['Putin']), count: 1 },
    ]);
  });

  it('when one part names an actor in full and another in short, then it is one actor', () => {
    const text = 'Vladimir Putin, or Putin, went. Putin came.';
    const actors = register(text, [[person('Putin')], [person('Vladimir Putin', 'Putin')]]);
    expect([actors.find('Putin', 0), actors.find('Putin', 1)]).toEqual(['vladimir-putin', 'vladimir-putin']);
    expect(actors.toFoundActors(new Set(['vladimir-putin']))).toMatchObject([
      { name: 'Vladimir Putin', names: new Set(['Putin', 'Vladimir Putin']), count: 3 },
    ]);
  });

  it('when a short name may be two actors, then it is neither', () => {
    const text = 'Jill Biden and Joe Biden; Biden spoke.';
    const both = [person('Jill Biden', 'Biden'), person('Joe Biden', 'Biden')];
    const actors = register(text, [both, [person('Biden')]]);
    expect([actors.find('Biden', 0), actors.find('Biden', 1)]).toEqual([undefined, 'biden']);
  });

  it('when two say of each other that they are the other, then it ends', () => {
    const actors = register('Ann Lee and Lee Ann', [
      [person('Ann Lee', 'Lee Ann')],
      [person('Lee Ann', 'Ann Lee')],
    ]);
    expect([actors.find('Ann Lee', 0), actors.find('Lee Ann', 1)]).toEqual(['ann-lee', 'lee-ann']);
  });

  it('when an alias is what another actor is called, then it is not among the names', () => {
    const actors = register('Donald Trump met Putin.', [[person('Donald Trump', 'Putin'), person('Putin')]]);
    expect(actors.find('Putin', 0)).toBe('putin');
    expect(actors.toFoundActors(new Set(['donald-trump']))).toMatchObject([
      { names: new Set(['Donald Trump']) },
    ]);
  });

  it('when an answer names an actor that another answer lists, then it is found by its name', () => {
    const actors = register('Putin went.', [[person('Putin')], []]);
    expect(actors.find('Putin', 1)).toBe('putin');
    expect(actors.find('Trump', 1)).toBeUndefined();
  });

  it('when a known actor has the name, then it is that actor; of several, the one of the same kind', () => {
    const actors = register(
      'Georgia and Kyiv.',
      [
        [
          { name: 'Georgia', kind: 'country', aliases: [] },
          { name: 'Ukraine', kind: 'country', aliases: [] },
        ],
        [],
      ],
      known('georgia-us', 'Georgia', 'place'),
      known('georgia', 'Georgia', 'country', 'Sakartvelo'),
      known('ukraine', 'Ukraine', 'country', 'Kyiv'),
      known('france', 'France', 'country'),
    );
    expect([actors.find('Georgia', 0), actors.find('Ukraine', 0)]).toEqual(['georgia', 'ukraine']);
    expect([actors.find('Kyiv', 1), actors.find('France', 1)]).toEqual(['ukraine', undefined]);
    expect(actors.toFoundActors(new Set(['ukraine', 'georgia']))).toMatchObject([
      { id: 'georgia', name: 'Georgia', kind: 'country', names: new Set(['Georgia']), count: 1 },
      { id: 'ukraine', name: 'Ukraine', kind: 'country', names: new Set(['Kyiv']), count: 1 },
    ]);
  });

  it('when a pronoun is given as a name, then it is nobody; in capitals it is a name', () => {
    const actors = register('He told us of the US and the WHO.', [
      [person('He'), person('us'), person('US'), person('WHO')],
    ]);
    expect(['He', 'us', 'US', 'WHO'].map((name) => actors.find(name, 0))).toEqual([
      undefined,
      undefined,
      'us',
      'who',
    ]);
  });

  it('when a name has no Latin letter, then its id is made of a hash', () => {
    const actors = register('Путин, Владимир', [[person('Путин'), person('Владимир')]]);
    const ids = ['Путин', 'Владимир'].map((name) => actors.find(name, 0));
    expect(ids).toEqual([expect.stringMatching(/^actor-[0-9a-f]{8}$/), expect.stringMatching(/^actor-/)]);
    expect(ids[0]).not.toBe(ids[1]);
  });
});

describe('KnownActors', () => {
  it('when a part is read, then the actors that it names beyond doubt are given, with the forms that stand there', () => {
    const actors = new KnownActors([
      known('b', 'Big Bank', 'organisation', 'BB', 'the Bank'),
      known('a', 'Ann', 'person'),
      known('c', 'Ann', 'person', 'Cee'),
      known('d', 'Dee', 'person', 'Dee'),
    ]);
    expect(actors.printedIn('A Big deal: Ann, Dee and the Bank (BB); Annabel')).toEqual([
      { name: 'Big Bank', kind: 'organisation', printed: ['BB', 'the Bank'] },
      { name: 'Dee', kind: 'person', printed: ['Dee'] },
    ]);
    expect(actors.printedIn('')).toEqual([]);
  });
});
