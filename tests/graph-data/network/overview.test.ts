import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import type { Expansion } from '../../../graph-data/network/expansion.ts';
import { parseExpansion, toExpansionText } from '../../../graph-data/network/expansion.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { getActor, getRelationId } from '../../../graph-data/network/network.ts';
import type { Budget } from '../../../graph-data/network/overview.ts';
import { NO_BUDGET, chooseOverview } from '../../../graph-data/network/overview.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from './arbitrary-dataset.ts';

/** hub – a: 3 claims, hub – b: 2, hub – c: 1 and hub – d: 1, a – b: 2, c – d: 1, a – a: 1. */
const network = toSmallNetwork(
  toSmallDataset({
    claims: [
      ...Array.from({ length: 3 }, () => ({ says: 'hub leads a' })),
      ...Array.from({ length: 2 }, () => ({ says: 'b supports hub' })),
      { says: 'hub leads c' },
      { says: 'hub rejects d' },
      ...Array.from({ length: 2 }, () => ({ says: 'a supports b' })),
      { says: 'c supports d' },
      { says: 'a supports a' },
    ],
  }),
);
const selection = applyLens(network, DEFAULT_LENS);

function choose(budget: Partial<Budget>) {
  const { actors, relations, shown, cutBy } = chooseOverview(network, selection, { ...NO_BUDGET, ...budget });
  return {
    actors: Array.from(actors, (actor) => getActor(network, actor).id as string),
    relations: Array.from(relations, (relation) => getRelationId(network, relation) as string),
    shown,
    cutBy,
  };
}

const expansion = (text: string): Expansion => {
  const parsed = parseExpansion(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};

describe('chooseOverview', () => {
  it('when there is no budget, then everything the lens leaves is chosen', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const any = toSmallNetwork(dataset);
        const seen = applyLens(any, lens);
        const { shown, cutBy, relations } = chooseOverview(any, seen, NO_BUDGET);
        expect(shown).toEqual(seen.shown);
        expect(cutBy).toEqual(seen.cutBy);
        expect([...relations]).toEqual([...relations].sort((a, b) => a - b));
      }),
    );
  });

  it('when actors are to be few, then those with most claims, and the relations between them', () => {
    expect(choose({ actors: 3 })).toEqual({
      actors: ['hub', 'a', 'b'],
      relations: ['a.supports.a', 'a.supports.b', 'b.supports.hub', 'hub.leads.a'],
      shown: { actors: 3, relations: 4, claims: 8 },
      cutBy: ['limit=3'],
    });
  });

  it('when relations are to be few, then the strongest of each actor come first, then those with most claims', () => {
    expect(choose({ relations: 4 }).relations).toEqual(
      ['b.supports.hub', 'c.supports.d', 'hub.leads.a', 'a.supports.b'].sort(),
    );
    expect(choose({ relations: 2 })).toMatchObject({
      relations: ['a.supports.b', 'hub.leads.a'],
      cutBy: ['relations=2'],
    });
  });

  it('when an actor is expanded, then its neighbours not yet tied to it come in, most claims first, a lot at a time', () => {
    const first = choose({ actors: 2, relations: 1, expansions: [expansion('hub.1')] });
    expect(first.actors).toEqual(['hub', 'a', 'b']);
    expect(first.relations).toEqual(['b.supports.hub', 'hub.leads.a']);
    expect(first.cutBy).toEqual(['limit=2', 'relations=1']);

    const second = choose({ actors: 2, relations: 1, expansions: [expansion('hub.1'), expansion('hub.5')] });
    expect(second.actors).toEqual(['hub', 'a', 'b', 'c', 'd']);
    expect(second.relations).toEqual(['b.supports.hub', 'hub.leads.a', 'hub.leads.c', 'hub.rejects.d']);
    expect(second.cutBy).toEqual(['relations=1']);
  });

  it('when it is expanded by one type, then only relations of this type come in', () => {
    const { actors, relations } = choose({
      actors: 1,
      relations: 1,
      expansions: [expansion('hub.5.rejects')],
    });
    expect(actors).toEqual(['hub', 'd']);
    expect(relations).toEqual(['hub.rejects.d']);
  });

  it('when an actor beyond the budget is expanded, then it comes in itself', () => {
    expect(choose({ actors: 1, expansions: [expansion('d.9')] }).actors).toEqual(['hub', 'd', 'c']);
  });

  it('when the lens leaves nothing of the actor, then nothing is brought in', () => {
    const lens = applyLens(network, { ...DEFAULT_LENS, types: ['rejects' as RelationTypeId] });
    const { shown } = chooseOverview(network, lens, { ...NO_BUDGET, expansions: [expansion('b.9')] });
    expect(shown).toEqual({ actors: 2, relations: 1, claims: 1 });
  });
});

describe('an expansion as text', () => {
  it('when written, then it is read back', () => {
    for (const type of [null, 'leads' as RelationTypeId]) {
      const value: Expansion = { actor: 'vladimir-putin' as ActorId, count: 25, type };
      expect(parseExpansion(toExpansionText(value))).toEqual(value);
    }
  });

  it.each(['', 'a', 'a.', 'a.0', 'a.501', 'a.1e2', 'a.5.', 'a.5.leads.x', 'A.5', '../x.5', 'a.-1'])(
    'when it is %s, then it is none',
    (text) => {
      expect(parseExpansion(text)).toBeUndefined();
    },
  );
});
