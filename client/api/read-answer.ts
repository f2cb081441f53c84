import type { ApiRequest } from './api-request.ts';
import { ProblemError, parseProblem } from './problem-error.ts';

/**
 * What an answer of the API says: the value that was asked for. Throws a {@link ProblemError} where it says what is wrong, and
 * where it cannot be read.
 * @param status as of HTTP
 */
export function readAnswer<T>(request: ApiRequest<T>, status: number, body: string | Uint8Array): T {
  const isOk = status >= 200 && status < 300;
  let value: unknown;
  try {
    if (isOk && request.decode !== undefined) return request.decode(toBytes(body));
    value = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body));
  } catch (cause) {
    throw new ProblemError(parseProblem(status, null), { cause });
  }
  if (!isOk) throw new ProblemError(parseProblem(status, value));
  return value as T; // our own contract, whoever answers
}

function toBytes(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}
