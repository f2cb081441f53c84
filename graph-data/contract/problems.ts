import { z } from 'zod';
import type { OnrecordError, ProblemCode } from '../model/errors.ts';

/** The one table of what each problem code means on the wire. A test keeps it, the code union and `docs/api.md` equal. */
export const PROBLEMS: Readonly<Record<ProblemCode, { readonly status: number; readonly title: string }>> = {
  'malformed-url': { status: 400, title: 'The address cannot be decoded' },
  'malformed-parameter': { status: 400, title: 'A parameter is not of the expected form' },
  'unknown-parameter': { status: 400, title: 'A parameter has an unknown name' },
  'malformed-cursor': { status: 400, title: 'The cursor is not one this query gave out at this version' },
  'malformed-body': { status: 400, title: 'The body is not of the expected form' },
  unauthorised: { status: 401, title: 'This is for those who have signed in' },
  'not-acceptable-host': { status: 403, title: 'The request names a host this server does not answer for' },
  'writes-refused': { status: 403, title: 'Nothing can be changed from here' },
  forbidden: { status: 403, title: 'This takes another role' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take this method' },
  conflict: { status: 409, title: 'It is no longer as it was read' },
  'cannot-be-undone': { status: 409, title: 'This change cannot be taken back' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'uri-too-long': { status: 414, title: 'The address is too long' },
  'unsupported-media-type': { status: 415, title: 'The body is of a kind this address does not take' },
  'unknown-value': { status: 422, title: 'A parameter names something unknown' },
  'out-of-bounds': { status: 422, title: 'A parameter is out of bounds' },
  'unreadable-document': { status: 422, title: 'The document cannot be read as text' },
  'address-refused': { status: 422, title: 'The address is one that is never fetched' },
  'fetch-failed': { status: 422, title: 'What is at the address could not be fetched' },
  'model-unavailable': { status: 422, title: 'The language model gave no usable answer' },
  'idempotency-mismatch': { status: 422, title: 'The key was sent with another request before' },
  'too-many-requests': { status: 429, title: 'There are too many requests at once' },
  internal: { status: 500, title: 'The server failed' },
  'not-ready': { status: 503, title: 'The server is starting or stopping' },
};

/** An RFC 9457 problem. `errors` name every parameter at fault; a 5xx carries no detail. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:onrecord:problem: and the code'),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** An error as RFC 9457 has it. A 5xx says nothing but its title: what went wrong inside is in the log. */
export function toProblem(error: OnrecordError): Problem {
  const { status, title } = PROBLEMS[error.code];
  const head = { type: `urn:onrecord:problem:${error.code}`, title, status, code: error.code };
  if (status >= 500) return head;
  return {
    ...head,
    detail: error.message,
    ...(error.errors.length > 0 ? { errors: [...error.errors] } : {}),
  };
}
