import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../../../../graph-data/model/actor.ts';
import { parseDate } from '../../../../graph-data/model/dates.ts';
import type { Lens } from '../../../../graph-data/model/lens.ts';
import { CLOCKS } from '../../../../graph-data/model/lens.ts';
import { MODALITIES, STANCES } from '../../../../graph-data/model/vocabulary.ts';
import type { FacetList } from '../../../../graph-data/network/lens/facet-tests.ts';
import { FACET_LISTS } from '../../../../graph-data/network/lens/facet-tests.ts';
import { countFacets } from '../../../../graph-data/network/lens/facets.ts';
import { toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import { lookThrough } from '../naive-network.ts';

describe('countFacets', () => {
  it('when dataset and lens are any, then a value counts what a plain filter leaves with that value alone', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const network = toSmallNetwork(dataset);
        const counts = countFacets(network, lens);
        const values: Readonly<Record<FacetList, readonly (string | undefined)[]>> = {
          speakers: [
            'none',
            ...network.actors.map(({ id, mergedInto }) => (mergedInto === undefined ? id : undefined)),
          ],
          publishers: counts.publisherNames,
          documents: network.documents.map(({ id }) => id),
          types: network.vocabulary.types.map(({ id }) => id),
          stances: STANCES,
          modalities: MODALITIES,
          kinds: ACTOR_KINDS,
        };
        for (const facet of FACET_LISTS) {
          expect(counts.any[facet], facet).toBe(lookThrough(dataset, { ...lens, [facet]: [] }).length);
          values[facet].forEach((value, place) => {
            const left = value === undefined ? 0 : lookThrough(dataset, { ...lens, [facet]: [value] }).length;
            expect(counts.values[facet][place], `${facet} ${value}`).toBe(left);
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('when dataset and lens are any, then thresholds count what they leave, and none that leaves anything is missing', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const counts = countFacets(toSmallNetwork(dataset), lens);
        for (const name of ['minClaims', 'minOrigins'] as const) {
          for (const least of [1, 2, 3, 5, 10]) {
            const left = lookThrough(dataset, { ...lens, [name]: least }).length;
            expect(counts[name].get(least) ?? 0, `${name} ${least}`).toBe(left);
          }
          expect(counts[name].has(lens[name])).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('when dataset and lens are any, then a clock counts what it leaves of the dates asked for, and spans the days there are', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const { clocks } = countFacets(toSmallNetwork(dataset), lens);
        const everAsked: Pick<Lens, 'from' | 'to'> =
          lens.from === null && lens.to === null ? { from: '../2999', to: null } : lens;
        for (const clock of CLOCKS) {
          const left = lookThrough(dataset, { ...lens, from: everAsked.from, to: everAsked.to, clock });
          expect(clocks[clock].claims, clock).toBe(left.length);
        }
        const published = (id: string): string | null =>
          dataset.documents.find((document) => document.id === id)?.publishedAt ?? null;
        const days = lookThrough(dataset, { ...lens, from: null, to: null, minClaims: 1, minOrigins: 1 })
          .map((claim) => claim.saidOn ?? published(claim.document))
          .flatMap((date) => (date === null ? [] : [parseDate(date)?.from ?? -Infinity]))
          .filter(Number.isFinite);
        expect(clocks.said.first).toBe(days.length === 0 ? null : Math.min(...days));
      }),
      { numRuns: 200 },
    );
  });
});
