import { describe, expect, it } from 'vitest';
import { ProblemError, parseProblem, toPageProblem } from '../../../client/api/problem-error.ts';
import { actorRequest, claimsRequest, exportRequest, toNextPage } from '../../../client/api/requests.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';

describe('parseProblem', () => {
  it('when the body is a problem, then its words, pointers and reasons are kept', () => {
    const body = {
      title: 'T',
      detail: 'D',
      errors: [{ pointer: '/query/from', detail: 'x' }, { no: 1 }, null],
    };
    expect(parseProblem(422, body)).toEqual({
      title: 'T',
      detail: 'D',
      status: 422,
      pointers: ['/query/from'],
      reasons: ['x'],
    });
  });

  it.each([null, 'gateway', 17, [], { title: 3, errors: 'no' }])(
    'when the body is %j, then the status speaks for it',
    (body) => {
      expect(parseProblem(502, body)).toEqual({
        title: 'The server answered with error 502',
        detail: null,
        status: 502,
        pointers: [],
        reasons: [],
      });
    },
  );
});

describe('toPageProblem', () => {
  it('when a problem was thrown, then it is that problem; anything else says that the page failed', () => {
    const problem = parseProblem(404, { title: 'There is nothing here' });
    expect(toPageProblem(new ProblemError(problem))).toBe(problem);
    expect(toPageProblem(new TypeError('x is undefined'))).toMatchObject({
      title: 'The page failed',
      detail: 'x is undefined',
    });
  });
});

describe('the requests', () => {
  const lens = { ...DEFAULT_LENS, stances: ['negative'] as const };

  it('when a lens is in force, then its parameters follow; ids are encoded', () => {
    expect(actorRequest('a/b' as ActorId, lens).address).toBe('api/v1/actors/a%2Fb?stance=negative');
    expect(exportRequest(lens, 'gexf', 'claims').address).toBe(
      'api/v1/network.gexf?level=claims&stance=negative',
    );
  });

  it('when a list is turned over, then the cursor joins its query', () => {
    expect(toNextPage(claimsRequest(DEFAULT_LENS), 'a+b').address).toBe('api/v1/claims?cursor=a%2Bb');
    expect(toNextPage(claimsRequest(lens), 'x').address).toBe('api/v1/claims?stance=negative&cursor=x');
  });
});
