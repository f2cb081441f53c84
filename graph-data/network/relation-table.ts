import type { ClaimTable } from './claim-table.ts';

/** The relations as columns, in claim-table order: relation r holds the claims `firstClaim[r]` to `firstClaim[r + 1] - 1`. */
export interface RelationTable {
  readonly length: number;
  readonly subject: Uint32Array;
  readonly object: Uint32Array;
  readonly type: Uint8Array;
  /** One longer than the table: the last entry is the number of claims. */
  readonly firstClaim: Uint32Array;
}

/** Cuts the sorted claims into relations: one a (subject, type, object). */
export function toRelationTable(claims: ClaimTable): RelationTable {
  const starts = new Uint32Array(claims.length + 1);
  let length = 0;
  for (let row = 0; row < claims.length; row += 1) {
    const isSame =
      row > 0 &&
      claims.subject[row] === claims.subject[row - 1] &&
      claims.type[row] === claims.type[row - 1] &&
      claims.object[row] === claims.object[row - 1];
    if (isSame) continue;
    starts[length] = row;
    length += 1;
  }
  starts[length] = claims.length;
  const subject = new Uint32Array(length);
  const object = new Uint32Array(length);
  const type = new Uint8Array(length);
  for (let relation = 0; relation < length; relation += 1) {
    const row = starts[relation] ?? 0;
    subject[relation] = claims.subject[row] ?? 0;
    object[relation] = claims.object[row] ?? 0;
    type[relation] = claims.type[row] ?? 0;
  }
  return { length, subject, object, type, firstClaim: starts.slice(0, length + 1) };
}

/** The relation of (subject, type, object), or -1. Binary search: the table is sorted by these three. */
export function findRelation(
  relations: RelationTable,
  subject: number,
  type: number,
  object: number,
): number {
  let low = 0;
  let high = relations.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order =
      (relations.subject[middle] ?? 0) - subject ||
      (relations.type[middle] ?? 0) - type ||
      (relations.object[middle] ?? 0) - object;
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
