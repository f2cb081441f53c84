import { useState } from 'react';
import type { Ingested, Job } from '../../../graph-data/contract/writes.ts';
import type { DocumentId } from '../../../graph-data/model/ids.ts';
import { cancelJobRequest } from '../../api/changes.ts';
import type { PageProblem } from '../../api/problem-error.ts';
import { toPageProblem } from '../../api/problem-error.ts';
import { isUnderWay, toPart, withJob, withoutEnded, withoutJob } from '../../state/jobs-state.ts';
import { withReading, withReview, withView } from '../../state/page-transitions.ts';
import { Icon } from '../frame/icon.tsx';
import { useChangePage, usePage, useServices } from '../page-context.ts';
import { toCountWords } from '../words/count-words.ts';
import { toAdvice, toOutcomeWords, toResultWords, toStageWords } from './job-words.ts';

/** The reports that are being read and those that were, each with what came of it. Nothing where there is none. */
export function JobList({ onLeave }: { readonly onLeave?: () => void }) {
  const { store } = useServices();
  const jobs = usePage((state) => state.jobs);
  const isLong = jobs.length - withoutEnded(jobs).length > 2;
  return (
    <section className="jobs" aria-label="Reports being read" hidden={jobs.length === 0}>
      <p className="visually-hidden" role="status">
        {toOutcomeWords(jobs)}
      </p>
      <ul>
        {jobs.map((job) => (
          <JobItem key={job.id} job={job} onLeave={onLeave} />
        ))}
      </ul>
      {isLong && (
        <button
          type="button"
          className="link-button jobs-clear"
          onClick={() => store.setState((state) => ({ jobs: withoutEnded(state.jobs) }))}
        >
          Dismiss all that are done
        </button>
      )}
    </section>
  );
}

interface JobItemProps {
  readonly job: Job;
  /** Before the page shows something else. */
  readonly onLeave: (() => void) | undefined;
}

function JobItem({ job, onLeave }: JobItemProps) {
  const { store } = useServices();
  const { result, state } = job;
  const title = result?.title ?? job.title;
  return (
    <li className={`job job-${state}`}>
      <p className="job-title">{title}</p>
      {isUnderWay(job) && <JobProgress job={job} />}
      {state === 'cancelled' && <p>Cancelled: nothing of it was kept.</p>}
      {state === 'failed' && <JobFailure job={job} />}
      {result !== null && <JobResult result={result} onLeave={onLeave} />}
      {!isUnderWay(job) && (
        <button
          type="button"
          className="icon-button job-dismiss"
          aria-label={`Dismiss ${title}`}
          onClick={() => store.setState(({ jobs }) => ({ jobs: withoutJob(jobs, job.id) }))}
        >
          <Icon name="close" />
        </button>
      )}
    </li>
  );
}

function JobProgress({ job }: { readonly job: Job }) {
  const { changes, store } = useServices();
  const [isCancelling, setIsCancelling] = useState(false);
  const [problem, setProblem] = useState<PageProblem | null>(null);
  const words = toStageWords(job);
  const cancel = (): void => {
    setIsCancelling(true);
    changes.send(cancelJobRequest(job.id), new AbortController().signal).then(
      (ended) => store.setState(({ jobs }) => ({ jobs: withJob(jobs, ended) })),
      (error: unknown) => {
        setProblem(toPageProblem(error));
        setIsCancelling(false);
      },
    );
  };
  return (
    <div className="job-progress">
      <progress aria-label={`${job.title}: ${words}`} max={1} value={toPart(job)} />
      <span className="quiet">{words}</span>
      <button
        type="button"
        className="button"
        aria-label={`Cancel ${job.title}`}
        aria-disabled={isCancelling}
        onClick={isCancelling ? undefined : cancel}
      >
        Cancel
      </button>
      {problem !== null && <p role="alert">It goes on: {problem.detail ?? problem.title}</p>}
    </div>
  );
}

function JobFailure({ job: { problem } }: { readonly job: Job }) {
  if (problem === null) return <p>It failed, and nothing of it was kept.</p>;
  const advice = toAdvice(problem.code);
  return (
    <>
      <p className="job-problem">
        {problem.title}
        {problem.detail !== undefined && `: ${problem.detail}`}.
      </p>
      {advice !== undefined && <p>{advice}</p>}
    </>
  );
}

function JobResult({
  result,
  onLeave,
}: {
  readonly result: Ingested;
  readonly onLeave: (() => void) | undefined;
}) {
  const change = useChangePage();
  const id = result.document as DocumentId;
  const lines = toResultWords(result);
  const isToReview = result.outcome === 'added' && result.proposals > 0;
  return (
    <p className="job-result">
      {isToReview ? (
        <button
          type="button"
          className="link-button job-review"
          onClick={() => {
            onLeave?.();
            change((page) => withReview(page, id));
          }}
        >
          {toCountWords(result.proposals, 'proposal')}: review {result.proposals === 1 ? 'it' : 'them'}
          <Icon name="forth" />
        </button>
      ) : (
        <button
          type="button"
          className="link-button"
          onClick={() => {
            onLeave?.();
            change((page) => withReading(withView(page, 'documents'), id));
          }}
        >
          Open it
        </button>
      )}
      {lines.map((line) => (
        <span key={line} className="job-line">
          {line}
        </span>
      ))}
    </p>
  );
}
