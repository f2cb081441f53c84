import type { RequestHandler } from 'express';
import type { ChangeRoute } from '../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES } from '../../graph-data/contract/change-routes.ts';
import { API_ROOT } from '../../graph-data/contract/routes.ts';
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
const CHANGING = ['POST'];
const CHANGING_PATHS = new Set(
  (Object.values(CHANGE_ROUTES) as ChangeRoute[])
    .filter(({ method }) => method === 'post')
    .map(({ path }) => `${API_ROOT}${path}`),
);

/** Lets through the methods an address takes, POST where something is changed, else GET and HEAD; others get 405 and Allow. */
export const checkMethod: RequestHandler = (request, response, next) => {
  const allowed = CHANGING_PATHS.has(request.path) ? CHANGING : READING;
  if (allowed.includes(request.method)) {
    next();
    return;
  }
  const expected = `expected ${allowed.join(' or ')}`;
  response.set('Allow', allowed.join(', '));
  throw new OnrecordError('method-not-allowed', expected, [
    { pointer: '/method', detail: `${expected}, found ${request.method.slice(0, 20)}` },
  ]);
};

/** Drops If-Match and If-Unmodified-Since, which guard writes: every answer to GET is given whatever they say. */
export const ignorePreconditions: RequestHandler = (request, _response, next) => {
  delete request.headers['if-match'];
  delete request.headers['if-unmodified-since'];
  next();
};
