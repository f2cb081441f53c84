import type { Problem } from '../../graph-data/contract/problems.ts';

/** What is shown of a failed request: two plain sentences at most, and the wire's own words where there are any. */
export interface PageProblem {
  readonly title: string;
  readonly detail: string | null;
  /** HTTP status; 0 when no answer came at all. */
  readonly status: number;
  /** The parameters at fault, as the API points at them: `/query/speaker`. */
  readonly pointers: readonly string[];
  /** What is said of each of them, in the same order. */
  readonly reasons: readonly string[];
}

/** A request that was not answered as asked: the server said why (problem+json), or could not be reached. */
export class ProblemError extends Error {
  readonly problem: PageProblem;

  constructor(problem: PageProblem, options?: ErrorOptions) {
    super(problem.detail ?? problem.title, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What to show for anything thrown: a {@link ProblemError}'s own problem, or one that says the page failed. */
export function toPageProblem(error: unknown): PageProblem {
  if (error instanceof ProblemError) return error.problem;
  return {
    title: 'The page failed',
    detail: error instanceof Error ? error.message : null,
    status: 0,
    pointers: [],
    reasons: [],
  };
}

/** Reads an RFC 9457 body; anything else becomes a problem that names the status alone. */
export function parseProblem(status: number, body: unknown): PageProblem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<
    Record<keyof Problem, unknown>
  >;
  const errors = (Array.isArray(problem.errors) ? (problem.errors as unknown[]) : []).flatMap(readFault);
  return {
    title: typeof problem.title === 'string' ? problem.title : toStatusWords(status),
    detail: typeof problem.detail === 'string' ? problem.detail : null,
    status,
    pointers: errors.map(({ pointer }) => pointer),
    reasons: errors.map(({ detail }) => detail),
  };
}

function readFault(error: unknown): { readonly pointer: string; readonly detail: string }[] {
  const { pointer, detail } = (error ?? {}) as { pointer?: unknown; detail?: unknown };
  if (typeof pointer !== 'string') return [];
  return [{ pointer, detail: typeof detail === 'string' ? detail : '' }];
}

/** What to say of an answer that says nothing readable itself. */
function toStatusWords(status: number): string {
  return status < 400 ? 'The answer cannot be read' : `The server answered with error ${status}`;
}
