import { useState } from 'react';
import type { ActorId, RelationTypeId } from '../../../graph-data/model/ids.ts';
import {
  LOT,
  MOST_EXPANSIONS,
  countHidden,
  withExpansion,
  withoutLastExpansion,
} from '../../state/expansions.ts';
import { useChangePage, useLoaded, usePage, useVocabulary } from '../page-context.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';

interface ShowNeighboursProps {
  readonly id: ActorId;
  readonly name: string;
  /** How many there are under the lens. */
  readonly count: number;
}

/**
 * Brings an actor's hidden neighbours into the picture, a lot at a time, by most claims or by one type of relation, and takes
 * the last lot back. Nothing where the picture shows them all, or two views.
 */
export function ShowNeighbours({ id, name, count }: ShowNeighboursProps) {
  const loaded = useLoaded();
  const vocabulary = useVocabulary();
  const steps = usePage((state) => state.page.expansions);
  const isLoading = usePage((state) => state.network.status === 'loading');
  const change = useChangePage();
  const [type, setType] = useState<RelationTypeId | null>(null);
  if (loaded === null || loaded.compared !== null) return null; // into that of two views nothing is brought
  const hidden = countHidden(loaded.graph, id, count);
  const own = steps.filter((step) => step.actor === id).length;
  if (hidden === 0 && own === 0) return null;
  const lot = Math.min(LOT, hidden);
  return (
    <div className="show-neighbours">
      <p>
        {loaded.graph.hasNode(id)
          ? `The picture ties ${name} to ${toNumberWords(count - hidden)} of ${toCountWords(count, 'neighbour')}: the strongest.`
          : `The picture leaves ${name} out: it shows the actors with most claims.`}
      </p>
      <div className="show-neighbours-row">
        {hidden > 0 && (
          <>
            <button
              type="button"
              className="button"
              aria-disabled={isLoading || steps.length >= MOST_EXPANSIONS}
              aria-keyshortcuts="e"
              onClick={() => {
                if (!isLoading && steps.length < MOST_EXPANSIONS)
                  change((page) => withExpansion(page, id, type, hidden));
              }}
            >
              Show {toNumberWords(lot)} more
              <span className="quiet"> of {toNumberWords(hidden)} hidden</span>
            </button>
            <select
              aria-label="Which neighbours first"
              value={type ?? ''}
              onChange={({ target }) =>
                setType(target.value === '' ? null : (target.value as RelationTypeId))
              }
            >
              <option value="">most claims first</option>
              {[...vocabulary.values()].map((row) => (
                <option key={row.id} value={row.id}>
                  {row.label}
                </option>
              ))}
            </select>
          </>
        )}
        {steps.at(-1)?.actor === id && (
          <button
            type="button"
            className="button"
            aria-disabled={isLoading}
            onClick={() => {
              if (!isLoading) change(withoutLastExpansion);
            }}
          >
            Take the last back
          </button>
        )}
      </div>
    </div>
  );
}
