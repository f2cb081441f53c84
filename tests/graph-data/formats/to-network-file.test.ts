import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FileEdge, FileValue, NetworkFile } from '../../../graph-data/formats/network-file.ts';
import { toClaimFile } from '../../../graph-data/formats/to-network-file.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { selectAll } from '../../../graph-data/views/view-context.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';

describe('toClaimFile', () => {
  it('when actors are merged, then ends, speaker and inner speakers are those they were merged into', async () => {
    const context = toSmallContext(
      toSmallDataset({
        actors: ['ann', { id: 'zed', name: 'Zed', kind: 'person', mergedInto: 'ann' }],
        claims: [{ says: 'zed supports bo', speaker: 'zed', via: ['zed', 'bo'] }],
      }),
    );
    const file = toClaimFile(
      { network: context.network, positions: context.positions, selection: selectAll(context) },
      (wanted) => context.reader.readClaimWords(wanted),
    );
    const [edge] = await edgesOf(file);

    expect([...file.nodes].map((node) => node.id)).toEqual(['ann', 'bo']);
    expect([edge?.source, edge?.target].map(String)).toEqual(['ann', 'bo']);
    expect(String(valueOf(file, edge, 'speaker'))).toBe('ann');
    expect(valueOf(file, edge, 'via')).toEqual(['ann', 'bo']);
  });

  it('when dataset and lens are any, then each claim that passes is there once, with its own words', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDataset, arbitraryLens, async (dataset, lens) => {
        const { network, positions, reader, select } = toSmallContext(dataset);
        const selection = select(lens);
        const file = toClaimFile({ network, positions, selection }, (wanted) =>
          reader.readClaimWords(wanted),
        );
        const edges = await edgesOf(file);

        const shown = [...selection.passes.keys()].filter((row) => selection.passes[row] === 1);
        expect(edges.map(({ id }) => id).sort()).toEqual(shown.map((row) => getClaimId(network, row)).sort());
        expect(edges).toHaveLength(file.edgeCount);
        const kinds = new Map<string, string[]>();
        for (const edge of edges) {
          const claim = dataset.claims.find(({ id }) => id === edge.id);
          expect(valueOf(file, edge, 'quote')).toBe(claim?.evidence.exact);
          expect(valueOf(file, edge, 'sentence')).toBe(claim?.evidence.sentence);
          expect(String(valueOf(file, edge, 'evidence'))).toBe(claim?.evidence.basis);
          const pair = `${String(edge.source)} ${String(edge.target)}`;
          kinds.set(pair, [...(kinds.get(pair) ?? []), String(edge.kind)]);
        }
        for (const ofPair of kinds.values())
          expect(ofPair.sort()).toEqual(ofPair.map((_, place) => `c${place + 1}`).sort());
      }),
    );
  });
});

async function edgesOf({ edges }: NetworkFile): Promise<FileEdge[]> {
  const found: FileEdge[] = [];
  for await (const lot of edges) found.push(...lot);
  return found;
}

function valueOf({ edgeAttributes }: NetworkFile, edge: FileEdge | undefined, name: string): FileValue {
  return edge?.values[edgeAttributes.findIndex(({ id }) => id === name)];
}
