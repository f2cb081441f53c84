import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { withComparison } from '../../state/compare-transitions.ts';
import { isSameLens, withLens } from '../../state/page-transitions.ts';
import { isReversed } from '../../state/typed-date.ts';
import { useCanWrite, useChangePage, usePage, useServices } from '../page-context.ts';
import { ProblemNote } from './problem-note.tsx';
import { Waiting } from './waiting.tsx';

/** What stands over the view when there is no network to see: on its way, failed, empty, or nothing left by the lens. */
export function ViewState() {
  const { keeper, store } = useServices();
  const canWrite = useCanWrite();
  const change = useChangePage();
  const { status, loaded, problem } = usePage((state) => state.network);
  const isCut = usePage((state) => !isSameLens(state.page.lens, DEFAULT_LENS));
  const hasReversedDates = usePage(({ page: { lens } }) => isReversed(lens.from ?? '', lens.to ?? ''));
  const clear = isCut && (
    <button type="button" className="button" onClick={() => change((page) => withLens(page, DEFAULT_LENS))}>
      Clear the lens
    </button>
  );
  if (problem !== null) {
    return (
      <div className="view-state">
        <ProblemNote problem={problem} onRetry={() => keeper.reload()}>
          {clear}
        </ProblemNote>
      </div>
    );
  }
  if (loaded === null) {
    return (
      <div className="view-state">
        <Waiting what="the network" />
      </div>
    );
  }
  if (status === 'loading' || loaded.meta.shown.actors > 0) return null;
  return (
    <div className="view-state" role="status">
      {loaded.compared !== null ? (
        <>
          <p className="problem-title">Neither of the two states anything here</p>
          {clear}
          <button
            type="button"
            className="button"
            onClick={() => change((page) => withComparison(page, null))}
          >
            Stop comparing
          </button>
        </>
      ) : isCut ? (
        <>
          <p className="problem-title">Nothing is left under this lens</p>
          <p>
            {hasReversedDates ? 'Its dates end before they begin.' : 'No claim meets all its conditions.'}
          </p>
          {clear}
        </>
      ) : (
        <>
          <p className="problem-title">There is no data yet</p>
          {canWrite ? (
            <>
              <p>
                Add a report and accept what it states, import a table, or start the server with a dataset.
              </p>
              <button type="button" className="button" onClick={() => store.setState({ adding: [] })}>
                Add a report
              </button>
            </>
          ) : (
            <p>Start the server with a dataset folder, or wait until claims are accepted.</p>
          )}
        </>
      )}
    </div>
  );
}
