import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../../graph-data/model/errors.ts';
import { PROBLEMS, problemSchema } from '../../../graph-data/contract/problems.ts';

describe('PROBLEMS', () => {
  it('when the table is read, then it holds every code and none besides', () => {
    expect(Object.keys(PROBLEMS).sort()).toEqual([...PROBLEM_CODES].sort());
    expect(new Set(PROBLEM_CODES).size).toBe(PROBLEM_CODES.length);
  });

  it('when the page on the API is read, then its table says the same of every code', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/api.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| (.+?) +\|$/gm)];
    expect(
      Object.fromEntries(rows.map(([, code, status, title]) => [code, [Number(status), title]])),
    ).toEqual(
      Object.fromEntries(
        Object.entries(PROBLEMS).map(([code, { status, title }]) => [code, [status, title]]),
      ),
    );
    expect(rows.length).toBe(PROBLEM_CODES.length);
  });

  it('when a status is given, then it is one of an error, and titles tell the codes apart', () => {
    const rows = Object.values(PROBLEMS);
    for (const { status } of rows) expect(status >= 400 && status < 600).toBe(true);
    expect(new Set(rows.map((row) => row.title)).size).toBe(rows.length);
  });

  it('when a query is at fault, then malformed is 400, unknown values and bounds 422, unknown ids 404', () => {
    const statusOf = (code: keyof typeof PROBLEMS): number => PROBLEMS[code].status;
    expect(
      (['malformed-url', 'malformed-parameter', 'unknown-parameter', 'malformed-cursor'] as const).map(
        statusOf,
      ),
    ).toEqual([400, 400, 400, 400]);
    expect((['unknown-value', 'out-of-bounds'] as const).map(statusOf)).toEqual([422, 422]);
    expect(statusOf('not-found')).toBe(404);
    expect(statusOf('internal')).toBe(500);
  });
});

describe('problemSchema', () => {
  it('when the code is not of the table, then it is no problem of ours', () => {
    const problem = { type: 'urn:onrecord:problem:not-found', title: 'x', status: 404 };
    expect(problemSchema.safeParse({ ...problem, code: 'not-found' }).success).toBe(true);
    expect(problemSchema.safeParse({ ...problem, code: 'lost' }).success).toBe(false);
  });
});
