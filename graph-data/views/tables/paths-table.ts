import type { PathsAnswer, PathsQuery } from '../../contract/questions-paths.ts';
import type { TableRow } from '../../formats/csv/csv-table.ts';
import { toShownWords } from '../../formats/shown-words.ts';
import { toSlug } from '../../model/ids.ts';
import { viewPaths } from '../paths-view.ts';
import type { ViewContext } from '../view-context.ts';
import { CLAIM_COLUMNS, toClaimCells } from './claim-cells.ts';
import type { QuestionTable } from './question-table.ts';

/** Actors named in the file's name; of more it says how many. */
const MOST_NAMED = 2;

/**
 * The paths that `viewPaths` answers, a row a sentence of a hop: the number of the path over all connections, its length in
 * hops and its strength, the hop's number and ends, and the claim. Throws as `viewPaths` does.
 */
export async function toPathsTable(context: ViewContext, query: PathsQuery): Promise<QuestionTable> {
  const answer = await viewPaths(context, query);
  const ends = [...new Set([query.from, ...query.to])].map(toSlug);
  return {
    name: ['paths', ...ends.slice(0, MOST_NAMED), ends.length > MOST_NAMED ? `of-${ends.length}` : ''],
    columns: ['path', 'length', 'strength', 'hop', 'from', 'to', 'hopClaims', 'hopOrigins', ...CLAIM_COLUMNS],
    shown: toShownWords(answer.meta, { statuses: query.status }),
    lots: [toRows(answer)],
  };
}

function toRows({ connections, claims }: PathsAnswer): TableRow[] {
  return connections
    .flatMap(({ paths }) => paths)
    .flatMap(({ length, strength, hops }, path) =>
      hops.flatMap((hop, at) =>
        hop.sentences.flatMap((place): TableRow[] => {
          const claim = claims[place];
          const own = [
            path + 1,
            length,
            strength,
            at + 1,
            hop.from.label,
            hop.to.label,
            hop.claims,
            hop.origins,
          ];
          return claim === undefined ? [] : [[...own, ...toClaimCells(claim)]];
        }),
      ),
    );
}
