import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** The encodings that answers are compressed in, the preferred first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes kept a context, compressed bodies included; what would take more than an eighth of it is not kept. */
const MOST_BYTES = 64 * 1024 * 1024;
/** What an entry takes beside its address and bytes: its place in the map, objects and buffers. */
const ENTRY_BYTES = 500;
/** Smaller bodies gain nothing from being compressed. */
const LEAST_COMPRESSED = 1024;
/** The compression middleware's own: a quarter of the time of zlib's default for a tenth more bytes. */
const BROTLI_QUALITY = 4;

const JSON_TYPE = 'application/json; charset=utf-8';

/** A finished body, and what has been made of it so far. */
export interface AnswerBody {
  readonly mediaType: string;
  readonly plain: Buffer;
  readonly compressed: Map<Encoding, Buffer>;
}

/**
 * Finished bodies by the address asked for; the one unused longest goes first. What an address answers must depend
 * on nothing but the context, which has its own: one of a new version begins with none.
 */
export class AnswerBodies {
  readonly #kept = new Map<string, AnswerBody>();
  readonly #mostBytes: number;
  #bytes = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  find(address: string): AnswerBody | undefined {
    const body = this.#kept.get(address);
    if (body === undefined) return undefined;
    this.#kept.delete(address);
    this.#kept.set(address, body);
    return body;
  }

  /** A body, kept unless it is too large. */
  add(address: string, plain: Buffer, mediaType = JSON_TYPE): AnswerBody {
    const answered: AnswerBody = { mediaType, plain, compressed: new Map() };
    if (sizeOf(address, answered) > this.#mostBytes / 8) return answered;
    const body = { ...answered, plain: toOwn(plain) };
    this.#remove(address);
    this.#kept.set(address, body);
    this.#bytes += sizeOf(address, body);
    this.#shrink();
    return body;
  }

  /** A JSON body's bytes in an encoding, compressed the first time; undefined where it is too small to gain from it. */
  async encode(address: string, body: AnswerBody, encoding: Encoding): Promise<Buffer | undefined> {
    if (body.mediaType !== JSON_TYPE || body.plain.length < LEAST_COMPRESSED) return undefined;
    const known = body.compressed.get(encoding);
    if (known !== undefined) return known;
    const bytes = await COMPRESSORS[encoding](body.plain);
    if (this.#kept.get(address) === body && !body.compressed.has(encoding)) {
      body.compressed.set(encoding, bytes);
      this.#bytes += bytes.length;
      this.#shrink();
    }
    return bytes;
  }

  #shrink(): void {
    for (const address of this.#kept.keys()) {
      if (this.#bytes <= this.#mostBytes) return;
      this.#remove(address);
    }
  }

  #remove(address: string): void {
    const body = this.#kept.get(address);
    if (body === undefined) return;
    this.#kept.delete(address);
    this.#bytes -= sizeOf(address, body);
  }
}

function sizeOf(address: string, { plain, compressed }: AnswerBody): number {
  let size = ENTRY_BYTES + address.length * 2 + plain.length;
  for (const bytes of compressed.values()) size += bytes.length;
  return size;
}

/** The bytes in memory of their own: a piece of a larger buffer would keep all of that. */
function toOwn(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  return own;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const COMPRESSORS: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) =>
    compressBrotli(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY },
    }),
  gzip: (bytes) => compressGzip(bytes),
};
