import type { PageProblem } from '../../api/problem-error.ts';

/** A failure in plain words, and a way to try again. */
export function ProblemNote({
  problem,
  onRetry,
}: {
  readonly problem: PageProblem;
  readonly onRetry?: (() => void) | undefined;
}) {
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{problem.title}</p>
      {problem.detail !== null && <p>{problem.detail}</p>}
      {onRetry && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
    </div>
  );
}
