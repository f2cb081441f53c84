import { CSV_START, toRow } from '../../graph-data/formats/csv/csv-cells.ts';
import type { ReviewedDecision } from '../store/store.ts';

const COLUMNS = ['claim', 'subject', 'type', 'object', 'decision', 'who', 'when', 'document', 'undoneBy'];

/**
 * The review log as CSV (RFC 4180, with a byte order mark), a row a decision, in pieces. Cells that a spreadsheet would take
 * for a formula are defused, since names are anyone's words.
 */
export async function* writeReviewLog(
  decisions: AsyncIterable<readonly ReviewedDecision[]>,
): AsyncGenerator<string> {
  yield `${CSV_START}${toRow(COLUMNS)}`;
  for await (const lot of decisions) {
    yield lot
      .map(({ claim, subject, type, object, decision, author, at, document, undoneBy }) =>
        toRow([claim, subject, type, object, decision, author, at, document, undoneBy ?? undefined]),
      )
      .join('');
  }
}
