import type { ApiRequest } from './api-request.ts';
import { exchange } from './exchange.ts';

/** Asks the API as anybody may: a GET without token, whoever has signed in beside it. */
export function askPublicly<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<T> {
  return exchange(request, { headers: {} }, signal);
}
