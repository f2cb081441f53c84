import type { ApiRequest } from './api-request.ts';
import { ProblemError, parseProblem } from './problem-error.ts';
import { readAnswer } from './read-answer.ts';

/** What goes along with a request. */
interface Sending {
  readonly method?: string;
  readonly body?: Blob | string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends a request to the API, from wherever the page lies (`document.baseURI`, so sub-paths work), and reads the answer.
 * Throws a {@link ProblemError}; an aborted request throws the signal's reason.
 */
export async function exchange<T>(request: ApiRequest<T>, sending: Sending, signal: AbortSignal): Promise<T> {
  const Accept = request.decode === undefined ? 'application/json' : '*/*';
  const headers = { Accept, ...sending.headers };
  const response = await receive(request.address, { ...sending, headers }, signal);
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

/** Sends to an address of the API and answers as soon as the head of the response is here. Throws as {@link exchange} does. */
export async function receive(address: string, sending: Sending, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(new URL(address, document.baseURI), { ...sending, signal });
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
}
