import type { Job } from '../../graph-data/contract/writes.ts';
import type { DocumentId } from '../../graph-data/model/ids.ts';
import type { JobsState } from './jobs-state.ts';
import { isUnderWay } from './jobs-state.ts';
import type { Notice } from './notices.ts';
import { withNotice } from './notices.ts';
import type { PageStore } from './page-store.ts';

const ID = 'jobs';

/** Says what came of reports that were read while the reader was elsewhere: not where their list is in sight. */
export function tellJobs(store: PageStore): () => void {
  return store.subscribe((state, before) => {
    if (state.jobs === before.jobs) return;
    const ended = findEnded(before.jobs, state.jobs);
    if (ended.length === 0 || state.adding !== null || state.page.view === 'documents') return;
    const isToldAlready = state.notices.some(({ id }) => id === ID);
    const notice = toJobsNotice(ended, isToldAlready);
    store.setState(({ notices }) => ({ notices: withNotice(notices, notice) }));
  });
}

/** Those that have ended since; one that somebody cancelled is no news. */
function findEnded(before: JobsState, now: JobsState): readonly Job[] {
  const underWay = new Set(before.filter(isUnderWay).map(({ id }) => id));
  return now.filter((job) => underWay.has(job.id) && (job.state === 'done' || job.state === 'failed'));
}

/** What is said of jobs that have ended; of more than one only that they have. */
export function toJobsNotice(ended: readonly Job[], isToldAlready: boolean): Notice {
  const [job] = ended;
  const show = { kind: 'documents', words: 'Show' } as const;
  if (job === undefined || ended.length > 1 || isToldAlready)
    return { id: ID, text: 'Reports were read meanwhile.', action: show };
  const { result } = job;
  if (result === null) return { id: ID, text: `“${job.title}” could not be read.`, action: show };
  if (result.outcome === 'added' && result.proposals > 0) {
    const document = result.document as DocumentId;
    const count =
      result.proposals === 1 ? '1 proposal waits' : `${result.proposals.toLocaleString('en')} proposals wait`;
    return {
      id: ID,
      text: `“${result.title}” was read: ${count}.`,
      action: { kind: 'review', words: 'Review', document },
    };
  }
  return { id: ID, text: `“${result.title}” was read: nothing waits in it.`, action: show };
}
