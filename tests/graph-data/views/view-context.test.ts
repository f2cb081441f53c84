import { describe, expect, it } from 'vitest';
import type { ActorId, DocumentId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import type { Lens } from '../../../graph-data/model/lens.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { applyLens } from '../../../graph-data/network/lens/apply-lens.ts';
import { createSelector } from '../../../graph-data/views/view-context.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { refusalOf } from './refusal.ts';

const network = toSmallNetwork(
  toSmallDataset({
    actors: [{ id: 'anna', name: 'Anna', kind: 'person', mergedInto: 'a' }],
    claims: [{ says: 'a leads b' }, { says: 'b supports a' }],
  }),
);
const lens = (part: Partial<Lens>): Lens => ({ ...DEFAULT_LENS, ...part });

describe('createSelector', () => {
  it('when a lens is asked for again, also with its values in another order, then the same selection is given', () => {
    const select = createSelector(network);
    const first = select(lens({ stances: ['positive', 'neutral'] }));
    expect(select(lens({ stances: ['neutral', 'positive'] }))).toBe(first);
    expect(first.passes).toEqual(applyLens(network, lens({ stances: ['positive', 'neutral'] })).passes);
    expect(select(DEFAULT_LENS)).not.toBe(first);
  });

  it('when more lenses are asked for than it remembers, then the one unused longest is worked out anew', () => {
    const select = createSelector(network);
    const [first, kept] = [select(lens({ minClaims: 1000 })), select(lens({ minClaims: 1001 }))];
    for (let claims = 2; claims <= 33; claims += 1) {
      select(lens({ minClaims: claims }));
      expect(select(lens({ minClaims: 1001 }))).toBe(kept);
    }
    const again = select(lens({ minClaims: 1000 }));
    expect(again).not.toBe(first);
    expect(again.shown).toEqual(first.shown);
  });

  it('when the lens names what is not there, then every such value is named, with the types there are', async () => {
    const refusal = await refusalOf(() =>
      createSelector(network)(
        lens({
          speakers: ['none', 'anna' as ActorId, 'nobody' as ActorId],
          publishers: ['Nobody'],
          documents: ['paper' as DocumentId, 'nothing' as DocumentId],
          types: ['leads' as RelationTypeId, 'praises' as RelationTypeId],
        }),
      ),
    );
    expect(refusal.code).toBe('unknown-value');
    expect(refusal.errors.map((error) => error.pointer)).toEqual([
      '/query/speaker',
      '/query/publisher',
      '/query/document',
      '/query/type',
    ]);
    expect(refusal.errors[0]?.detail).toBe('no actor "nobody"');
    expect(refusal.errors[3]?.detail).toContain('praises');
    expect(refusal.errors[3]?.detail).toContain('leads, represents, belongs-to');
  });
});
