import { describe, expect, it } from 'vitest';
import { matchRoute } from '../../../graph-data/contract/match-route.ts';
import type { Operation } from '../../../graph-data/contract/routes.ts';
import { ROUTES } from '../../../graph-data/contract/routes.ts';

describe('matchRoute', () => {
  it('when a path is of a route, then it is found, with what stands in its braces', () => {
    for (const [operation, { path }] of Object.entries(ROUTES) as [Operation, { path: string }][])
      expect(matchRoute(path.replace('{id}', 'a%2Fb%20c'))).toEqual({
        operation,
        id: path.includes('{id}') ? 'a/b c' : '',
      });
  });

  it.each([
    '',
    '/',
    '/networks',
    '/network/',
    '/networkXgexf',
    '/actors/',
    '/actors/a/b',
    '/actors/a/neighbours/',
  ])('when it is %j, then there is none', (path) => {
    expect(matchRoute(path)).toBeUndefined();
  });

  it('when its percent-encoding is broken, then that is thrown', () => {
    expect(() => matchRoute('/actors/%zz')).toThrow(URIError);
  });
});
