import type { ApiRequest } from './api-request.ts';
import type { ChangeRequest } from './changes.ts';
import { ProblemError, parseProblem } from './problem-error.ts';
import { readAnswer } from './read-answer.ts';
import { token } from './token.ts';

/**
 * Asks the API, from wherever the page lies (`document.baseURI`, so sub-paths work).
 * Throws a {@link ProblemError}; an aborted request throws the signal's reason.
 */
export function ask<T>(request: ApiRequest<T>, signal: AbortSignal): Promise<T> {
  return exchange(request, { headers: {} }, signal);
}

/** Sends a body, by POST unless the request says otherwise; in all else as {@link ask}. */
export function send<T>(request: ChangeRequest<T>, signal: AbortSignal): Promise<T> {
  const { method = 'POST', body, mediaType, ifMatch } = request;
  const headers = {
    'Content-Type': mediaType,
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
  return exchange(request, { method, body, headers }, signal);
}

async function exchange<T>(
  request: ApiRequest<T>,
  init: {
    readonly method?: string;
    readonly body?: Blob | string;
    readonly headers: Readonly<Record<string, string>>;
  },
  signal: AbortSignal,
): Promise<T> {
  let response: Response;
  const secret = token.get();
  try {
    response = await fetch(new URL(request.address, document.baseURI), {
      ...init,
      signal,
      headers: {
        Accept: request.decode === undefined ? 'application/json' : '*/*',
        ...(secret === null ? {} : { Authorization: `Bearer ${secret}` }),
        ...init.headers,
      },
    });
  } catch (cause) {
    signal.throwIfAborted();
    throw new ProblemError(
      {
        title: 'The server cannot be reached',
        detail: 'Check that the server is running and that you are online, then try again.',
        status: 0,
        pointers: [],
        reasons: [],
      },
      { cause },
    );
  }
  let body: string | Uint8Array;
  try {
    const isBytes = response.ok && request.decode !== undefined;
    body = isBytes ? new Uint8Array(await response.arrayBuffer()) : await response.text();
  } catch (cause) {
    signal.throwIfAborted();
    throw new ProblemError(parseProblem(response.status, null), { cause });
  }
  return readAnswer(request, response.status, body);
}
