import type { Request, RequestHandler } from 'express';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { AccessOptions } from './access.ts';
import { isLoopback } from './request-checks.ts';

/**
 * Lets changes through unless the server is for reading only, or open to others without a token that tells them apart; and
 * only from this server's own page or from a program that is no browser: an Origin, where there is one, must be the address
 * the request itself was sent to, and without one the request must not say that another site made it. Together with the Host
 * check and with bodies of types that browsers send across origins only after asking, no other site can change anything.
 * Throws OnrecordError `writes-refused`.
 */
export function createWriteGuard({ host, tokens, readOnly }: AccessOptions): RequestHandler {
  const isLocal = isLoopback(host);
  return (request, _response, next) => {
    if (readOnly) throw refuse('this server is for reading only', '/header/host');
    if (!isLocal && tokens.length === 0)
      throw refuse('this server is open to others and takes no changes', '/header/host');
    const origin = request.get('Origin');
    // Before a server that others reach there may be a proxy that speaks https for it.
    const schemes = isLocal ? ['http'] : ['http', 'https'];
    const isOwn =
      origin === undefined
        ? isOfNoSite(request)
        : schemes.some((scheme) => origin === `${scheme}://${request.get('Host') ?? ''}`);
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
