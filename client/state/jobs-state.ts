import type { Job } from '../../graph-data/contract/writes.ts';

/** The jobs the page shows, newest first: those that have moved on since it was opened. */
export type JobsState = readonly Job[];

export const NO_JOBS: JobsState = [];

export function isUnderWay({ state }: Job): boolean {
  return state === 'queued' || state === 'running';
}

/** With a job as it stands now: what was asked for, or what an event tells. */
export function withJob(jobs: JobsState, job: Job): JobsState {
  const known = jobs.find(({ id }) => id === job.id);
  if (known === undefined) return [job, ...jobs].sort(byNewest);
  if (!isUnderWay(known) || isOlder(job, known)) return jobs;
  return jobs.map((each) => (each === known ? job : each));
}

/** With the server's whole list. Those that are new here and have ended already are of before, and left out. */
export function withJobs(jobs: JobsState, all: readonly Job[]): JobsState {
  const known = new Set(jobs.map(({ id }) => id));
  return all.filter((job) => isUnderWay(job) || known.has(job.id)).reduce(withJob, jobs);
}

/** Without one that has ended; one under way stays. */
export function withoutJob(jobs: JobsState, id: string): JobsState {
  return jobs.filter((job) => job.id !== id || isUnderWay(job));
}

/** Without all that have ended. */
export function withoutEnded(jobs: JobsState): JobsState {
  return jobs.filter(isUnderWay);
}

/** Where each stage begins, of the whole; finding claims goes on from there part by part. */
const STAGE_PARTS: Readonly<Record<Job['stage'], number>> = {
  waiting: 0,
  fetching: 0.05,
  reading: 0.15,
  extracting: 0.25,
  writing: 0.9,
  ended: 1,
};

/** How far a job has come, 0 to 1; it never goes back. */
export function toPart({ stage, done, total }: Job): number {
  const part = STAGE_PARTS[stage];
  if (stage !== 'extracting' || total <= 0) return part;
  return part + (STAGE_PARTS.writing - part) * Math.min(1, done / total);
}

/** How far the jobs under way have come, 0 to 1; each counts the same. */
export function toProgress(jobs: JobsState): number {
  const underWay = jobs.filter(isUnderWay);
  if (underWay.length === 0) return 0;
  return underWay.reduce((sum, job) => sum + toPart(job), 0) / underWay.length;
}

/** An answer may come after the event that is newer than it. */
function isOlder(job: Job, known: Job): boolean {
  return isUnderWay(job) && toPart(job) < toPart(known);
}

function byNewest(one: Job, other: Job): number {
  return one.createdAt < other.createdAt ? 1 : one.createdAt > other.createdAt ? -1 : 0;
}
