import { lookup as lookUpInDns } from 'node:dns';
import type { IncomingMessage, RequestOptions } from 'node:http';
import { Agent as HttpAgent, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { isReadableMediaType } from './document-format.ts';
import type { AddressCheck } from './guard-lookup.ts';
import { guardLookup, notPublic } from './guard-lookup.ts';
import { isPublicAddress } from './public-address.ts';
import { LARGEST_DOCUMENT } from './read-document-bytes.ts';
import { ACCEPTED_ENCODINGS, readResponseBody } from './read-response-body.ts';
import { addressRefused, fetchFailed } from './reading-error.ts';

export const MOST_REDIRECTS = 5;
/** For all of it: names, connections, redirects, body. */
export const TIME_LIMIT_MS = 10_000;
const LONGEST_URL = 2000;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

export interface FetchOptions {
  /** Aborted, the fetch ends and its promise is rejected with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Finds the addresses of a name; the system's unless given. What it answers is checked all the same. */
  readonly lookup?: LookupFunction | undefined;
  /** Replaces the check for public addresses. For tests alone: all that keeps a page out of the own network is this. */
  readonly isAllowed?: AddressCheck | undefined;
  /** Replaces the limit of {@link TIME_LIMIT_MS}. */
  readonly deadline?: AbortSignal | undefined;
}

/** What `readDocumentBytes` needs beside a name. */
export interface FetchedDocument {
  readonly bytes: Uint8Array;
  /** Content-Type as the server gave it, with its charset. */
  readonly mediaType: string;
  /** The address it was found at, after redirects. */
  readonly url: string;
}

/** What stays the same over redirects. */
interface Errand {
  readonly isAllowed: AddressCheck;
  readonly lookup: LookupFunction;
  readonly signal: AbortSignal;
}

/**
 * Fetches a text or page over http or https from the public internet: at most {@link MOST_REDIRECTS} redirects,
 * {@link TIME_LIMIT_MS} in all, `LARGEST_DOCUMENT` bytes. No connection is ever made to an address that is not public, be it
 * written in the URL in any way, come to by a redirect or found by DNS. No proxy of the environment is used, no cookie kept.
 * Throws OnrecordError `address-refused` for an address that is never fetched (other schemes, credentials in it, not public);
 * `fetch-failed` with the reason for all else.
 */
export async function fetchDocument(url: string, options: FetchOptions = {}): Promise<FetchedDocument> {
  const { signal, lookup = lookUpInDns, isAllowed = isPublicAddress } = options;
  const deadline = options.deadline ?? AbortSignal.timeout(TIME_LIMIT_MS);
  const errand = {
    isAllowed,
    lookup: guardLookup(lookup, isAllowed),
    signal: AbortSignal.any([deadline, ...(signal === undefined ? [] : [signal])]),
  };
  try {
    return await follow(toAddress(url, undefined), errand);
  } catch (error) {
    signal?.throwIfAborted();
    if (deadline.aborted)
      throw fetchFailed(`the page did not arrive whole within ${TIME_LIMIT_MS / 1000} s`, error);
    throw error instanceof OnrecordError ? error : fetchFailed(toReason(error), error);
  }
}

async function follow(first: URL, errand: Errand): Promise<FetchedDocument> {
  let address = first;
  for (let redirects = 0; ; redirects += 1) {
    const response = await request(address, errand);
    try {
      const location = REDIRECTS.has(response.statusCode ?? 0) ? response.headers.location : undefined;
      if (location === undefined) return await readDocument(response, address);
      if (redirects === MOST_REDIRECTS)
        throw fetchFailed(`the address redirects more than ${MOST_REDIRECTS} times`);
      address = toAddress(location, address);
    } finally {
      response.destroy();
    }
  }
}

/** An address that may be asked for. Numbers in any spelling (`0x7f.1`, `2130706433`) are plain after this. */
function toAddress(text: string, base: URL | undefined): URL {
  const address = text.length > LONGEST_URL ? null : URL.parse(text, base);
  if (address === null)
    throw addressRefused(`expected an http or https address of at most ${LONGEST_URL} characters`);
  if (address.protocol !== 'http:' && address.protocol !== 'https:')
    throw addressRefused(`expected an http or https address, found ${address.protocol.slice(0, 50)}`);
  if (address.username !== '' || address.password !== '')
    throw addressRefused('expected an address without a user name or password in it');
  address.hash = '';
  return address;
}

/** Asks, and answers as soon as the head of the response is here. */
function request(address: URL, { isAllowed, lookup, signal }: Errand): Promise<IncomingMessage> {
  const host = address.hostname.replace(/^\[|\]$/g, '');
  // The socket looks up names alone: an address written out is checked here.
  if (isIP(host) !== 0 && !isAllowed(host)) throw notPublic(host);
  const isSecure = address.protocol === 'https:';
  const options: RequestOptions = {
    lookup,
    signal,
    // Own agents: no connection is left open, and no proxy of the environment taken over.
    agent: isSecure ? new HttpsAgent({ keepAlive: false }) : new HttpAgent({ keepAlive: false }),
    headers: {
      accept: 'text/html, application/xhtml+xml, text/*;q=0.9',
      'accept-encoding': ACCEPTED_ENCODINGS,
      'user-agent': 'Onrecord (reads one page a person asked for)',
    },
  };
  return new Promise((resolve, reject) => {
    const asked = (isSecure ? requestHttps : requestHttp)(address, options, resolve);
    asked.on('error', reject);
    asked.end();
  });
}

async function readDocument(response: IncomingMessage, address: URL): Promise<FetchedDocument> {
  const { statusCode } = response;
  if (statusCode !== 200)
    throw fetchFailed(`expected a page, the server answered ${statusCode ?? 'nothing'}`);
  const mediaType = response.headers['content-type'] ?? '';
  if (!isReadableMediaType(mediaType))
    throw fetchFailed(
      `expected a text or a web page, the server sent ${mediaType.slice(0, 100) || 'no media type'}`,
    );
  return { bytes: await readResponseBody(response, LARGEST_DOCUMENT), mediaType, url: address.href };
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'no server of this name is known',
  EAI_AGAIN: 'the name could not be looked up now',
  ECONNREFUSED: 'the server takes no connection there',
  ECONNRESET: 'the connection broke off',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off',
  ETIMEDOUT: 'the server did not answer',
};

function toReason(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (REASONS[code] !== undefined) return REASONS[code];
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_FORMAT'))
    return 'the page is packed in a way that cannot be unpacked';
  if (code.startsWith('HPE_')) return 'the server does not speak HTTP';
  if (/CERT|SSL|TLS|SIGNATURE|ISSUER/.test(code))
    return `the server's certificate is not to be trusted (${code})`;
  return code === '' ? 'the page could not be fetched' : `the page could not be fetched (${code})`;
}
