import type { Request, Response } from 'express';
import type { AnswerBodies, AnswerBody, Encoding } from './answer-bodies.ts';
import { ENCODINGS } from './answer-bodies.ts';

/** Values of Accept-Encoding remembered: browsers and programs send a handful. */
const MOST_HEADERS = 200;
const known = new Map<string, Encoding | undefined>();

/**
 * Sends a finished body, compressed where the reader takes it so: the middleware would compress it each time anew. It goes
 * to the socket as it lies in memory, past Express's `send`, which looks at each body afresh. A promise only where it has to
 * be compressed first.
 */
export function sendBody(
  request: Request,
  response: Response,
  bodies: AnswerBodies,
  body: AnswerBody,
): Promise<void> | undefined {
  const encoding = toEncoding(request);
  const encoded = encoding && body.compressed.get(encoding);
  if (encoding !== undefined && encoded === undefined)
    return sendEncoded(request, response, bodies, body, encoding);
  end(response, body, encoded, encoding);
  return undefined;
}

async function sendEncoded(
  request: Request,
  response: Response,
  bodies: AnswerBodies,
  body: AnswerBody,
  encoding: Encoding,
): Promise<void> {
  end(response, body, await bodies.encode(request.originalUrl, body, encoding), encoding);
}

/** Sends the bytes in an encoding, or the body as it is where there are none. */
function end(
  response: Response,
  { mediaType, plain }: AnswerBody,
  encoded: Buffer | undefined,
  encoding: Encoding | undefined,
): void {
  const bytes = encoded ?? plain;
  response.setHeader('Cache-Control', 'no-cache');
  response.setHeader('Content-Type', mediaType);
  response.setHeader('Content-Length', bytes.length);
  if (encoded !== undefined && encoding !== undefined) response.setHeader('Content-Encoding', encoding);
  response.end(bytes);
}

/** The encoding the reader likes best, the first it names where it likes several equally; undefined for the body as it is. */
function toEncoding(request: Request): Encoding | undefined {
  const header = request.headers['accept-encoding'];
  if (header === undefined) return undefined;
  if (known.has(header)) return known.get(header);
  const encoding = ENCODINGS.find((each) => each === request.acceptsEncodings(...ENCODINGS));
  if (known.size === MOST_HEADERS) known.clear();
  known.set(header, encoding);
  return encoding;
}
