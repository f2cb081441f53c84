import { usePage, useServices } from '../page-context.ts';

/** How far the numbers are, and the way to stop or to take them up again; nothing when they are here. */
export function MetricsProgress() {
  const { metrics: keeper } = useServices();
  const { status, progress } = usePage((state) => state.metrics);
  if (status === 'running') {
    const percent = Math.round(progress * 100);
    return (
      <div className="metrics-progress">
        <progress aria-label="Computing who matters" value={progress} max={1} />
        <span className="quiet">{percent} %</span>
        <button type="button" className="button" onClick={() => keeper.cancel()}>
          Cancel
        </button>
      </div>
    );
  }
  if (status !== 'cancelled' && status !== 'failed') return null;
  return (
    <div className="metrics-progress">
      <span>{status === 'cancelled' ? 'Not computed to the end.' : 'This could not be computed.'}</span>
      <button type="button" className="button" onClick={() => keeper.restart()}>
        Compute
      </button>
    </div>
  );
}
