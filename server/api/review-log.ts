import { toCell } from '../../graph-data/formats/csv/csv-writer.ts';
import type { ReviewedDecision } from '../store/store.ts';

const COLUMNS = ['claim', 'subject', 'type', 'object', 'decision', 'who', 'when', 'document', 'undoneBy'];

/**
 * The review log as CSV (RFC 4180, with a byte order mark), a row a decision, in pieces. Cells that a spreadsheet would take
 * for a formula are defused, since names are anyone's words.
 */
export async function* writeReviewLog(
  decisions: AsyncIterable<readonly ReviewedDecision[]>,
): AsyncGenerator<string> {
  yield `\uFEFF${toRow(COLUMNS)}`;
  for await (const lot of decisions) {
    yield lot
      .map(({ claim, subject, type, object, decision, author, at, document, undoneBy }) =>
        toRow([claim, subject, type, object, decision, author, at, document, undoneBy ?? undefined]),
      )
      .join('');
  }
}

function toRow(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}
