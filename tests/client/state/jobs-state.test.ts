import { describe, expect, it } from 'vitest';
import {
  NO_JOBS,
  toProgress,
  withJob,
  withJobs,
  withoutEnded,
  withoutJob,
} from '../../../client/state/jobs-state.ts';
import { toJob } from './sample-job.ts';

const first = toJob({ id: 'a', createdAt: '2026-01-01T10:00:00Z' });
const second = toJob({ id: 'b', createdAt: '2026-01-01T10:00:05Z' });

describe('the jobs of the page', () => {
  it('when jobs begin, then the newest comes first', () => {
    expect(withJobs(NO_JOBS, [first, second]).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('when a job had ended before the page was opened, then it is not shown; one that ends here stays', () => {
    const done = { ...first, state: 'done' as const };
    expect(withJobs(NO_JOBS, [done])).toEqual([]);
    expect(withJobs([first], [done])).toEqual([done]);
  });

  it('when the event of its end comes before the answer that it has begun, then it has ended', () => {
    const done = { ...first, state: 'done' as const };
    expect(withJob(withJob(NO_JOBS, done), first)).toEqual([done]);
  });

  it('when an answer comes after a newer event, then the job does not go back', () => {
    const further = { ...first, state: 'running' as const, done: 30, total: 80 };
    const cancelled = { ...first, state: 'cancelled' as const };
    expect(withJob([further], { ...further, done: 10 })).toEqual([further]);
    expect(withJob([further], { ...first, state: 'queued' as const })).toEqual([further]);
    expect(withJob([cancelled], further)).toEqual([cancelled]);
  });

  it('when a job is dismissed, then it goes only where it has ended', () => {
    const done = { ...second, state: 'done' as const };
    expect(withoutJob([done, first], 'b')).toEqual([first]);
    expect(withoutJob([done, first], 'a')).toEqual([done, first]);
    expect(withoutEnded([done, first])).toEqual([first]);
  });

  it('when several are under way, then each counts the same, and those that have ended do not', () => {
    const half = { ...first, done: 50, total: 100 };
    expect(toProgress([half, second, { ...second, id: 'c', state: 'done' }])).toBe(0.25);
    expect(toProgress([])).toBe(0);
  });
});
