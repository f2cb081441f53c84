import { Readable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { CsvError, parse } from 'csv-parse';
import type { TextEncoding } from '../../graph-data/formats/csv/decode-text.ts';
import { decodeText } from '../../graph-data/formats/csv/decode-text.ts';
import type { Delimiter } from '../../graph-data/formats/csv/detect-delimiter.ts';
import { detectDelimiter } from '../../graph-data/formats/csv/detect-delimiter.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';

/** Largest table once it is unpacked, in bytes: a small packed file may hold any amount. */
const LARGEST_TABLE = 256 * 1024 * 1024;
/** Longest row, in bytes: a quotation mark that is never closed takes the rest of the file for one cell. */
const LONGEST_ROW = 1_000_000;
const SLICE = 65_536;
/** After so many rows other work has its turn. */
const ROWS_A_TURN = 1000;

export interface TableRow {
  /** Where it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter;
  /** In order, empty lines left out; the headers first. May be read once. Throws OnrecordError `malformed-body`. */
  readonly rows: AsyncGenerator<TableRow>;
}

/**
 * Opens a table of delimited text (RFC 4180 with any of four delimiters), packed by gzip or not: encoding and delimiter are
 * recognised. Throws OnrecordError `malformed-body` for bytes that are no such table.
 * @param headers those a person says columns are read from
 */
export function openTable(bytes: Uint8Array, headers: readonly string[]): Table {
  const { text, encoding } = decodeText(unpack(bytes));
  if (text.slice(0, 10_000).includes('\0')) throw malformed('expected text, found binary data');
  const delimiter = detectDelimiter(text, headers);
  return { encoding, delimiter, rows: readRows(text, delimiter) };
}

function unpack(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: LARGEST_TABLE });
  } catch (error) {
    const isTooLarge = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw malformed(
      isTooLarge
        ? `expected at most ${LARGEST_TABLE / 1024 / 1024} MB once unpacked`
        : 'the gzip file is damaged',
    );
  }
}

async function* readRows(text: string, delimiter: Delimiter): AsyncGenerator<TableRow> {
  const parser = Readable.from(slices(text)).compose(
    parse({
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_ROW,
    }),
  ) as AsyncIterable<{ readonly record: readonly string[]; readonly info: { readonly lines: number } }>;
  let count = 0;
  try {
    for await (const { record, info } of parser) {
      count += 1;
      if (count % ROWS_A_TURN === 0) await nextTurn();
      yield { line: info.lines - countBreaks(record), cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw malformed(`the table cannot be read after row ${count}: ${toReason(error)}`);
  }
}

function* slices(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

/** The record's own line breaks: the parser counts lines up to its end. */
function countBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function toReason(error: CsvError): string {
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed';
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return `a row is longer than ${LONGEST_ROW / 1_000_000} MB; a quotation mark may not be closed`;
  return error.message.slice(0, 200);
}

function malformed(detail: string): OnrecordError {
  return new OnrecordError('malformed-body', detail, [{ pointer: '/body', detail }]);
}
