import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { toOpenApi } from '../../../graph-data/contract/openapi.ts';
import { PROBLEMS, problemSchema } from '../../../graph-data/contract/problems.ts';
import type { Operation, Route } from '../../../graph-data/contract/routes.ts';
import { API_ROOT, COMMON_PROBLEMS, ROUTES } from '../../../graph-data/contract/routes.ts';
import type { ProblemCode } from '../../../graph-data/model/errors.ts';
import { getClaimId } from '../../../graph-data/network/network.ts';
import { hashToken } from '../../../server/api/access.ts';
import { OPEN_LIMITS } from '../../../server/api/rate-limits.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { createTestApp, serveDataset } from '../../fixtures/serve-dataset.ts';

let served: ServedDataset;
beforeAll(async () => {
  served = await serveDataset();
});
afterAll(() => served.close());

const routes = Object.entries(ROUTES) as [Operation, Route][];

/** An id that exists, for calls that take one. */
function pathOf(operation: Operation): string {
  const claim = getClaimId(served.context.network, 0);
  const ids: Partial<Record<Operation, string>> = {
    getActor: 'vladimir-putin',
    listNeighbours: 'vladimir-putin',
    getRelation: 'vladimir-putin.befriends.donald-trump',
    getClaim: claim,
    getDocument: 'portrait-gift',
  };
  return `${API_ROOT}${ROUTES[operation].path.replace('{id}', ids[operation] ?? '')}`;
}

/** The query a call needs at least. */
const needed: Partial<Record<Operation, string>> = {
  search: 'q=putin',
  findPaths: 'from=vladimir-putin&to=donald-trump',
  exportPaths: 'from=vladimir-putin&to=donald-trump',
  exportCompare: 'by=speaker&a=steve-witkoff&b=none',
  compare: 'by=document&a=envoy-interview&b=portrait-gift',
  getCompareColumns: 'by=date&a=2025-03-13&b=2025-03-18',
};

function join(path: string, ...queries: (string | undefined)[]): string {
  const query = queries.filter((part) => part !== undefined && part !== '').join('&');
  return query === '' ? path : `${path}?${query}`;
}

/** The first of some faulty parameters that the call has. */
function faulty(operation: Operation, choices: Readonly<Record<string, string>>): string {
  const name = Object.keys(choices).find((choice) => choice in ROUTES[operation].query.shape);
  if (name === undefined)
    throw new Error(`${operation} documents a problem that none of its parameters can have`);
  return `${name}=${choices[name] ?? ''}`;
}

/** Provokes a problem. */
async function provoke(operation: Operation, code: ProblemCode): Promise<request.Response> {
  const path = pathOf(operation);
  const good = join(path, needed[operation]);
  const get = (query: string) =>
    request(served.app).get(join(path, query === '' ? needed[operation] : query));
  const withNeeded = (query: string) => [needed[operation] ?? [], query].flat().join('&');
  switch (code) {
    case 'malformed-url':
      return get('q=%E0%A4%A');
    case 'unknown-parameter':
      return get(withNeeded('speakr=x'));
    case 'malformed-parameter':
      return get(withNeeded(faulty(operation, { from: 'yesterday', limit: 'ten' })));
    case 'unknown-value':
      return get(withNeeded(faulty(operation, { stance: 'angry', kind: 'robot' })));
    case 'out-of-bounds':
      return get(withNeeded(faulty(operation, { depth: '4', limit: '0', minClaims: '0' })));
    case 'malformed-cursor':
      return get(withNeeded('cursor=WzEsMSwiMCJd'));
    case 'not-found':
      return request(served.app).get(`${API_ROOT}${ROUTES[operation].path.replace('{id}', 'no-such-thing')}`);
    case 'not-acceptable-host':
      return request(served.app).get(good).set('Host', 'attacker.example');
    case 'method-not-allowed':
      return request(served.app).delete(good);
    case 'unauthorised': {
      const tokens = [{ name: 'Rita', role: 'reader', hash: hashToken('a-token-of-a-reader') } as const];
      const open = createTestApp(() => served.context, '0.0.0.0', { tokens });
      return request(open).get(good).set('Authorization', 'Bearer not-a-token-of-anyone');
    }
    case 'too-many-requests':
      return request(
        createTestApp(() => served.context, '127.0.0.1', { limits: { ...OPEN_LIMITS, search: 0 } }),
      ).get(good);
    case 'uri-too-long':
      return get(`q=${'x'.repeat(9000)}`);
    case 'not-ready':
      return request(createTestApp(() => undefined)).get(good);
    case 'internal':
      return request(
        createTestApp(() => {
          throw new Error('the disk is gone: /secret/path');
        }),
      ).get(good);
    default:
      throw new Error(`no question has the problem ${code}`);
  }
}

describe.each(routes)('%s', (operation, route) => {
  it('when asked for rightly, then the answer is what the contract says', async () => {
    const response = await request(served.app).get(join(pathOf(operation), needed[operation]));

    expect(response.status).toBe(200);
    if ('mediaType' in route.answer) {
      expect(response.headers['content-type']).toContain(route.answer.mediaType);
    } else {
      const schema = route.answer as z.ZodObject;
      expect(schema.strict().parse(response.body)).toEqual(response.body);
    }
  });

  it('when asked by HEAD, then the same headers come without a body', async () => {
    const response = await request(served.app).head(join(pathOf(operation), needed[operation]));

    expect(response.status).toBe(200);
    expect(response.text).toBeFalsy();
  });

  it.each([...COMMON_PROBLEMS, ...route.problems])(
    'when provoked, then it answers the problem %s',
    async (code) => {
      const response = await provoke(operation, code);

      expect(response.headers['content-type']).toContain('application/problem+json');
      const problem = problemSchema.strict().parse(JSON.parse(response.text));
      expect(problem).toMatchObject({ code, status: PROBLEMS[code].status });
      expect(response.status).toBe(PROBLEMS[code].status);
      expect(response.text).not.toMatch(/\bat .*:\d+:\d+|secret/);
      if (response.status >= 500) expect(problem).not.toHaveProperty('detail');
      else expect(problem.detail).toBeTruthy();
    },
  );

  it('when all its problems are provoked, then these are the statuses its description documents', () => {
    const described = (toOpenApi('0')['paths'] as Record<string, { get: { responses: object } }>)[
      `${API_ROOT}${route.path}`
    ]?.get.responses;
    const provoked = [...COMMON_PROBLEMS, ...route.problems].map((code) => String(PROBLEMS[code].status));

    expect(Object.keys(described ?? {}).sort()).toEqual([...new Set(['200', ...provoked])].sort());
  });
});

describe('faults of a query', () => {
  const ask = async (path: string) => {
    const response = await request(served.app).get(`${API_ROOT}${path}`);
    return { status: response.status, problem: JSON.parse(response.text) as z.infer<typeof problemSchema> };
  };

  it.each([
    ['/actors/vladimir-putin/neighbours?depth=4', 422, '/query/depth', /at most 3/],
    ['/actors/vladimir-putin/neighbours?depth=0', 422, '/query/depth', /at least 1/],
    ['/claims?limit=501', 422, '/query/limit', /at most 500/],
    ['/network?limit=-1', 422, '/query/limit', /at least 1/],
    ['/network?speaker=nobody', 422, '/query/speaker', /nobody/],
    ['/network?type=loves', 422, '/query/type', /befriends/],
    ['/network.columns?limit=100001', 422, '/query/limit', /at most 100000/],
    ['/network.columns?relations=0', 422, '/query/relations', /at least 1/],
    ['/network.columns?expand=nobody.25', 422, '/query/expand', /nobody/],
    ['/network?expand=vladimir-putin.5.loves', 422, '/query/expand', /loves/],
    ['/network?expand=vladimir-putin', 400, '/query/expand', /ACTOR\.COUNT/],
    ['/network?expand=vladimir-putin.501', 400, '/query/expand', /ACTOR\.COUNT/],
    ['/network?publisher=Nobody', 422, '/query/publisher', /Nobody/],
    ['/network?document=nothing', 422, '/query/document', /nothing/],
    ['/claims?subject=nobody', 422, '/query/subject', /nobody/],
    ['/claims?relation=a.b.c', 422, '/query/relation', /a\.b\.c/],
    ['/network?stance=angry', 422, '/query/stance', /positive, neutral, negative/],
    ['/network?clock=wall', 422, '/query/clock', /said, happened/],
    ['/network?from=2025-02-30', 400, '/query/from', /EDTF/],
    ['/network?from=2025&from=2026', 400, '/query/from', /once/],
    ['/network?__proto__=1', 400, '/query/__proto__', /no such parameter/],
    ['/search', 400, '/query/q', /missing/],
    ['/search?q=', 422, '/query/q', /at least 1 characters/],
    [`/search?q=${'x'.repeat(201)}`, 422, '/query/q', /at most 200 characters/],
    ['/actors?cursor=%00%F0%9F%98%80', 400, '/query/cursor', /nextCursor/],
    ['/actors/nobody', 404, '/path/id', /nobody/],
    ['/actors/%00', 404, '/path/id', /actor/],
    ['/actors/..%2f..%2fetc%2fpasswd', 404, '/path/id', /actor/],
    ['/relations/donald-trump.befriends', 404, '/path/id', /relation/],
    ['/nothing', 404, '/path', /nothing/],
    ['/actors/%E0%A4%A', 400, '/path', /percent-encoding/],
  ])('when %s is asked, then %i names %s and what was expected', async (path, status, pointer, detail) => {
    const answer = await ask(path);

    expect(answer.status).toBe(status);
    expect(answer.problem.errors).toContainEqual({
      pointer,
      detail: expect.stringMatching(detail) as string,
    });
  });

  it('when several parameters are at fault, then each is named', async () => {
    const { status, problem } = await ask('/network?limit=0&stance=angry&minClaims=0');

    expect(status).toBe(422);
    expect(problem.errors?.map((error) => error.pointer).sort()).toEqual([
      '/query/limit',
      '/query/minClaims',
      '/query/stance',
    ]);
  });

  it('when a cursor of another query is given, then it is refused', async () => {
    const first = await request(served.app).get(`${API_ROOT}/claims?limit=5`);
    const { nextCursor } = first.body as { nextCursor: string };
    const other = await ask(`/claims?limit=5&stance=positive&cursor=${nextCursor}`);

    expect(other).toMatchObject({ status: 400, problem: { code: 'malformed-cursor' } });
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)(
    'when the method is %s, then 405 names what is allowed',
    async (method) => {
      const response = await request(served.app)[method.toLowerCase() as 'put'](`${API_ROOT}/network`);

      expect(response.status).toBe(405);
      expect(response.headers['allow']).toBe('GET, HEAD');
    },
  );
});
