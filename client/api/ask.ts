import type { ApiRequest } from './api-request.ts';
import type { ChangeRequest } from './changes.ts';
import { exchange } from './exchange.ts';
import { token } from './token.ts';

/** Asks the API as whoever is here; see {@link exchange}. */
export function ask<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<T> {
  return exchange(request, { headers: toAuthorization() }, signal);
}

/** Sends a body, by POST unless the request says otherwise; in all else as {@link ask}. */
export function send<T>(request: ChangeRequest<T>, signal: AbortSignal): Promise<T> {
  const { method = 'POST', body, mediaType, ifMatch } = request;
  const headers = {
    ...toAuthorization(),
    'Content-Type': mediaType,
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
  return exchange(request, { method, body, headers }, signal);
}

/** The header that says who asks; none where nobody has signed in. */
export function toAuthorization(): Readonly<Record<string, string>> {
  const secret = token.get();
  return secret === null ? {} : { Authorization: `Bearer ${secret}` };
}
