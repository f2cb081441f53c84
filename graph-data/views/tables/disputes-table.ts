import type { LensQuery } from '../../contract/queries.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { findDisputes, toDisputesMeta } from '../disputes-view.ts';
import type { ViewContext } from '../view-context.ts';
import { CLAIM_COLUMNS, toClaimCells } from './claim-cells.ts';
import type { ClaimRow, QuestionTable } from './question-table.ts';
import { readClaimRows } from './question-table.ts';

/**
 * The disputes of which the lens leaves a relation, a row a claim, in the order of `viewDisputes`: the number of the dispute,
 * which of its sides the claim is on, and whether the lens leaves it. Throws `unknown-value`.
 */
export function toDisputesTable(context: ViewContext, query: LensQuery): QuestionTable {
  const found = findDisputes(context, query);
  const { selection, disputes } = found;
  return {
    name: ['disputes', selection.cutBy.length > 0 ? 'lens' : ''],
    columns: ['dispute', 'side', 'sideClaims', 'sideOrigins', 'underLens', ...CLAIM_COLUMNS],
    shown: toShownWords(toDisputesMeta(context.network, found, disputes, []), selection.lens),
    lots: readClaimRows(context, toRows()),
  };

  function* toRows(): Generator<ClaimRow> {
    for (const [place, { sides, origins }] of disputes.entries()) {
      for (const side of [0, 1] as const) {
        for (const claim of sides[side]) {
          const isLeft = selection.passes[claim] === 1;
          const own = [place + 1, side + 1, sides[side].length, origins[side], isLeft];
          yield { claim, toCells: (answer) => [...own, ...toClaimCells(answer)] };
        }
      }
    }
  }
}
