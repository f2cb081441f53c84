import { memo } from 'react';
import type { ActorId, DocumentId } from '../../../graph-data/model/ids.ts';
import { documentsRequest } from '../../api/requests.ts';
import type { LoadedNetwork } from '../../state/network-state.ts';
import { withReading, withSelection } from '../../state/page-transitions.ts';
import type { Selection } from '../../state/selection.ts';
import { toActorSelection, toPairSelection } from '../../state/selection.ts';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, useServices } from '../page-context.ts';
import { PathsLink } from '../paths/paths-link.tsx';
import { useAnswer } from '../use-answer.ts';
import { toCountWords, toNumberWords } from '../words/count-words.ts';
import { ActorRow } from './actor-row.tsx';
import { SourceLine } from './source-line.tsx';
import { DisputedMark } from './stance-word.tsx';

const MOST_ACTORS = 8;
const MOST_DISPUTES = 5;

/** What the panel shows before anything is selected: what this is, who is most spoken of, what is disputed, the documents. */
export function StartCard({
  loaded,
  onClose,
}: {
  readonly loaded: LoadedNetwork;
  readonly onClose: () => void;
}) {
  const { shown, total } = loaded.meta;
  const { documents } = loaded.dataset;
  return (
    <>
      <PanelHeader place="start" title="Who says what about whom" onClose={onClose} />
      <div className="panel-body">
        <p className="lead">
          {toPartWords(shown.claims, total.claims, 'claim')} about{' '}
          {toPartWords(shown.actors, total.actors, 'actor')},{' '}
          {shown.claims === total.claims ? 'read' : 'of what was read'} from{' '}
          {toCountWords(documents, 'document')}. Every line in the network is a claim someone makes; choose
          one to read the sentence that states it.
        </p>
        <p>
          <PathsLink actors={[]}>How are two actors connected?</PathsLink>
        </p>
        <MostSpokenOf loaded={loaded} />
        <Disputes loaded={loaded} />
        <Documents />
      </div>
    </>
  );
}

/** "81 claims", or "3 of 81 claims" where not all are shown. */
function toPartWords(shown: number, total: number, what: string): string {
  return shown === total
    ? toCountWords(total, what)
    : `${toNumberWords(shown)} of ${toCountWords(total, what)}`;
}

function useSelect(): (selection: Selection) => void {
  const { canvas } = useServices();
  const change = useChangePage();
  return (selection) => {
    change((page) => withSelection(page, selection));
    canvas.current?.flyTo(selection);
  };
}

function MostSpokenOf({ loaded }: { readonly loaded: LoadedNetwork }) {
  const select = useSelect();
  const actors = loaded.graph.filterNodes((_, { claims }) => claims > 0).slice(0, MOST_ACTORS);
  if (actors.length === 0) return null;
  return (
    <section aria-labelledby="start-actors">
      <h3 id="start-actors">Most spoken of</h3>
      <ul className="rows">
        {actors.map((id) => (
          <ActorRow
            key={id}
            actor={loaded.graph.getNodeAttributes(id)}
            onChoose={() => select(toActorSelection(id as ActorId))}
          />
        ))}
      </ul>
    </section>
  );
}

function Disputes({ loaded }: { readonly loaded: LoadedNetwork }) {
  const select = useSelect();
  const pairs = new Map<string, { readonly from: string; readonly to: string }>();
  loaded.graph.forEachEdge((_edge, { disputed }, from, to) => {
    if (disputed) pairs.set(`${from} ${to}`, { from, to });
  });
  if (pairs.size === 0) return null;
  return (
    <section aria-labelledby="start-disputes">
      <h3 id="start-disputes">Disputed</h3>
      <ul className="rows">
        {[...pairs.values()].slice(0, MOST_DISPUTES).map(({ from, to }) => (
          <li key={`${from} ${to}`} className="row">
            <button
              type="button"
              className="row-button"
              onClick={() => select(toPairSelection(from as ActorId, to as ActorId))}
            >
              <span className="row-head">
                <span className="row-name">
                  {loaded.graph.getNodeAttribute(from, 'label')} →{' '}
                  {loaded.graph.getNodeAttribute(to, 'label')}
                </span>
                <DisputedMark />
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Not rendered again for another network: the list is the same under every lens. */
const Documents = memo(function Documents() {
  const change = useChangePage();
  const documents = useAnswer(documentsRequest());
  return (
    <section aria-labelledby="start-documents">
      <h3 id="start-documents">All documents</h3>
      {documents.isWaiting && <Waiting what="documents" />}
      {documents.problem && <ProblemNote problem={documents.problem} onRetry={documents.retry} />}
      <ul className="rows">
        {documents.value?.items.map((document) => (
          <li key={document.id} className="row">
            <button
              type="button"
              className="row-button"
              onClick={() => change((page) => withReading(page, document.id as DocumentId))}
            >
              <span className="row-head">
                <span className="row-name">{document.title}</span>
                <span className="row-count">{toCountWords(document.claims, 'claim')}</span>
              </span>
            </button>
            <SourceLine document={document} />
          </li>
        ))}
      </ul>
    </section>
  );
});
