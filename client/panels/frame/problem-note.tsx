import type { ReactNode } from 'react';
import type { PageProblem } from '../../api/problem-error.ts';

/** A failure in plain words, and a way to try again where that may help: not where the request itself is at fault. */
export function ProblemNote({
  problem,
  onRetry,
  children,
}: {
  readonly problem: PageProblem;
  readonly onRetry?: (() => void) | undefined;
  /** Other ways out. */
  readonly children?: ReactNode;
}) {
  const isOurs = problem.status >= 400 && problem.status < 500;
  return (
    <div className="problem" role="alert">
      <p className="problem-title">{problem.title}</p>
      {problem.detail !== null && <p>{problem.detail}</p>}
      {onRetry && !isOurs && (
        <button type="button" className="button" onClick={onRetry}>
          Try again
        </button>
      )}
      {children}
    </div>
  );
}
