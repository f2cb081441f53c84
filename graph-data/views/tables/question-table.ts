import type { CsvTable, TableRow } from '../../formats/csv/csv-table.ts';
import type { ClaimAnswer } from '../../contract/answers.ts';
import { readClaimAnswers } from '../claims-view.ts';
import type { ViewContext } from '../view-context.ts';

/** What a question answers, as a table to take away. */
export interface QuestionTable extends CsvTable {
  /** What the file's name says of it: words of small letters, figures and hyphens; empty ones are left out. */
  readonly name: readonly string[];
}

/** The name a download is saved under: `onrecord-v1-compare-kremlin-white-house.csv`. */
export function toTableFilename({ network }: ViewContext, { name }: QuestionTable): string {
  return `${[`onrecord-v${network.version}`, ...name.filter((word) => word !== '')].join('-')}.csv`;
}

/** Claims whose words are read at once. */
const LOT = 1000;

/** A row of a table of claims that waits for its claim. */
export interface ClaimRow {
  /** The row of the claim in the network. */
  readonly claim: number;
  readonly toCells: (claim: ClaimAnswer) => TableRow;
}

/** The rows of a table of claims, each with its claim, in their order, in lots. A claim that went meanwhile is left out. */
export async function* readClaimRows(
  context: ViewContext,
  rows: Iterable<ClaimRow>,
): AsyncGenerator<TableRow[]> {
  let lot: ClaimRow[] = [];
  for (const row of rows) {
    lot.push(row);
    if (lot.length < LOT) continue;
    yield await readLot(context, lot);
    lot = [];
  }
  yield await readLot(context, lot);
}

async function readLot(context: ViewContext, lot: readonly ClaimRow[]): Promise<TableRow[]> {
  const answers = await readClaimAnswers(
    context,
    lot.map(({ claim }) => claim),
  );
  return lot.flatMap(({ claim, toCells }) => answers([claim]).map(toCells));
}
