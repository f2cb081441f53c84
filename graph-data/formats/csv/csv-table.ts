import type { FileValue } from '../network-file.ts';
import { Utf8Text } from '../utf8-text.ts';
import { CHUNK_BYTES } from '../write-file.ts';
import { CSV_START, toRow } from './csv-cells.ts';

/** One cell per column, in their order. */
export type TableRow = readonly FileValue[];

/** A table to write: its columns, and its rows in lots of any size; a lot is asked for when the one before it is written. */
export interface CsvTable {
  readonly columns: readonly string[];
  /** What it shows of how much: stands in a last column of every row, so that a row cut out of it still says so. */
  readonly shown: string;
  readonly lots: Iterable<Iterable<TableRow>> | AsyncIterable<Iterable<TableRow>>;
}

/** Writes a table as CSV, as `writeCsv` does a network, in chunks of about 256 kB. Equal inputs give equal bytes. */
export async function* writeCsvTable({
  columns,
  shown,
  lots,
}: CsvTable): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const text = new Utf8Text();
  text.write(`${CSV_START}${toRow([...columns, 'shown'])}`);
  for await (const lot of lots) {
    for (const row of lot) {
      text.write(toRow([...row, shown]));
      if (text.length >= CHUNK_BYTES) yield text.take();
    }
  }
  yield text.take();
}
