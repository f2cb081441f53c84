import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onlyNamed } from '../../../graph-data/network/only-named.ts';
import { toNetwork } from '../../../graph-data/network/network.ts';
import { toSmallDataset, toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';

describe('onlyNamed', () => {
  it('when some are named by no claim, then they are gone, and who is read as a named one stays', () => {
    const network = toSmallNetwork(
      toSmallDataset({
        actors: [
          'abe',
          { id: 'ann', name: 'Ann', kind: 'person' },
          { id: 'zed', name: 'Zed', kind: 'person', mergedInto: 'ann' },
          { id: 'kay', name: 'Kay', kind: 'person', mergedInto: 'abe' },
          'guy',
        ],
        claims: [{ says: 'ann supports bo', speaker: 'cy', via: ['di'] }],
      }),
    );
    const { actors, actorIndex } = onlyNamed(network);
    expect(actors.map(({ id }) => id)).toEqual(['ann', 'bo', 'cy', 'di', 'zed']);
    expect(actorIndex.get('zed' as never)).toBe(actorIndex.get('ann' as never));
  });

  it('when the dataset is any, then it is the network that the actors left and the same claims give', () => {
    fc.assert(
      fc.property(arbitraryDataset, (dataset) => {
        const network = toSmallNetwork(dataset);
        const left = onlyNamed(network);
        const ids = new Set(left.actors.map(({ id }) => id));
        const actors = dataset.actors.filter(({ id }) => ids.has(id));
        const stated = new Set(dataset.claims.map(({ document }) => document));
        const documents = network.documents.filter(({ id }) => stated.has(id));
        expect(left).toStrictEqual(toNetwork({ ...network, actors, documents, claims: dataset.claims }));
      }),
    );
  });
});
