import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ClaimTable } from '../../graph-data/network/claim-table.ts';
import type { ClaimScope, KeptPart } from './kept-claims.ts';
import type { Store } from './store.ts';

/** Bytes of one change: a few milliseconds of writing. */
const LOT_BYTES = 2_000_000;

/** {@link Store.keepClaims}, over the store's changes. */
export async function keepClaims(
  transact: Store['transact'],
  version: number,
  scope: ClaimScope,
  table: ClaimTable,
): Promise<boolean> {
  const parts = await transact((transactor) =>
    Promise.resolve(transactor.toKeptParts(version, scope, table)),
  );
  for (const lot of toLots(parts)) {
    if (!(await transact((transactor) => transactor.writeKeptParts(version, lot)))) return false;
    await nextTurn();
  }
  return true;
}

/** The parts in their order, as many together as {@link LOT_BYTES} hold, one at least. */
function toLots(parts: readonly KeptPart[]): KeptPart[][] {
  const lots: KeptPart[][] = [];
  let lot: KeptPart[] | undefined;
  let free = 0;
  for (const part of parts) {
    if (lot === undefined || part.bytes.byteLength > free) {
      lot = [];
      lots.push(lot);
      free = LOT_BYTES;
    }
    lot.push(part);
    free -= part.bytes.byteLength;
  }
  return lots;
}
