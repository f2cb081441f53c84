import { describe, expect, it } from 'vitest';
import type { FileEdge } from '../../../graph-data/formats/network-file.ts';
import { toClaimFile } from '../../../graph-data/formats/to-network-file.ts';
import { selectAll } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';

describe('toClaimFile', () => {
  it('when actors are merged, then ends, speaker and inner speakers are those they were merged into', async () => {
    const context = toSmallContext(
      toSmallDataset({
        actors: ['ann', { id: 'zed', name: 'Zed', kind: 'person', mergedInto: 'ann' }],
        claims: [{ says: 'zed supports bo', speaker: 'zed', via: ['zed', 'bo'] }],
      }),
    );
    const { edges, edgeAttributes, nodes } = toClaimFile(
      { network: context.network, positions: context.positions, selection: selectAll(context) },
      (ids) => context.reader.readClaimWords(ids),
    );
    const found: FileEdge[] = [];
    for await (const lot of edges) found.push(...lot);
    const [edge] = found;
    const valueOf = (name: string) => edge?.values[edgeAttributes.findIndex(({ id }) => id === name)];

    expect([...nodes].map((node) => node.id)).toEqual(['ann', 'bo']);
    expect(edge).toMatchObject({ source: 'ann', target: 'bo' });
    expect(valueOf('speaker')).toBe('ann');
    expect(valueOf('via')).toEqual(['ann', 'bo']);
  });
});
