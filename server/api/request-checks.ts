import type { Request, RequestHandler } from 'express';
import type { ChangeRoute } from '../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES } from '../../graph-data/contract/change-routes.ts';
import { toPathPattern } from '../../graph-data/contract/match-route.ts';
import type { Route } from '../../graph-data/contract/routes.ts';
import { API_ROOT, ROUTES } from '../../graph-data/contract/routes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';

/** Longest request target answered, in bytes; longer ones are refused with 414. */
const LONGEST_TARGET = 8192;

/** Refuses addresses that are too long or whose percent-encoding is broken, in the path or the query. */
export const checkTarget: RequestHandler = (request, _response, next) => {
  if (request.originalUrl.length > LONGEST_TARGET) {
    throw new OnrecordError('uri-too-long', `expected at most ${LONGEST_TARGET} bytes`);
  }
  const [path = '', ...query] = request.originalUrl.split('?');
  for (const [part, pointer] of [
    [path, '/path'],
    [query.join('?'), '/query'],
  ] as const) {
    try {
      decodeURIComponent(part);
    } catch (error) {
      const detail = 'expected valid percent-encoding of UTF-8';
      throw new OnrecordError('malformed-url', detail, [{ pointer, detail }], { cause: error });
    }
  }
  next();
};

/**
 * On a loopback address, answers only requests whose Host is that address or localhost: a page on another site cannot
 * reach in by pointing its own name here (DNS rebinding). On any other address every Host is answered.
 */
export function createHostCheck(boundHost: string): RequestHandler {
  if (!isLoopback(boundHost)) return (_request, _response, next) => next();
  const allowed = new Set(['localhost', boundHost, '127.0.0.1', '[::1]', `[${boundHost}]`]);
  return (request, _response, next) => {
    const hosts = request.headersDistinct['host'] ?? [];
    const [host = ''] = hosts.map((each) => each.toLowerCase().replace(/:\d+$/, ''));
    if (hosts.length > 1 || !allowed.has(host)) {
      const detail = 'expected Host to be localhost or the address the server listens on';
      throw new OnrecordError('not-acceptable-host', detail, [{ pointer: '/header/host', detail }]);
    }
    next();
  };
}

/** True for addresses that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host.toLowerCase() === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

const READING = ['GET', 'HEAD'];
const ALL_ROUTES: readonly (Pick<Route, 'path'> & Partial<ChangeRoute>)[] = [
  ...Object.values(ROUTES),
  ...Object.values(CHANGE_ROUTES),
];
/** What each address of the API takes. */
const METHODS = [...Map.groupBy(ALL_ROUTES, ({ path }) => path)].map(([path, routes]) => ({
  pattern: toPathPattern(`${API_ROOT}${path}`),
  methods: routes.flatMap(({ method = 'get' }) => (method === 'get' ? READING : method.toUpperCase())),
}));
/** Addresses that are not read: on every other one a reader is let through without a further look. */
const UNREADABLE = new RegExp(
  METHODS.filter(({ methods }) => !methods.includes('GET'))
    .map(({ pattern }) => pattern.source)
    .join('|'),
);

/** Lets through the methods an address takes, those of its routes or else GET and HEAD; others get 405 and Allow. */
export const checkMethod: RequestHandler = (request, response, next) => {
  const { method, path } = request;
  if (READING.includes(method) && !UNREADABLE.test(path)) {
    next();
    return;
  }
  const allowed = METHODS.find(({ pattern }) => pattern.test(path))?.methods ?? READING;
  if (allowed.includes(method)) {
    next();
    return;
  }
  const expected = `expected ${allowed.join(' or ')}`;
  response.set('Allow', allowed.join(', '));
  throw new OnrecordError('method-not-allowed', expected, [
    { pointer: '/method', detail: `${expected}, found ${method.slice(0, 20)}` },
  ]);
};

/** The parameters of a request's address. */
export function parametersOf(request: Request): URLSearchParams {
  return new URLSearchParams(request.originalUrl.split('?').slice(1).join('?'));
}

/** Drops If-Match and If-Unmodified-Since, which guard writes, from what reads: that is answered whatever they say. */
export const ignorePreconditions: RequestHandler = (request, _response, next) => {
  if (READING.includes(request.method)) {
    delete request.headers['if-match'];
    delete request.headers['if-unmodified-since'];
  }
  next();
};
