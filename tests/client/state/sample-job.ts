import type { Ingested, Job } from '../../../graph-data/contract/writes.ts';

/** A job that has just begun, but for what is said. */
export function toJob(part: Partial<Job> = {}): Job {
  return {
    id: 'job',
    kind: 'ingest',
    title: 'A walk',
    state: 'running',
    stage: 'reading',
    done: 0,
    total: 0,
    createdAt: '2026-01-01T10:00:00Z',
    result: null,
    problem: null,
    ...part,
  };
}

/** What came of a report with two proposals, but for what is said. */
export function toIngested(part: Partial<Ingested> = {}): Ingested {
  return {
    document: 'a-walk',
    title: 'A walk',
    outcome: 'added',
    language: 'en',
    proposals: 2,
    reviewed: 0,
    newActors: 0,
    dropped: [],
    tokens: null,
    seq: 2,
    version: 2,
    ...part,
  };
}
