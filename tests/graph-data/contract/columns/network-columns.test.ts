import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { networkSchema } from '../../../../graph-data/contract/answers.ts';
import { BrokenColumnsError, encodeColumns } from '../../../../graph-data/contract/columns/column-file.ts';
import { decodeNetwork } from '../../../../graph-data/contract/columns/decode-network.ts';
import { parseQuery } from '../../../../graph-data/contract/parse-query.ts';
import { networkQuery } from '../../../../graph-data/contract/queries.ts';
import type { Lens } from '../../../../graph-data/model/lens.ts';
import { toLensParameters } from '../../../../graph-data/model/lens.ts';
import { createSelector } from '../../../../graph-data/views/view-context.ts';
import type { ViewContext } from '../../../../graph-data/views/view-context.ts';
import { viewNetwork, viewNetworkColumns } from '../../../../graph-data/views/network-view.ts';
import { toSmallNetwork } from '../../../fixtures/small-network.ts';
import type { SmallDataset } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../../network/arbitrary-dataset.ts';

function contextOf(dataset: SmallDataset): Pick<ViewContext, 'network' | 'positions' | 'select'> {
  const network = toSmallNetwork(dataset);
  return {
    network,
    positions: network.actors.flatMap((_, index) => [index + 1 / 3, 1e-9 - index]),
    select: createSelector(network),
  };
}

const queryOf = (lens: Lens, more: Readonly<Record<string, string>>) =>
  parseQuery(networkQuery, new URLSearchParams([...toLensParameters(lens), ...Object.entries(more)]));

describe('viewNetworkColumns and decodeNetwork', () => {
  it('when dataset, lens and budget are any, then the columns say exactly what the JSON answer says', () => {
    const budget = fc.record({
      limit: fc.integer({ min: 1, max: 9 }),
      relations: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        budget,
        fc.nat(8),
        (dataset, lens, { limit, relations }, at) => {
          const context = contextOf(dataset) as ViewContext;
          const { actors } = context.network;
          const expand = `${actors[at % actors.length]?.id ?? ''}.2`;
          const query = queryOf(lens, { limit: `${limit}`, relations: `${relations}`, expand });
          let json;
          try {
            json = viewNetwork(context, query);
          } catch (error) {
            expect(() => viewNetworkColumns(context, query)).toThrow((error as Error).message);
            return;
          }
          const decoded = decodeNetwork(viewNetworkColumns(context, query));
          expect(decoded).toEqual(JSON.parse(JSON.stringify(json)));
          expect(networkSchema.parse(decoded)).toEqual(decoded);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('when any byte is changed, then the file is refused in a sentence or still read as a network', () => {
    const [dataset] = fc.sample(arbitraryDataset, { numRuns: 1, seed: 5 });
    if (dataset === undefined) throw new Error('no dataset');
    const query = parseQuery(networkQuery, new URLSearchParams());
    const bytes = viewNetworkColumns(contextOf(dataset) as ViewContext, query);
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        try {
          const { nodes, edges } = decodeNetwork(changed);
          const keys = new Set(nodes.map(({ key }) => key));
          for (const { source, target } of edges) expect(keys.has(source) && keys.has(target)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(BrokenColumnsError);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('when the columns hold something else, then that is said', () => {
    expect(() => decodeNetwork(encodeColumns({ format: 'gexf' }, {}))).toThrow(/hold no network/);
    expect(() => decodeNetwork(encodeColumns(null, {}))).toThrow(/hold no network/);
    expect(() => decodeNetwork(encodeColumns({ format: 'onrecord-network' }, {}))).toThrow(/head/);
  });
});
