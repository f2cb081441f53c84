import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facetsSchema } from '../../../graph-data/contract/answers.ts';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { FACETS, facetsQuery, networkQuery } from '../../../graph-data/contract/queries.ts';
import { toLensParameters } from '../../../graph-data/model/lens.ts';
import { viewFacets } from '../../../graph-data/views/facets-view.ts';
import { viewNetwork } from '../../../graph-data/views/network-view.ts';
import { toSmallContext } from '../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../network/arbitrary-dataset.ts';
import { expectAnswer } from './expect-answer.ts';
import { readShippedDataset } from './shipped-context.ts';

const context = toSmallContext(readShippedDataset());
const ask = (query: string) => viewFacets(context, parseQuery(facetsQuery, new URLSearchParams(query)));
const valuesOf = (query: string, facet: string) =>
  ask(query).facets.find((answer) => answer.facet === facet)?.values ?? [];
/** Not part of any single facet's own condition: every other parameter of the lens. */
const own = (facet: string): readonly string[] => (facet === 'clock' ? ['clock'] : [facet]);

describe('viewFacets', () => {
  it('when dataset and lens are any, then the answer is of the contract’s shape, and a value leaves in the network what it says', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, fc.constantFrom(...FACETS), (dataset, lens, facet) => {
        const small = toSmallContext(dataset);
        const parameters = new URLSearchParams(toLensParameters(lens));
        const answer = viewFacets(small, parseQuery(facetsQuery, parameters));
        expectAnswer(facetsSchema, answer);
        expect(answer.facets.map((entry) => entry.facet)).toEqual(FACETS);
        if (facet === 'clock' && lens.from === null && lens.to === null) return;
        for (const { value, claims } of answer.facets.find((entry) => entry.facet === facet)?.values ?? []) {
          const alone = new URLSearchParams([
            ...[...parameters].filter(([name]) => !own(facet).includes(name)),
            [facet, value],
          ]);
          const network = viewNetwork(small, parseQuery(networkQuery, alone));
          expect(network.attributes.meta.shown.claims, `${facet}=${value}`).toBe(claims);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('when speakers are asked for with a limit, then those with most claims come, with the own voice and the chosen ones', () => {
    const values = valuesOf('limit=1&speaker=tucker-carlson', 'speaker');

    expect(values.map(({ value }) => value)).toEqual(['none', 'tucker-carlson']);
  });

  it('when words are given, then only values that hold them all come, accents and case aside', () => {
    expect(valuesOf('facet=speaker&q=WITKOFF', 'speaker').map(({ value }) => value)).toEqual([
      'steve-witkoff',
    ]);
    expect(ask('facet=speaker&q=nobody').facets[0]).toMatchObject({ found: 0, values: [] });
  });

  it('when some facets are named, then only these are answered', () => {
    expect(ask('facet=kind&facet=type').facets.map(({ facet }) => facet)).toEqual(['type', 'kind']);
  });

  it('when the lens names something unknown, then it is refused', () => {
    expect(() => ask('publisher=Nobody')).toThrow('Nobody');
  });

  it('when claims have dates, then the days they span on each clock are told', () => {
    const { said, happened } = ask('').days;

    expect(said.first?.slice(0, 4)).toBe('2025');
    expect(happened.first ?? '9999').toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
