import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimTable } from '../../../graph-data/network/claim-table.ts';
import type { PackedClaims } from '../../../graph-data/network/packed-claims.ts';
import { PACKED_COLUMNS, packClaims, unpackClaims } from '../../../graph-data/network/packed-claims.ts';
import { toSmallNetwork } from '../../fixtures/small-network.ts';
import { arbitraryDataset } from './arbitrary-dataset.ts';

/** As a disk gives it back: what is no column has been JSON, and columns are somewhere in memory. */
function overDisk({ rest, columns }: PackedClaims, offset = 0): PackedClaims {
  const moved = [...columns].map(([name, bytes]) => {
    const place = new Uint8Array(bytes.length + offset).subarray(offset);
    place.set(bytes);
    return [name, place] as const;
  });
  return { rest: JSON.parse(JSON.stringify(rest)) as PackedClaims['rest'], columns: new Map(moved) };
}

const table: ClaimTable = fc
  .sample(
    arbitraryDataset.filter(({ claims }) => claims.length > 5),
    { seed: 3, numRuns: 1 },
  )
  .map((dataset) => toSmallNetwork(dataset).claims)[0] as ClaimTable;

describe('a packed claim table', () => {
  it('when any table is packed, stored and unpacked, then it is the same table', () => {
    fc.assert(
      fc.property(arbitraryDataset, fc.nat({ max: 3 }), (dataset, offset) => {
        const { claims } = toSmallNetwork(dataset);
        expect(unpackClaims(overDisk(packClaims(claims), offset))).toStrictEqual(claims);
      }),
    );
  });

  it('when ids are minted, and when they are not, then both are found again', () => {
    const { ids } = unpackClaims(overDisk(packClaims(table))) as ClaimTable;
    expect(ids.minted.length + ids.others.size).toBe(table.length);
    expect(ids).toStrictEqual(table.ids);
  });

  it.each(PACKED_COLUMNS)(
    'when the column %s is missing, cut short or cut in a number, then there is no table',
    (name) => {
      const packed = packClaims(table);
      const bytes = packed.columns.get(name) as Uint8Array;
      const altered = (column: Uint8Array | undefined): PackedClaims => {
        const columns = new Map(packed.columns);
        if (column === undefined) columns.delete(name);
        else columns.set(name, column);
        return { ...packed, columns };
      };

      expect(unpackClaims(altered(bytes))).toEqual(table);
      expect(unpackClaims(altered(undefined))).toBeUndefined();
      const longer = new Uint8Array(bytes.length + 4);
      expect(unpackClaims(altered(longer))).toBeUndefined();
      expect(unpackClaims(altered(longer.subarray(0, bytes.length + 1)))).toBeUndefined();
    },
  );
});
