import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../graph-data/contract/parse-query.ts';
import { lensQuery, toLens } from '../../../graph-data/contract/queries.ts';
import { DEFAULT_LENS, toLensParameters } from '../../../graph-data/model/lens.ts';
import { arbitraryLens } from '../network/arbitrary-dataset.ts';

const lensOf = (text: string | [string, string][]) =>
  toLens(parseQuery(lensQuery, new URLSearchParams(text)));

describe('toLens', () => {
  it('when nothing is said, then the lens is the default: what is accepted', () => {
    expect(lensOf('')).toEqual(DEFAULT_LENS);
  });

  it('when every parameter is given, then every condition is in the lens', () => {
    const text =
      'speaker=none&speaker=putin&via=any&publisher=TASS&document=gift&type=supports&stance=negative&modality=denied' +
      '&kind=person&status=proposed&from=2024&to=2025&clock=happened&minClaims=2&minOrigins=3';
    expect(lensOf(text)).toEqual({
      speakers: ['none', 'putin'],
      vias: ['any'],
      publishers: ['TASS'],
      documents: ['gift'],
      types: ['supports'],
      stances: ['negative'],
      modalities: ['denied'],
      kinds: ['person'],
      statuses: ['proposed'],
      from: '2024',
      to: '2025',
      clock: 'happened',
      minClaims: 2,
      minOrigins: 3,
    });
  });

  it('when any lens is written as parameters and read again, then it is written the same', () => {
    fc.assert(
      fc.property(arbitraryLens, (lens) => {
        const parameters = toLensParameters(lens);
        expect(toLensParameters(lensOf(parameters))).toEqual(parameters);
      }),
    );
  });
});
