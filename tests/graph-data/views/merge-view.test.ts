import { describe, expect, it } from 'vitest';
import { viewMerge } from '../../../graph-data/views/merge-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';

const context = toSmallContext(
  toSmallDataset({
    claims: [
      { says: 'a accuses x' },
      { says: 'b accuses x' },
      { says: 'a consults x' },
      { says: 'x consults b' },
      { says: 'a leads y' },
      { says: 'a leads b' },
      { says: 'x leads y' },
      { says: 'a rejects x', status: 'proposed' },
      { says: 'x leads z', speaker: 'a' },
    ],
  }),
);
const indexOf = (id: string): number => context.network.actorIndex.get(id as never) ?? -1;

describe('viewMerge', () => {
  it('when both have a relation of one type with the same actor, then it is one afterwards, mutual ones either way', () => {
    expect(viewMerge(context, indexOf('a'), indexOf('b'))).toEqual({
      actor: { id: 'b', label: 'b', kind: 'person' },
      relationsBefore: 6,
      relationsAfter: 4,
      claims: 6,
      between: 1,
    });
  });

  it('when they have nothing in common, then as many are left', () => {
    expect(viewMerge(context, indexOf('z'), indexOf('b'))).toMatchObject({
      relationsBefore: 4,
      relationsAfter: 4,
      claims: 1,
      between: 0,
    });
  });
});
