import type { CompareTableQuery } from '../../contract/queries.ts';
import type { FileValue } from '../../formats/network-file.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { toSlug } from '../../model/ids.ts';
import { Differences, putSideBySide } from '../side-by-side.ts';
import { countWhere } from '../count-claims.ts';
import type { ViewContext } from '../view-context.ts';
import { CLAIM_COLUMNS, toClaimCells } from './claim-cells.ts';
import type { ClaimRow, QuestionTable } from './question-table.ts';
import { readClaimRows } from './question-table.ts';

/**
 * The differences of two views, a row a claim, all claims of each, in the order of `viewCompare`: the number of the difference,
 * whose it is, and which of the two states the claim (both can, where they are spans of time). Throws as `viewCompare` does.
 */
export function toCompareTable(context: ViewContext, query: CompareTableQuery): QuestionTable {
  const { network } = context;
  const sides = putSideBySide(context, query);
  const { compared, union } = sides;
  const differences = new Differences(network, sides, query.side);
  const isTold = new Uint8Array(network.claims.length);
  for (const { a, b } of differences) for (const row of [...a, ...b]) isTold[row] = 1;
  return {
    name: ['compare', toSlug(query.a), toSlug(query.b), ...query.side],
    columns: ['difference', 'side', 'statedBy', 'statedByName', 'originsA', 'originsB', ...CLAIM_COLUMNS],
    shown: toShownWords(
      {
        version: network.version,
        shown: countWhere(network, union, (row) => isTold[row] === 1),
        total: union.total,
        cutBy: [...union.cutBy, ...differences.wanted.map((side) => `side=${side}`)],
      },
      union.lens,
    ),
    lots: readClaimRows(context, toRows()),
  };

  function* toRows(): Generator<ClaimRow> {
    let number = 0;
    for (const { a, b, side, origins } of differences) {
      number += 1;
      const isOfB = new Set(b);
      const isOfA = new Set(a);
      const head = [number, side];
      for (const claim of [...a, ...b.filter((row) => !isOfA.has(row))]) {
        const by = (['a', 'b'] as const).filter((each) => (each === 'a' ? isOfA : isOfB).has(claim));
        const own: FileValue[] = [...head, by, by.map((each) => compared[each].label), origins.a, origins.b];
        yield { claim, toCells: (answer) => [...own, ...toClaimCells(answer)] };
      }
    }
  }
}
