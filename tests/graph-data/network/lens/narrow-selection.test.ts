import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId } from '../../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../../graph-data/model/lens.ts';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import { narrowSelection } from '../../../../graph-data/network/lens/narrow-selection.ts';
import { toSmallDataset, toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import { idsOf, lookThrough } from '../naive-network.ts';

const narrow = (around: readonly string[], between: readonly string[] = []) => {
  const network = toSmallNetwork(
    toSmallDataset({
      actors: ['eve', { id: 'ann-lee', name: 'Ann Lee', kind: 'person', mergedInto: 'ann' }],
      claims: [
        { says: 'ann supports bo', speaker: 'dan' },
        { says: 'ann-lee informs bo', speaker: 'bo' },
        { says: 'bo supports cy' },
        { says: 'cy informs ann' },
        { says: 'ann informs ann' },
      ],
    }),
  );
  const indices = (ids: readonly string[]) =>
    new Set(ids.map((id) => network.actorIndex.get(id as ActorId) ?? -1));
  const selection = narrowSelection(network, applyLens(network, DEFAULT_LENS), {
    around: indices(around),
    between: indices(between),
  });
  const ids = network.actors.filter((_, index) => selection.hasActor[index] === 1).map((actor) => actor.id);
  return { ...selection, ids, spokenOf: (id: string) => selection.actorSpoken[[...indices([id])][0] ?? -1] };
};

describe('narrowSelection', () => {
  it('when it is around an actor, then its relations are left and who stands at their ends, no mere speaker, no tie among neighbours', () => {
    const { ids, shown, total, cutBy, spokenOf } = narrow(['ann']);

    expect(ids).toEqual(['ann', 'bo', 'cy']);
    expect(shown).toEqual({ actors: 3, relations: 4, claims: 4 });
    expect(total).toMatchObject({ relations: 5, claims: 5 });
    expect(cutBy).toEqual(['around=ann']);
    expect(spokenOf('dan')).toBe(1);
  });

  it('when it is between two actors, then both ways are left', () => {
    const { ids, shown, cutBy } = narrow([], ['bo', 'ann']);

    expect(ids).toEqual(['ann', 'bo']);
    expect(shown).toEqual({ actors: 2, relations: 3, claims: 3 });
    expect(cutBy).toEqual(['between=ann', 'between=bo']);
  });

  it('when an actor has no relation, then it alone is left', () => {
    const { ids, shown } = narrow(['eve']);

    expect(ids).toEqual(['eve']);
    expect(shown).toEqual({ actors: 1, relations: 0, claims: 0 });
  });

  it('when a merged actor is named, then it is the one it was merged into', () => {
    expect(narrow(['ann-lee']).cutBy).toEqual(['around=ann']);
  });

  it('when nobody is named, then nothing changes', () => {
    expect(narrow([]).shown).toEqual({ actors: 5, relations: 5, claims: 5 });
  });

  it('when dataset, lens and actors are any, then exactly the claims are left that a plain filter leaves', () => {
    const chosen = fc.array(fc.nat(), { maxLength: 3 });
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, chosen, chosen, (dataset, lens, some, others) => {
        const network = toSmallNetwork(dataset);
        fc.pre(network.actors.length > 0);
        const pick = (numbers: readonly number[]) =>
          new Set(numbers.map((number) => number % network.actors.length));
        const [around, between] = [pick(some), pick(others)];
        const selection = narrowSelection(network, applyLens(network, lens), { around, between });

        const has = (set: ReadonlySet<number>, id: ActorId) => set.has(network.actorIndex.get(id) ?? -1);
        const expected = lookThrough(dataset, lens).filter(
          ({ subject, object }) =>
            (around.size === 0 || has(around, subject) || has(around, object)) &&
            (between.size === 0 || (has(between, subject) && has(between, object))),
        );
        const ids = idsOf(network).filter((_, row) => selection.passes[row] === 1);
        expect(new Set(ids)).toEqual(new Set(expected.map((claim) => claim.id)));
        expect(selection.shown.claims).toBe(expected.length);
        expect(selection.shown.relations).toBe(selection.relationClaims.filter((count) => count > 0).length);
        expect(selection.shown.actors).toBe(selection.hasActor.filter((flag) => flag === 1).length);
        network.actors.forEach(({ id }, index) => {
          expect(selection.actorClaims[index]).toBe(
            expected.filter(({ subject, object }) => subject === id || object === id).length,
          );
        });
      }),
      { numRuns: 200 },
    );
  });
});
