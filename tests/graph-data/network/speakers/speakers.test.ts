import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLens } from '../../../../graph-data/network/lens/apply-lens.ts';
import type { Network } from '../../../../graph-data/network/network.ts';
import { countPublishers } from '../../../../graph-data/network/speakers/count-publishers.ts';
import { countSpeakers } from '../../../../graph-data/network/speakers/count-speakers.ts';
import type { Counted, Voice } from '../../../../graph-data/network/speakers/hearsay.ts';
import type { SmallDataset } from '../../../fixtures/small-network.ts';
import { toSmallNetwork } from '../../../fixtures/small-network.ts';
import { arbitraryDataset, arbitraryLens } from '../arbitrary-dataset.ts';
import type { ReadClaim } from '../naive-network.ts';
import { lookThrough, readAs } from '../naive-network.ts';

type Name = string | null;
const nameOf = (network: Network, voice: Voice): Name => network.actors[voice]?.id ?? null;
const byName = (network: Network, list: readonly Counted<Voice>[]): [Name, number][] =>
  list.map(({ value, claims }) => [nameOf(network, value), claims]);

/** Speaker and inner speakers of a claim, nobody twice in a row. */
const chainOf = (dataset: SmallDataset, claim: ReadClaim): Name[] =>
  [claim.speaker, ...claim.via.map((id) => readAs(dataset, id))].filter(
    (name, at, all) => name !== all[at - 1],
  );

const count = <T>(values: readonly T[]): [T, number][] =>
  [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]);
/** Most first, then by id; the document's own voice before all ids. */
const ranked = (counts: [Name, number][]): [Name, number][] =>
  counts.sort(([a, x], [b, y]) => y - x || ((a ?? '') < (b ?? '') ? -1 : 1));

describe('countSpeakers', () => {
  it('when dataset and lens are any, then everyone’s reach is what a plain count of the claims gives', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, (dataset, lens) => {
        const network = toSmallNetwork(dataset);
        const { ranked: found, hearsay } = countSpeakers(network, applyLens(network, lens));
        const claims = lookThrough(dataset, lens);
        const publisherOf = (id: string) =>
          dataset.documents.find((document) => document.id === id)?.publisher;
        const voices = new Set<Name>(claims.flatMap((claim) => [claim.speaker, ...chainOf(dataset, claim)]));
        const said = (name: Name) => claims.filter(({ speaker }) => speaker === name);
        expect(found.map(({ voice, claims: own }) => [nameOf(network, voice), own])).toEqual(
          ranked([...voices].map((name) => [name, said(name).length])),
        );
        for (const { voice, ...reach } of found) {
          const name = nameOf(network, voice);
          const own = said(name);
          expect(reach).toEqual({
            claims: own.length,
            aboutItself: own.filter(({ subject, object }) => subject === name || object === name).length,
            documents: new Set(own.map(({ document }) => document)).size,
            publishers: new Set(own.map(({ document }) => publisherOf(document))).size,
          });
          const chains = claims.map((claim) => chainOf(dataset, claim)).filter((chain) => chain.length > 1);
          // Of each chain those one place from where the name stands, each once.
          const beside = (step: number): Name[] =>
            chains.flatMap((chain) => [
              ...new Set(
                chain.flatMap((each, at) =>
                  each === name && at + step >= 0 && at + step < chain.length
                    ? [chain[at + step] ?? null]
                    : [],
                ),
              ),
            ]);
          const { quotes, quotedBy, heard, chains: standing } = hearsay.of(voice);
          expect(byName(network, quotes)).toEqual(ranked(count(beside(1))));
          expect(byName(network, quotedBy)).toEqual(ranked(count(beside(-1))));
          expect(heard).toBe(chains.filter((chain) => chain.slice(1).includes(name)).length);
          const sum = standing.reduce((total, chain) => total + chain.claims, 0);
          expect(sum).toBe(chains.filter((chain) => chain.includes(name)).length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('countPublishers', () => {
  it('when dataset and lens are any, then whom each lets speak, up to so many, is what a plain count of the claims gives', () => {
    fc.assert(
      fc.property(arbitraryDataset, arbitraryLens, fc.integer({ min: 1, max: 8 }), (dataset, lens, most) => {
        const network = toSmallNetwork(dataset);
        const { ranked: found, wholeClaims } = countPublishers(network, applyLens(network, lens), most);
        const claims = lookThrough(dataset, lens);
        const publisherOf = (id: string) =>
          dataset.documents.find((document) => document.id === id)?.publisher;
        const groups = Map.groupBy(claims, ({ document }) => publisherOf(document) ?? '');
        expect(found.map((each) => [each.publisher, each.claims])).toEqual(
          ranked([...groups].map(([name, own]) => [name, own.length])),
        );
        for (const { publisher, documents, handedOn, voices, voiceCount } of found) {
          const own = groups.get(publisher) ?? [];
          expect(documents).toBe(new Set(own.map(({ document }) => document)).size);
          expect(handedOn).toBe(own.filter(({ via }) => via.length > 0).length);
          const all = ranked(count<Name>(own.map(({ speaker }) => speaker)));
          expect(byName(network, voices)).toEqual(all.slice(0, most));
          expect(voiceCount).toBe(all.length);
        }
        const whole = [...wholeClaims].flatMap((own, at): [Name, number][] =>
          own > 0 ? [[nameOf(network, at - 1), own]] : [],
        );
        expect(ranked(whole)).toEqual(ranked(count<Name>(claims.map(({ speaker }) => speaker))));
      }),
      { numRuns: 150 },
    );
  });
});
