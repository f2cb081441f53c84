import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { toProblem } from '../../graph-data/contract/problems.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

/** Answers with a problem. */
function sendProblem(response: Response, error: OnrecordError): void {
  const problem = toProblem(error);
  // The limits of requests say when to come again; a queue that is full cannot know.
  if (problem.status === 429 && !response.hasHeader('Retry-After')) response.set('Retry-After', '10');
  response.status(problem.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(problem));
}

/** The last handler: nothing is at this address. */
export const answerNotFound: RequestHandler = (request, response) => {
  const detail = `no ${request.path.slice(0, 200)}`;
  sendProblem(response, new OnrecordError('not-found', detail, [{ pointer: '/path', detail }]));
};

/** Turns whatever was thrown into a problem; what is not ours to expect becomes a bare 500 and a log entry. */
export function createErrorHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const known = toKnownError(error);
    if (known.code === 'internal') log.error({ err: error, url: request.url }, 'request failed');
    if (response.headersSent) {
      // A stream has begun: cutting the connection is the only way left to say that it is not whole.
      response.destroy();
      return;
    }
    sendProblem(response, known);
  };
}

function toKnownError(error: unknown): OnrecordError {
  if (error instanceof OnrecordError) return error;
  if (error instanceof URIError || statusOf(error) === 400) {
    const detail = 'expected valid percent-encoding';
    return new OnrecordError('malformed-url', detail, [{ pointer: '/path', detail }]);
  }
  if (statusOf(error) === 404) return new OnrecordError('not-found', 'no such file');
  return new OnrecordError('internal', 'unexpected', [], { cause: error });
}

function statusOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
}
