import { describe, expect, it } from 'vitest';
import {
  NO_JOBS,
  toPart,
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
    const further = { ...first, stage: 'extracting' as const, done: 30, total: 80 };
    const cancelled = { ...first, state: 'cancelled' as const };
    expect(withJob([further], { ...further, done: 10 })).toEqual([further]);
    const queued = { ...first, state: 'queued' as const, stage: 'waiting' as const };
    expect(withJob([further], queued)).toEqual([further]);
    expect(withJob([cancelled], further)).toEqual([cancelled]);
  });

  it('when a job is dismissed, then it goes only where it has ended', () => {
    const done = { ...second, state: 'done' as const };
    expect(withoutJob([done, first], 'b')).toEqual([first]);
    expect(withoutJob([done, first], 'a')).toEqual([done, first]);
    expect(withoutEnded([done, first])).toEqual([first]);
  });

  it('when several are under way, then each counts the same, and those that have ended do not', () => {
    const half = { ...first, stage: 'extracting' as const, done: 50, total: 100 };
    const waiting = { ...second, state: 'queued' as const, stage: 'waiting' as const };
    expect(toProgress([half, waiting, { ...second, id: 'c', state: 'done' }])).toBe(toPart(half) / 2);
    expect(toProgress([])).toBe(0);
  });

  it('when a job goes from stage to stage, then it only ever goes on, also where its parts are not told', () => {
    const stages = ['waiting', 'fetching', 'reading', 'extracting', 'writing', 'ended'] as const;
    const parts = stages.flatMap((stage) =>
      [0, 40, 80].map((done) => toPart({ ...first, stage, done, total: stage === 'extracting' ? 80 : 0 })),
    );
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(toPart({ ...first, stage: 'extracting', done: 90, total: 80 })).toBeLessThan(1);
  });
});
