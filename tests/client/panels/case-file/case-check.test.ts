import { describe, expect, it } from 'vitest';
import type { FoundClaim } from '../../../../client/panels/case-file/case-check.ts';
import { toCaseMarks, toClaimMark, toStepMark } from '../../../../client/panels/case-file/case-check.ts';
import { findFewClaims } from '../../../../client/panels/case-file/find-few-claims.ts';
import { toClaimItem } from '../../../../client/panels/case-file/to-case-item.ts';
import { ProblemError } from '../../../../client/api/problem-error.ts';
import type { Ask } from '../../../../client/state/keep-network-loaded.ts';
import type { CaseItem } from '../../../../graph-data/formats/case-file/case-file.ts';
import { toClaim, toRef } from '../claim-answer.ts';

const here = toClaim('c1', 'a', 'supports', 'b', { speaker: toRef('w'), via: [toRef('v')] });
const item = toClaimItem(here, new Map(), { version: 81, lens: '' });
const found = new Map<string, FoundClaim>([['c1', here]]);
const markOf = (more: object) => {
  const [claim] = item.claims;
  if (claim === undefined) throw new Error('nothing is pinned');
  return toClaimMark({ ...claim, ...more }, here);
};
const stepMarkOf = (more: Partial<CaseItem['steps'][number]>, kind: CaseItem['kind'] = 'claim') => {
  const [step] = item.steps;
  if (step === undefined) throw new Error('nothing is pinned');
  return toStepMark({ ...item, kind }, { ...step, ...more }, found, new Map());
};

describe('a case file beside the data', () => {
  it('when all is as it was pinned here, then nothing is marked, also after JSON', () => {
    const file = { title: '', items: [item] };
    expect(toCaseMarks(file, found, new Map()).size).toBe(0);
    expect(toCaseMarks(JSON.parse(JSON.stringify(file)) as typeof file, found, new Map()).size).toBe(0);
  });

  it('when a claim was changed, then the mark names what differs', () => {
    expect(markOf({ sentence: 'x', speaker: null })).toBe(
      'Differs from this data: the sentence, the speaker',
    );
    expect(markOf({ exact: 'x' })).toBe('Differs from this data: the exact words');
    expect(markOf({ speaker: { id: 'w', label: 'Another name' } })).toMatch(/: the speaker$/);
    expect(markOf({ via: [] })).toMatch(/: who is quoted$/);
    expect(markOf({ subject: toRef('x'), object: toRef('y') })).toMatch(/: the subject, the object$/);
    expect(markOf({ label: 'x', stance: 'negative', modality: 'denied' })).toMatch(
      /: the label, the stance, the modality$/,
    );
    expect(markOf({ document: { ...item.claims[0]?.document, title: 'x' } })).toMatch(/: the document$/);
  });

  it('when a claim is unknown here, or no answer came, then the mark says which', () => {
    const [claim] = item.claims;
    if (claim === undefined) throw new Error('nothing is pinned');
    expect(toClaimMark(claim, 'unknown')).toBe('Not in this data');
    expect(toClaimMark(claim, 'unreached')).toBe('Could not be checked against this data');
    expect(toClaimMark(claim, undefined)).toBe('Not checked against this data yet');
  });

  it('when a heading says what its sentences do not, then it is marked; a path may read as a label of its sentences', () => {
    expect(stepMarkOf({})).toBe('');
    expect(stepMarkOf({ subject: toRef('b'), object: toRef('a') })).toMatch(/: the subject, the object$/);
    expect(stepMarkOf({ words: 'hates' })).toMatch(/: the relation$/);
    expect(stepMarkOf({ words: here.label }, 'path')).toBe('');
    expect(stepMarkOf({ words: 'hates' }, 'path')).toMatch(/: the relation$/);
    expect(stepMarkOf({ claims: [] })).toBe('No sentence of it is here');
  });

  it('when claims are asked for, then a few are at a time, and each answer is told from none', async () => {
    const asked: string[] = [];
    const ask: Ask = (request) => {
      asked.push(request.address);
      const status = request.address.endsWith('/c2') ? 404 : request.address.endsWith('/c3') ? 429 : 0;
      if (status === 0) return Promise.resolve(here as never);
      const problem = { title: 'No', detail: null, status, pointers: [], reasons: [] };
      return Promise.reject(new ProblemError(problem));
    };
    const few = await findFewClaims(['c1', 'c2', 'c3', 'c4', 'c5'], ask, new AbortController().signal);
    expect(asked).toHaveLength(4);
    expect([...few]).toEqual([
      ['c1', here],
      ['c2', 'unknown'],
      ['c3', 'unreached'],
      ['c4', here],
    ]);
  });
});
