import type { ServerResponse } from 'node:http';
import type { LookupFunction } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { OnrecordError } from '../../../../graph-data/model/errors.ts';
import type { FetchOptions } from '../../../../server/extract/reading/fetch-document.ts';
import { fetchDocument } from '../../../../server/extract/reading/fetch-document.ts';
import {
  LARGEST_DOCUMENT,
  readDocumentBytes,
} from '../../../../server/extract/reading/read-document-bytes.ts';
import { startLoopbackServer } from './loopback-server.ts';
import { newsPage } from './pages.ts';

const isAllowed = (address: string): boolean => address === '127.0.0.1';
const HTML = { 'content-type': 'text/html; charset=utf-8' };

const reasonOf = (fetched: Promise<unknown>): Promise<unknown> =>
  fetched.then(
    () => 'was fetched',
    (error: unknown) => (error instanceof OnrecordError ? `${error.code}: ${error.message}` : error),
  );

async function fetchFrom(
  answer: (response: ServerResponse, path: string) => void,
  options: FetchOptions = {},
): Promise<string> {
  const server = await startLoopbackServer((request, response) => answer(response, request.url ?? ''));
  const { bytes } = await fetchDocument(`${server.origin}/0`, { isAllowed, ...options });
  return Buffer.from(bytes).toString();
}

describe('fetchDocument', () => {
  it('when a page is served, then its bytes, type and address are given, and nothing of ours is sent along', async () => {
    const sent: unknown[] = [];
    const server = await startLoopbackServer((request, response) => {
      sent.push(request.headers);
      response.writeHead(200, HTML).end(newsPage(''));
    });
    const fetched = await fetchDocument(`${server.origin}/talks#part`, { isAllowed });
    expect(fetched).toMatchObject({ mediaType: HTML['content-type'], url: `${server.origin}/talks` });
    expect(sent).toEqual([
      expect.not.objectContaining({
        cookie: expect.anything() as unknown,
        referer: expect.anything() as unknown,
      }),
    ]);
    const { bytes, mediaType, url } = fetched;
    expect(await readDocumentBytes(bytes, { name: url, mediaType, url })).toMatchObject({
      title: 'Talks go on',
      language: 'en-GB',
    });
  });

  it('when a name is found by DNS, then the page is asked for by that name', async () => {
    const lookup: LookupFunction = (_, __, callback) => callback(null, [{ address: '127.0.0.1', family: 4 }]);
    const server = await startLoopbackServer((request, response) =>
      response.writeHead(200, HTML).end(request.headers.host),
    );
    const { bytes } = await fetchDocument(`http://news.example:${server.port}/`, { isAllowed, lookup });
    expect(Buffer.from(bytes).toString()).toBe(`news.example:${server.port}`);
  });

  it('when it redirects five times, then it is followed, and no sixth time', async () => {
    const redirect =
      (times: number) =>
      (response: ServerResponse, path: string): void => {
        const step = Number(path.slice(1));
        if (step < times) response.writeHead(301 + (step % 2), { location: `/${step + 1}` }).end();
        else response.writeHead(200, HTML).end(`at ${path}`);
      };
    expect(await fetchFrom(redirect(5))).toBe('at /5');
    expect(await reasonOf(fetchFrom(redirect(6)))).toBe(
      'fetch-failed: the address redirects more than 5 times',
    );
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['deflate', deflateSync],
  ])('when a page is packed by %s, then it is unpacked', async (encoding, pack) => {
    const answer = (response: ServerResponse): void =>
      void response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end(pack('José'));
    expect(await fetchFrom(answer)).toBe('José');
  });

  it('when a page is packed otherwise or wrongly, then the reason says so', async () => {
    const answer =
      (encoding: string) =>
      (response: ServerResponse): void =>
        void response.writeHead(200, { ...HTML, 'content-encoding': encoding }).end('no gzip');
    expect(await reasonOf(fetchFrom(answer('gzip')))).toBe(
      'fetch-failed: the page is packed in a way that cannot be unpacked',
    );
    expect(await reasonOf(fetchFrom(answer('constructor')))).toMatch(
      /^fetch-failed: expected a page packed by gzip/,
    );
  });

  it.each([
    ['application/pdf', /^fetch-failed: expected a text or a web page, the server sent application\/pdf$/],
    ['', /^fetch-failed: expected a text or a web page, the server sent no media type$/],
    ['text/plain', /^was fetched$/],
    ['application/xhtml+xml', /^was fetched$/],
  ])('when the media type is "%s", then it is read or refused', async (type, expected) => {
    const headers = type === '' ? {} : { 'content-type': type };
    expect(await reasonOf(fetchFrom((response) => void response.writeHead(200, headers).end('x')))).toMatch(
      expected,
    );
  });

  it('when the server does not answer 200, then the reason says what it answered', async () => {
    expect(await reasonOf(fetchFrom((response) => void response.writeHead(404, HTML).end('no')))).toMatch(
      /answered 404$/,
    );
    expect(await reasonOf(fetchFrom((response) => void response.writeHead(302).end()))).toMatch(
      /answered 302$/,
    );
  });

  it('when there is no server, no name or no HTTP, then the reason says so', async () => {
    const lookup: LookupFunction = (_, __, callback) =>
      callback(Object.assign(new Error('no'), { code: 'ENOTFOUND' }), []);
    const fetched = fetchDocument('http://nobody.example/', { lookup });
    expect(await reasonOf(fetched)).toBe('fetch-failed: no server of this name is known');
    const broken = fetchFrom((response) => response.socket?.end('what?\r\n\r\n'));
    expect(await reasonOf(broken)).toBe('fetch-failed: the server does not speak HTTP');
    const cut = fetchFrom((response) => {
      response.writeHead(200, { ...HTML, 'content-length': 100 }).write('half', () => response.destroy());
    });
    expect(await reasonOf(cut)).toBe('fetch-failed: the connection broke off');
  });
});

describe('fetchDocument of too much', () => {
  const TOO_LARGE = 'fetch-failed: the page is larger than 5 MB';

  it('when the stated length is too large, then the body is not read', async () => {
    const answer = (response: ServerResponse): void =>
      response.writeHead(200, { ...HTML, 'content-length': LARGEST_DOCUMENT + 1 }).flushHeaders();
    expect(await reasonOf(fetchFrom(answer))).toBe(TOO_LARGE);
  });

  it('when a body states no length and never ends, then it is cut off', async () => {
    let isCut: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => (isCut = resolve));
    const chunk = Buffer.alloc(256 * 1024, 'a');
    const answer = (response: ServerResponse): void => {
      response.writeHead(200, HTML);
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more).on('close', () => isCut?.());
      more();
    };
    expect(await reasonOf(fetchFrom(answer))).toBe(TOO_LARGE);
    await closed;
  });

  it('when a small body unpacks to a large one, then it is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 1 });
    expect(bomb.length).toBeLessThan(LARGEST_DOCUMENT);
    const answer = (response: ServerResponse): void =>
      void response.writeHead(200, { ...HTML, 'content-encoding': 'gzip' }).end(bomb);
    expect(await reasonOf(fetchFrom(answer))).toBe(TOO_LARGE);
  });

  it('when exactly as much comes as is taken, then it is taken', async () => {
    const answer = (response: ServerResponse): void =>
      void response.writeHead(200, HTML).end(Buffer.alloc(LARGEST_DOCUMENT, 'a'));
    expect(await fetchFrom(answer)).toHaveLength(LARGEST_DOCUMENT);
  });
});

describe('fetchDocument in time', () => {
  it.each([
    ['no answer comes', (_: ServerResponse): void => undefined],
    [
      'the body does not go on',
      (response: ServerResponse): void => void response.writeHead(200, HTML).write('a'),
    ],
  ])('when %s before the deadline, then it ends with that reason', async (_, answer) => {
    const deadline = new AbortController();
    const slow = (response: ServerResponse): void => {
      answer(response);
      setImmediate(() => deadline.abort());
    };
    expect(await reasonOf(fetchFrom(slow, { deadline: deadline.signal }))).toBe(
      'fetch-failed: the page did not arrive whole within 10 s',
    );
  });

  it('when the caller ends it, then it is rejected with the reason given, the connection closed', async () => {
    const caller = new AbortController();
    const reason = new Error('the reader went away');
    const closed = Promise.withResolvers<undefined>();
    const answer = (response: ServerResponse): void => {
      response.on('close', () => closed.resolve(undefined));
      caller.abort(reason);
    };
    expect(await reasonOf(fetchFrom(answer, { signal: caller.signal }))).toBe(reason);
    await closed.promise;
    expect(await reasonOf(fetchDocument('http://news.example/', { signal: AbortSignal.abort(reason) }))).toBe(
      reason,
    );
  });

  it('when the name is looked up for ever, then the deadline holds too', async () => {
    const deadline = new AbortController();
    const lookup: LookupFunction = () => deadline.abort();
    expect(
      await reasonOf(fetchDocument('http://news.example/', { lookup, deadline: deadline.signal })),
    ).toMatch(/within 10 s$/);
  });
});
