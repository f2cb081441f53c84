import type { DatabaseSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';
import type { ClaimTable } from '../../graph-data/network/claim-table.ts';
import type { PackedClaims, PackedColumn } from '../../graph-data/network/packed-claims.ts';
import { PACKED_COLUMNS, packClaims, unpackClaims } from '../../graph-data/network/packed-claims.ts';
import { LATEST_MIGRATION } from './migrate.ts';

/** Which claims a table holds: all of the store, or the accepted ones. */
export type ClaimScope = 'all' | 'accepted';

/** A part of a kept table as a row of `claim_columns`. */
export interface KeptPart {
  readonly name: string;
  readonly checksum: number;
  readonly bytes: Uint8Array;
}

/** The next number whenever the same claims come to another table, or are packed in another way: a test says so. */
const FORMAT = 2;
/** The part that is written last, and without which the others are nothing. */
const HEAD = 'head';

interface Head {
  /** All that the table was made for; see {@link toFit}. */
  readonly fit: string;
  /** Of the columns: those of another writing do not belong to it. */
  readonly checksums: Readonly<Partial<Record<PackedColumn, number>>>;
  readonly rest: PackedClaims['rest'];
}

/**
 * The claims of this version as a table, as they were kept; undefined where none are, where they were kept for another
 * version, scope, schema, format, byte order or number of rows, and where a byte of them is not as it was written. The caller
 * holds a transaction.
 */
export function readKeptClaims(
  database: DatabaseSync,
  version: number,
  scope: ClaimScope,
): ClaimTable | undefined {
  const statement = database.prepare('select checksum, bytes from claim_columns where name = ?');
  const read = (name: string): KeptPart | undefined => {
    const row = statement.get(name) as Omit<KeptPart, 'name'> | undefined;
    return row !== undefined && crc32(row.bytes) === row.checksum ? { name, ...row } : undefined;
  };
  const head = read(HEAD);
  if (head === undefined) return undefined;
  const { fit, checksums, rest } = JSON.parse(new TextDecoder().decode(head.bytes)) as Head;
  if (fit !== toFit(database, version, scope)) return undefined;
  const columns = new Map<PackedColumn, Uint8Array>();
  for (const name of PACKED_COLUMNS) {
    const column = read(name);
    if (column === undefined || column.checksum !== checksums[name]) return undefined;
    columns.set(name, column.bytes);
  }
  return unpackClaims({ rest, columns });
}

/** A table as parts, in the order they are to be written: its head is the last. */
export function toKeptParts(
  database: DatabaseSync,
  version: number,
  scope: ClaimScope,
  table: ClaimTable,
): KeptPart[] {
  const { columns, rest } = packClaims(table);
  const parts = [...columns].map(([name, bytes]) => ({ name, checksum: crc32(bytes), bytes }));
  const head: Head = {
    fit: toFit(database, version, scope),
    checksums: Object.fromEntries(parts.map(({ name, checksum }) => [name, checksum])),
    rest,
  };
  const bytes = new TextEncoder().encode(JSON.stringify(head));
  return [...parts, { name: HEAD, checksum: crc32(bytes), bytes }];
}

/** Takes the place of the part of the same name. */
export function writeKeptPart(database: DatabaseSync, { name, checksum, bytes }: KeptPart): void {
  database
    .prepare('insert or replace into claim_columns (name, checksum, bytes) values (?, ?, ?)')
    .run(name, checksum, bytes);
}

/** Equal only where a table kept then is the table that would be built now. */
function toFit(database: DatabaseSync, version: number, scope: ClaimScope): string {
  const counts = database
    .prepare(
      `select (select count(*) from claims) as claims, (select count(*) from actors) as actors,
        (select count(*) from documents) as documents, (select count(*) from relation_types) as types`,
    )
    .get();
  const isLittleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
  return JSON.stringify({
    format: FORMAT,
    isLittleEndian,
    schema: LATEST_MIGRATION,
    version,
    scope,
    ...counts,
  });
}
