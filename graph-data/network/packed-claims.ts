import type { ClaimId } from '../model/ids.ts';
import type { ClaimTable } from './claim-table.ts';

/** A claim table as bytes, to be kept and opened again without reading a single claim. */
export interface PackedClaims {
  /** What is no column; plain JSON. */
  readonly rest: {
    readonly labels: readonly string[];
    /** An end that is open is null: JSON knows no infinity. */
    readonly dates: readonly (readonly [text: string, from: number | null, to: number | null])[];
    /** Ids that were not minted here, by row. */
    readonly otherIds: readonly (readonly [row: number, id: ClaimId])[];
  };
  /** Numbers of the byte order of the machine, one column after the other. */
  readonly columns: ReadonlyMap<PackedColumn, Uint8Array>;
}

/** The columns with the kind of number each holds. */
const COLUMNS = {
  subject: Uint32Array,
  object: Uint32Array,
  isReversed: Uint8Array,
  type: Uint8Array,
  label: Uint32Array,
  stance: Uint8Array,
  modality: Uint8Array,
  status: Uint8Array,
  speaker: Int32Array,
  document: Uint32Array,
  saidOn: Int32Array,
  happenedOn: Int32Array,
  origin: Uint32Array,
  idHigh: Uint32Array,
  idLow: Uint32Array,
  /** As many as there are minted ids; all others as many as claims. */
  idMinted: Uint32Array,
  /** As many as claims have inner speakers, one more, and as many as there are inner speakers. */
  viaRow: Uint32Array,
  viaStart: Uint32Array,
  viaActor: Uint32Array,
} as const;

export type PackedColumn = keyof typeof COLUMNS;

export const PACKED_COLUMNS = Object.keys(COLUMNS) as readonly PackedColumn[];

type OwnColumn = `id${string}` | `via${string}`;
type Columns = Pick<ClaimTable, Exclude<PackedColumn, OwnColumn>> & {
  readonly [Name in Extract<PackedColumn, OwnColumn>]: Uint32Array;
};

type NumbersOf = new (buffer: ArrayBufferLike, byteOffset: number, length: number) => Columns[PackedColumn];

/** The bytes are the table's own, not a copy. */
export function packClaims(table: ClaimTable): PackedClaims {
  const { high, low, minted, others } = table.ids;
  const { row, start, actor } = table.via;
  const columns: Columns = {
    ...table,
    ...{ idHigh: high, idLow: low, idMinted: minted },
    ...{ viaRow: row, viaStart: start, viaActor: actor },
  };
  return {
    rest: { labels: table.labels, dates: table.dates.map(packDate), otherIds: [...others] },
    columns: new Map(PACKED_COLUMNS.map((name) => [name, toBytes(columns[name])])),
  };
}

/**
 * The table that was packed; it stands on the bytes given, which must not change after it. Undefined where a column is missing
 * or of another length than the rest: that the numbers are those that were packed is for the caller to know.
 */
export function unpackClaims({ rest, columns: bytes }: PackedClaims): ClaimTable | undefined {
  const columns: Partial<Record<PackedColumn, Columns[PackedColumn]>> = {};
  for (const name of PACKED_COLUMNS) {
    const column = bytes.get(name);
    const size = COLUMNS[name].BYTES_PER_ELEMENT;
    if (column === undefined || column.byteLength % size !== 0) return undefined;
    const { buffer, byteOffset } = column.byteOffset % size === 0 ? column : column.slice();
    const Numbers: NumbersOf = COLUMNS[name];
    columns[name] = new Numbers(buffer, byteOffset, column.byteLength / size);
  }
  const { idHigh, idLow, idMinted, viaRow, viaStart, viaActor, ...others } = columns as Columns;
  const { length } = idHigh;
  const isWhole = [idLow, ...Object.values(others)].every((column) => column.length === length);
  if (!isWhole || idMinted.length + rest.otherIds.length !== length) return undefined;
  if (viaStart.length !== viaRow.length + 1 || viaActor.length !== viaStart.at(-1)) return undefined;
  return {
    ...others,
    length,
    ids: { high: idHigh, low: idLow, minted: idMinted, others: new Map(rest.otherIds) },
    via: { row: viaRow, start: viaStart, actor: viaActor },
    labels: rest.labels,
    dates: rest.dates.map(unpackDate),
  };
}

function toBytes({ buffer, byteOffset, byteLength }: Columns[PackedColumn]): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

type PackedDate = PackedClaims['rest']['dates'][number];
type TableDate = ClaimTable['dates'][number];

function packDate({ text, range: { from, to } }: TableDate): PackedDate {
  return [text, Number.isFinite(from) ? from : null, Number.isFinite(to) ? to : null];
}

function unpackDate([text, from, to]: PackedDate): TableDate {
  return { text, range: { from: from ?? -Infinity, to: to ?? Infinity } };
}
