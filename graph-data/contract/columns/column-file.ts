/**
 * Columns of numbers and texts in one block of bytes, readable in place: what a large answer travels as. All numbers are
 * little-endian.
 *
 * | bytes | what |
 * | --- | --- |
 * | 0–3 | `ORC1` |
 * | 4–7 | length of the header in bytes, a multiple of 8 |
 * | 8–… | the header, JSON in UTF-8, filled up with spaces: `{"head": …, "columns": [{name, type, offset, length}]}` |
 * | then | the columns, each at a multiple of 8 bytes; `offset` counts from the end of the header, `length` is in values |
 *
 * A list of texts is two columns: `NAME` of type `text` (all of them in a row, UTF-8) and `NAME.at`, where each begins and the
 * last one ends, in UTF-16 code units.
 */

const MAGIC = [0x4f, 0x52, 0x43, 0x31];
const START = 8;
const ALIGNMENT = 8;

export const COLUMN_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  u32: Uint32Array,
  i32: Int32Array,
  f64: Float64Array,
} as const;

export type CountColumn = Uint8Array | Uint16Array | Uint32Array;
export type NumberColumn = CountColumn | Int32Array | Float64Array;
export type Columns = Readonly<Record<string, NumberColumn | readonly string[]>>;

/** The bytes are no column file, or not the expected one: cut off, changed on the way, or of another version. */
export class BrokenColumnsError extends Error {
  constructor(detail: string) {
    super(`the columns cannot be read: ${detail}`);
    this.name = 'BrokenColumnsError';
  }
}

interface ColumnEntry {
  readonly name: string;
  readonly type: keyof typeof COLUMN_TYPES | 'text';
  /** Bytes from the end of the header. */
  readonly offset: number;
  /** Values; bytes of a text. */
  readonly length: number;
}

/**
 * Writes a head (anything JSON holds) and columns; a lone surrogate in a text becomes U+FFFD. The same input gives the same
 * bytes. Throws on a big-endian machine.
 */
export function encodeColumns(head: unknown, columns: Columns): Uint8Array<ArrayBuffer> {
  requireLittleEndian();
  const encoder = new TextEncoder();
  const parts: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  const entries: ColumnEntry[] = [];
  let size = 0;
  const add = (name: string, type: ColumnEntry['type'], length: number, bytes: Uint8Array): void => {
    entries.push({ name, type, offset: size, length });
    parts.push({ at: size, bytes });
    size = padded(size + bytes.length);
  };
  const addNumbers = (name: string, values: NumberColumn): void =>
    add(
      name,
      typeOf(values),
      values.length,
      new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
    );
  for (const [name, values] of Object.entries(columns)) {
    if (!isTexts(values)) {
      addNumbers(name, values);
      continue;
    }
    const starts = new Uint32Array(values.length + 1);
    values.forEach((text, index) => {
      starts[index + 1] = (starts[index] ?? 0) + text.length;
    });
    const bytes = encoder.encode(values.join(''));
    add(name, 'text', bytes.length, bytes);
    addNumbers(`${name}.at`, starts);
  }
  const header = encoder.encode(JSON.stringify({ head, columns: entries }));
  const from = START + padded(header.length);
  const file = new Uint8Array(from + size);
  file.set(MAGIC);
  new DataView(file.buffer).setUint32(4, from - START, true);
  file.fill(0x20, START + header.length, from);
  file.set(header, START);
  for (const { at, bytes } of parts) file.set(bytes, from + at);
  return file;
}

/** Columns as they were read: asked for by name and type, views of the bytes where possible. */
export interface ColumnFile {
  readonly head: unknown;
  /** @param length how many values there must be; any number where it is left out */
  numbers<T extends keyof typeof COLUMN_TYPES>(
    name: string,
    type: T,
    length?: number,
  ): InstanceType<(typeof COLUMN_TYPES)[T]>;
  /** Whole numbers from 0 up, of whichever type they were written in: see {@link toNarrow}. */
  counts(name: string, length?: number): Uint32Array;
  texts(name: string, length?: number): string[];
}

/** The same numbers in the narrowest type that holds them all. */
export function toNarrow(values: Uint32Array): CountColumn {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  if (most > 0xffff) return values;
  return most > 0xff ? Uint16Array.from(values) : Uint8Array.from(values);
}

/** Reads a column file. Throws {@link BrokenColumnsError}, also from the methods of what it answers. */
export function decodeColumns(bytes: Uint8Array): ColumnFile {
  requireLittleEndian();
  const file =
    bytes.byteOffset % ALIGNMENT === 0 && bytes.buffer instanceof ArrayBuffer
      ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length)
      : new Uint8Array(bytes);
  if (file.length < START || MAGIC.some((byte, index) => file[index] !== byte))
    throw new BrokenColumnsError('they do not begin as such a file does');
  const from = START + new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  if (from > file.length || from % ALIGNMENT !== 0) throw new BrokenColumnsError('the header is cut off');
  const { head, entries } = parseHeader(file.subarray(START, from));
  const find = (name: string, type: ColumnEntry['type'], width: number, length?: number): ColumnEntry => {
    const entry = entries.get(name);
    if (entry === undefined) throw new BrokenColumnsError(`there is no column ${name}`);
    if (entry.type !== type) throw new BrokenColumnsError(`${name} is of type ${entry.type}, not ${type}`);
    if (length !== undefined && entry.length !== length)
      throw new BrokenColumnsError(`${name} has ${entry.length} values, not ${length}`);
    if (entry.offset % ALIGNMENT !== 0 || from + entry.offset + entry.length * width > file.length)
      throw new BrokenColumnsError(`${name} lies outside the file`);
    return entry;
  };
  const numbers: ColumnFile['numbers'] = <T extends keyof typeof COLUMN_TYPES>(
    name: string,
    type: T,
    length?: number,
  ) => {
    const Type = COLUMN_TYPES[type];
    const entry = find(name, type, Type.BYTES_PER_ELEMENT, length);
    const { buffer, byteOffset } = file;
    return new Type(buffer, byteOffset + from + entry.offset, entry.length) as InstanceType<
      (typeof COLUMN_TYPES)[T]
    >;
  };
  return {
    head,
    numbers,
    counts(name, length) {
      const type = entries.get(name)?.type;
      if (type === 'u8' || type === 'u16') return new Uint32Array(numbers(name, type, length));
      return numbers(name, 'u32', length);
    },
    texts(name, length) {
      const { offset, length: size } = find(name, 'text', 1);
      const text = decodeText(file.subarray(from + offset, from + offset + size), name);
      const at = numbers(`${name}.at`, 'u32', length === undefined ? undefined : length + 1);
      requireRising(at, text.length, `${name}.at`);
      return Array.from({ length: Math.max(0, at.length - 1) }, (_, index) =>
        text.slice(at[index], at[index + 1]),
      );
    },
  };
}

/** Throws unless the column starts at 0, never falls, and ends at `end`: the bounds of lists in a row. */
export function requireRising(column: Uint32Array, end: number, name: string): void {
  let last = 0;
  for (const value of column) {
    if (value < last) throw new BrokenColumnsError(`${name} falls`);
    last = value;
  }
  if (column.length === 0 || column[0] !== 0 || last !== end)
    throw new BrokenColumnsError(`${name} does not run from 0 to ${end}`);
}

/** Throws unless every value is at least `least` and less than `end`: an index that leads somewhere. */
export function requireBelow(column: NumberColumn, end: number, name: string, least = 0): void {
  for (const value of column) {
    if (value >= least && value < end) continue;
    throw new BrokenColumnsError(`${name} holds ${value}, which is outside ${least} to ${end - 1}`);
  }
}

function parseHeader(bytes: Uint8Array): { head: unknown; entries: Map<string, ColumnEntry> } {
  let header: { head?: unknown; columns?: unknown } | null;
  try {
    header = JSON.parse(decodeText(bytes, 'the header')) as typeof header;
  } catch {
    throw new BrokenColumnsError('the header is no JSON');
  }
  if (typeof header !== 'object' || !Array.isArray(header?.columns))
    throw new BrokenColumnsError('the header lists no columns');
  const entries = new Map<string, ColumnEntry>();
  for (const entry of header.columns as unknown[]) {
    if (!isEntry(entry)) throw new BrokenColumnsError('the header describes a column wrongly');
    entries.set(entry.name, entry);
  }
  return { head: header.head, entries };
}

function isEntry(value: unknown): value is ColumnEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { name, offset, length } = value as Partial<Record<keyof ColumnEntry, unknown>>;
  const isCount = (number: unknown): boolean => Number.isSafeInteger(number) && (number as number) >= 0;
  return typeof name === 'string' && isCount(offset) && isCount(length);
}

function decodeText(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new BrokenColumnsError(`${name} is no UTF-8`);
  }
}

function isTexts(values: NumberColumn | readonly string[]): values is readonly string[] {
  return Array.isArray(values);
}

function typeOf(values: NumberColumn): keyof typeof COLUMN_TYPES {
  if (values instanceof Uint8Array) return 'u8';
  if (values instanceof Uint16Array) return 'u16';
  if (values instanceof Uint32Array) return 'u32';
  return values instanceof Int32Array ? 'i32' : 'f64';
}

function padded(size: number): number {
  return Math.ceil(size / ALIGNMENT) * ALIGNMENT;
}

function requireLittleEndian(): void {
  if (new Uint8Array(new Uint16Array([1]).buffer)[0] !== 1)
    throw new Error('column files are read and written on little-endian machines only');
}
