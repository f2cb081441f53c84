import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { neighboursQuery } from '../../../graph-data/contract/queries.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { DIRECTIONS } from '../../../graph-data/network/neighbourhood/neighbourhood.ts';
import { writeNeighbours } from '../../../graph-data/views/neighbours-json.ts';
import { viewNeighbours } from '../../../graph-data/views/neighbours-view.ts';
import { toSmallContext, toSmallDataset } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe('writeNeighbours', () => {
  it('when dataset, lens, direction and depth are any, then it is viewNeighbours as JSON, also the second time', () => {
    fc.assert(
      fc.property(
        arbitraryDataset,
        arbitraryLens,
        fc.constantFrom('ann', 'bob', 'cy', 'gus'),
        fc.constantFrom(...DIRECTIONS),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 4 }),
        (dataset, lens, id, direction, depth, limit) => {
          const context = toSmallContext(dataset);
          for (const pairs of [toLensParameters(lens), []]) {
            const parameters = new URLSearchParams([
              ...pairs,
              ['direction', direction],
              ['depth', String(depth)],
              ['limit', String(limit)],
            ]);
            const query = parseQuery(neighboursQuery, parameters);
            const expected = JSON.stringify(viewNeighbours(context, id, query));
            expect(textOf(writeNeighbours(context, id, query))).toBe(expected);
            expect(textOf(writeNeighbours(context, id, query))).toBe(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('when names and labels need escaping, or the answer is long, then it is JSON all the same', () => {
    const others = Array.from({ length: 400 }, (_, index) => `other-${index}`);
    const context = toSmallContext(
      toSmallDataset({
        actors: [{ id: 'a', name: 'Ann "Ä\\€😀" \n', kind: 'person' }],
        claims: others.flatMap((other) => [
          { says: `a leads ${other}`, label: 'led "\u2028' },
          { says: `a leads ${other}` },
          { says: `a leads ${other}`, speaker: 'a' },
          { says: `${other} consults a` },
        ]),
      }),
    );
    const query = parseQuery(neighboursQuery, new URLSearchParams('limit=500'));
    expect(textOf(writeNeighbours(context, 'a', query))).toBe(
      JSON.stringify(viewNeighbours(context, 'a', query)),
    );
  });
});
