import { useEffect } from 'react';
import type { PathAnswer, PathsAnswer } from '../../../graph-data/contract/questions-paths.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { pathsRequest, pathsTableRequest } from '../../api/requests.ts';
import { isSameLens, withLens } from '../../state/page-transitions.ts';
import type { PathsQuestion } from '../../state/paths-parameters.ts';
import { withPaths } from '../../state/paths-transitions.ts';
import { TableLink } from '../export/table-link.tsx';
import { PanelHeader } from '../frame/panel-header.tsx';
import { ProblemNote } from '../frame/problem-note.tsx';
import { Waiting } from '../frame/waiting.tsx';
import { useChangePage, usePage, useServices } from '../page-context.ts';
import { useAnswer } from '../use-answer.ts';
import { toCountWords } from '../words/count-words.ts';
import { PathItem } from './path-item.tsx';
import { PathsForm } from './paths-form.tsx';
import { toNoneWords } from './paths-words.ts';

/** How some actors are connected: the question, and each path as a short text with its sources as notes. */
export function PathsPanel({
  question,
  onClose,
}: {
  readonly question: PathsQuestion;
  readonly onClose: () => void;
}) {
  const lens = usePage((state) => state.page.lens);
  const isAsked = question.actors.length > 1;
  const answer = useAnswer(isAsked ? pathsRequest(lens, question) : null);
  const found = answer.value;
  const all = found?.connections.flatMap(({ paths }) => paths) ?? [];
  // The lens may leave out an actor that the question names.
  const names = new Map(
    found?.connections.flatMap(({ from, to }) => [from, to]).map(({ id, label }) => [id, label]),
  );
  useLifted(isAsked ? all[question.front - 1] : undefined);
  return (
    <>
      <PanelHeader place="paths" title="How are they connected?" onClose={onClose} />
      <div className="panel-body">
        <PathsForm question={question} names={names} />
        {!isAsked && <p className="quiet">Choose two actors or more.</p>}
        {answer.isWaiting && <Waiting what="paths" />}
        {answer.problem && <ProblemNote problem={answer.problem} onRetry={answer.retry} />}
        <p className="visually-hidden" role="status">
          {found && `${toCountWords(all.length, 'path')} found`}
        </p>
        {all.length > 0 && (
          <p>
            <TableLink request={pathsTableRequest(lens, question)} what="all sentences of these paths" />
          </p>
        )}
        {found && <Connections found={found} question={question} />}
      </div>
    </>
  );
}

/** Keeps the path lifted out of the network while it is in front. */
function useLifted(path: PathAnswer | undefined): void {
  const { store } = useServices();
  const ids = path?.actors.map(({ id }) => id).join(' ') ?? '';
  useEffect(() => {
    store.setState({ lifted: ids === '' ? null : (ids.split(' ') as ActorId[]) });
    return () => store.setState({ lifted: null });
  }, [store, ids]);
}

function Connections({ found, question }: { readonly found: PathsAnswer; readonly question: PathsQuestion }) {
  let before = 0;
  return found.connections.map((connection) => {
    const first = before + 1;
    before += connection.paths.length;
    const { from, to, paths, hasMore, isComplete } = connection;
    return (
      <section key={`${from.id} ${to.id}`} className="connection">
        <h3>
          {from.label} {question.isForward ? 'to' : 'and'} {to.label}
        </h3>
        {paths.length === 0 ? (
          <NoPath connection={connection} question={question} />
        ) : (
          <p className="quiet">
            {toCountWords(paths.length, 'path')}, the shortest first
            {hasMore && '; there are more than these'}
            {!isComplete && '; not all ways could be looked at'}
          </p>
        )}
        <ol className="path-list">
          {paths.map((path, at) => (
            <PathItem
              key={path.actors.map(({ id }) => id).join(' ')}
              path={path}
              claims={found.claims}
              number={first + at}
              isInFront={first + at === question.front}
            />
          ))}
        </ol>
      </section>
    );
  });
}

interface NoPathProps {
  readonly connection: PathsAnswer['connections'][number];
  readonly question: PathsQuestion;
}

/** That there is none, how many there would be without what stands in the way, and a way to take that off. */
function NoPath({ connection, question }: NoPathProps) {
  const change = useChangePage();
  const hasLens = usePage(({ page }) => !isSameLens(page.lens, DEFAULT_LENS));
  const canFree = (connection.unrestricted?.paths ?? 0) > 0;
  return (
    <div className="no-path">
      <p>{toNoneWords(connection.unrestricted, question, hasLens)}</p>
      {canFree && (
        <button
          type="button"
          className="button"
          onClick={() =>
            change((page) =>
              withPaths(withLens(page, { ...DEFAULT_LENS, statuses: page.lens.statuses }), {
                hubs: null,
                isForward: false,
              }),
            )
          }
        >
          {hasLens ? 'Clear the lens and show them' : 'Show them'}
        </button>
      )}
      {!canFree && question.steps < 6 && (
        <button
          type="button"
          className="button"
          onClick={() => change((page) => withPaths(page, { steps: 6 }))}
        >
          Look up to 6 steps away
        </button>
      )}
    </div>
  );
}
