import type { Request, RequestHandler } from 'express';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { isLoopback } from './request-checks.ts';

/**
 * Lets changes through only on a loopback address, and only from this server's own page or from a program that is no
 * browser: an Origin, where there is one, must be the address the request itself was sent to, and without one the request
 * must not say that another site made it. Together with the Host check and with bodies of types that browsers send across
 * origins only after asking, no other site can change anything. Throws OnrecordError `writes-refused`.
 */
export function createWriteGuard(boundHost: string): RequestHandler {
  return (request, _response, next) => {
    if (!isLoopback(boundHost))
      throw refuse('this server is open to others and takes no changes', '/header/host');
    const origin = request.get('Origin');
    const isOwn =
      origin === undefined ? isOfNoSite(request) : origin === `http://${request.get('Host') ?? ''}`;
    if (!isOwn) throw refuse('expected the Origin of this server itself', '/header/origin');
    next();
  };
}

function isOfNoSite(request: Request): boolean {
  return [undefined, 'none', 'same-origin'].includes(request.get('Sec-Fetch-Site'));
}

function refuse(detail: string, pointer: string): OnrecordError {
  return new OnrecordError('writes-refused', detail, [{ pointer, detail }]);
}
