import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { fetchFailed } from './reading-error.ts';

/** The encodings that are asked for, as `Accept-Encoding` has them. */
export const ACCEPTED_ENCODINGS = 'gzip, deflate, br';

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * The body of a response, unpacked, at most `largest` bytes of it: a stated length above that ends it at once, and so does the
 * first byte above it, as it arrives or as it is unpacked, whatever was stated. Throws OnrecordError `fetch-failed`.
 */
export async function readResponseBody(response: IncomingMessage, largest: number): Promise<Uint8Array> {
  if (Number(response.headers['content-length']) > largest) throw tooLarge(largest);
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const limit = (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> => limitBytes(chunks, largest);
  if (encoding === 'identity' || encoding === '') return pipeline(response, limit, collect);
  const createDecoder = Object.hasOwn(DECODERS, encoding) ? DECODERS[encoding] : undefined;
  if (createDecoder === undefined)
    throw fetchFailed(
      `expected a page packed by ${ACCEPTED_ENCODINGS} or not at all, found ${encoding.slice(0, 50)}`,
    );
  return pipeline(response, limit, createDecoder(), limit, collect);
}

async function* limitBytes(chunks: AsyncIterable<Buffer>, largest: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largest) throw tooLarge(largest);
    yield chunk;
  }
}

async function collect(chunks: AsyncIterable<Buffer>): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

function tooLarge(largest: number): Error {
  return fetchFailed(`the page is larger than ${largest / 1024 / 1024} MB`);
}
