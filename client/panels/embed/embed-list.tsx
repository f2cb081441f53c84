import { useState } from 'react';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { withSelection } from '../../state/page-transitions.ts';
import { toActorSelection, toPairSelection } from '../../state/selection.ts';
import { ActorRow } from '../evidence/actor-row.tsx';
import { DisputedMark, StanceWord } from '../evidence/stance-word.tsx';
import { LoadMore } from '../frame/load-more.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { useChangePage, useVocabulary } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { toTypeWords } from '../words/relation-words.ts';

/** Rows of a list that are shown at once. */
const LOT = 50;

interface EmbedListProps {
  readonly loaded: LoadedNetwork;
  readonly onClose: () => void;
}

/** What the picture shows, to be read and chosen by keyboard: its actors, then its relations, most claims first. */
export function EmbedList({ loaded, onClose }: EmbedListProps) {
  return (
    <>
      <PanelHeader place="list" title="In this picture" onClose={onClose} />
      <div className="panel-body">
        <Actors loaded={loaded} />
        <Relations loaded={loaded} />
      </div>
    </>
  );
}

function Actors({ loaded: { graph } }: { readonly loaded: LoadedNetwork }) {
  const change = useChangePage();
  const actors = useLots(graph.nodes().sort(mostClaims((id) => graph.getNodeAttribute(id, 'claims'))));
  return (
    <section aria-labelledby="embed-actors">
      <h3 id="embed-actors">{toCountWords(graph.order, 'actor')}</h3>
      <ul className="rows">
        {actors.items.map((id) => (
          <ActorRow
            key={id}
            actor={graph.getNodeAttributes(id)}
            onChoose={() => change((page) => withSelection(page, toActorSelection(id as ActorId)))}
          />
        ))}
      </ul>
      <LoadMore pages={actors} what="actors" />
    </section>
  );
}

function Relations({ loaded: { graph } }: { readonly loaded: LoadedNetwork }) {
  const change = useChangePage();
  const vocabulary = useVocabulary();
  const relations = useLots(graph.edges().sort(mostClaims((id) => graph.getEdgeAttribute(id, 'claims'))));
  const nameOf = (actor: string): string => graph.getNodeAttribute(actor, 'label');
  return (
    <section aria-labelledby="embed-relations">
      <h3 id="embed-relations">{toCountWords(graph.size, 'relation')}</h3>
      <ul className="rows">
        {relations.items.map((id) => {
          const { type, labels, claims, stance, disputed } = graph.getEdgeAttributes(id);
          const [from, to] = graph.extremities(id);
          return (
            <li key={id} className="row">
              <button
                type="button"
                className="row-button"
                onClick={() =>
                  change((page) => withSelection(page, toPairSelection(from as ActorId, to as ActorId)))
                }
              >
                <span className="row-head">
                  <span className="row-name">
                    {nameOf(from)} <span className="type">{toTypeWords(vocabulary, type, 'out')}</span>{' '}
                    {nameOf(to)}
                  </span>
                  <span className="row-count">{toCountWords(claims, 'claim')}</span>
                </span>
                <span className="row-line">
                  <StanceWord stance={stance} />
                  <span className="quiet">{labels.join(', ')}</span>
                  {disputed && <DisputedMark />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      <LoadMore pages={relations} what="relations" />
    </section>
  );
}

/** A list as far as it was turned over, as {@link LoadMore} takes it. */
function useLots(all: readonly string[]) {
  const [shown, setShown] = useState(LOT);
  return {
    items: all.slice(0, shown),
    loadMore: shown < all.length ? () => setShown(shown + LOT) : undefined,
    isLoadingMore: false,
  };
}

/** Most first; ties by id. */
function mostClaims(countOf: (id: string) => number): (one: string, other: string) => number {
  return (one, other) => countOf(other) - countOf(one) || (one < other ? -1 : 1);
}
