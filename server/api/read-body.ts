import type { Request, RequestHandler } from 'express';
import express from 'express';
import { OnrecordError } from '../../graph-data/model/errors.ts';

/**
 * Reads a body of one of these media types whole, as bytes. Throws OnrecordError `unsupported-media-type` for any other
 * type or for an encoded body, `body-too-large` above `largest` bytes, `malformed-body` for one that is cut short.
 */
export function readBody(mediaTypes: readonly string[], largest: number): RequestHandler {
  const read = express.raw({ type: [...mediaTypes], limit: largest, inflate: false }) as RequestHandler;
  return (request, response, next) => {
    // Without a body there is no type to look at, and an empty one will say so itself.
    if (request.headers['content-type'] === undefined || request.is([...mediaTypes]) === false) {
      next(
        toProblem(
          'unsupported-media-type',
          `expected a body of ${mediaTypes.join(' or ')}`,
          '/header/content-type',
        ),
      );
      return;
    }
    read(request, response, (error?: unknown) =>
      next(error === undefined ? undefined : toBodyError(error, largest)),
    );
  };
}

/** The bytes that {@link readBody} read; none for an empty body. */
export function bodyOf(request: Request): Uint8Array {
  return request.body instanceof Uint8Array ? request.body : new Uint8Array();
}

function toBodyError(error: unknown, largest: number): OnrecordError {
  const status = (error as { status?: unknown } | null)?.status;
  if (status === 413) return toProblem('body-too-large', `expected at most ${largest} bytes`, '/body');
  if (status === 415)
    return toProblem(
      'unsupported-media-type',
      'expected a body without Content-Encoding',
      '/header/content-encoding',
    );
  return toProblem('malformed-body', 'the body did not arrive whole', '/body');
}

function toProblem(
  code: 'body-too-large' | 'unsupported-media-type' | 'malformed-body',
  detail: string,
  pointer: string,
): OnrecordError {
  return new OnrecordError(code, detail, [{ pointer, detail }]);
}
