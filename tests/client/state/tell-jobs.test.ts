import { describe, expect, it } from 'vitest';
import { changePage, createPageStore } from '../../../client/state/page-store.ts';
import { withView } from '../../../client/state/page-transitions.ts';
import { tellJobs, toJobsNotice } from '../../../client/state/tell-jobs.ts';
import { toIngested, toJob } from './sample-job.ts';

const done = toJob({ state: 'done', result: toIngested() });

describe('tellJobs', () => {
  it('when a report is read while its list is not in sight, then it is said, with the way to its review', () => {
    const store = createPageStore('');
    tellJobs(store);
    store.setState({ jobs: [toJob()] });
    store.setState({ jobs: [toJob({ done: 3, total: 9 })] });
    expect(store.getState().notices).toEqual([]);
    store.setState({ jobs: [done] });
    expect(store.getState().notices).toEqual([
      {
        id: 'jobs',
        text: '“A walk” was read: 2 proposals wait.',
        action: { kind: 'review', words: 'Review', document: 'a-walk' },
      },
    ]);
  });

  it('when its list is in sight, or somebody cancelled it, then nothing is said', () => {
    const store = createPageStore('');
    tellJobs(store);
    store.setState({ jobs: [toJob()], adding: [] });
    store.setState({ jobs: [done] });
    store.setState({ jobs: [toJob()], adding: null });
    store.setState({ jobs: [toJob({ state: 'cancelled' })] });
    changePage(store, (page) => withView(page, 'documents'));
    store.setState({ jobs: [toJob()] });
    store.setState({ jobs: [done] });
    expect(store.getState().notices).toEqual([]);
  });

  it('when several are read one after another, then one notice stands for all', () => {
    const store = createPageStore('');
    tellJobs(store);
    const other = toJob({ id: 'other' });
    store.setState({ jobs: [toJob(), other] });
    store.setState({ jobs: [done, other] });
    store.setState({ jobs: [done, { ...other, state: 'failed' }] });
    expect(store.getState().notices.map(({ text }) => text)).toEqual(['Reports were read meanwhile.']);
  });
});

describe('toJobsNotice', () => {
  it.each([
    [{ state: 'failed' as const }, '“A walk” could not be read.', 'documents'],
    [
      { state: 'done' as const, result: toIngested({ proposals: 0 }) },
      '“A walk” was read: nothing waits in it.',
      'documents',
    ],
    [
      { state: 'done' as const, result: toIngested({ proposals: 1 }) },
      '“A walk” was read: 1 proposal waits.',
      'review',
    ],
  ])('when it ended as %j, then it says so', (part, text, kind) => {
    const notice = toJobsNotice([toJob(part)], false);
    expect([notice.text, notice.action?.kind]).toEqual([text, kind]);
  });
});
