import type { IncomingHttpHeaders, Server } from 'node:http';
import { get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../../server/api/create-app.ts';
import type { ServedDataset } from '../../fixtures/serve-dataset.ts';
import { createTestApp, serveDataset } from '../../fixtures/serve-dataset.ts';

const ADDRESS = '/api/v1/actors/vladimir-putin/neighbours';

let served: ServedDataset;
let server: Server;
beforeAll(async () => {
  served = await serveDataset();
  server = await new Promise((resolve) => {
    const listening = served.app.listen(0, '127.0.0.1', () => resolve(listening));
  });
});
afterAll(async () => {
  server.close();
  await served.close();
});

/** An answer as it comes over the wire: supertest would unpack it. */
async function ask(address: string, acceptEncoding: string): Promise<[IncomingHttpHeaders, Buffer]> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get(
      {
        port,
        host: '127.0.0.1',
        path: address,
        headers: { 'accept-encoding': acceptEncoding },
        agent: false,
      },
      (response) => {
        buffer(response).then((body) => resolve([response.headers, body]), reject);
      },
    ).on('error', reject);
  });
}

function unpack(body: Buffer, encoding = 'identity'): string {
  const plain =
    encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
  return plain.toString();
}

describe('a finished answer', () => {
  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate, br', 'gzip'],
    ['gzip', 'gzip'],
    ['gzip;q=1, br;q=0.2', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['gzip;q=0, *;q=0.5', 'br'],
    ['br;q=0, gzip;q=0', undefined],
    ['identity', undefined],
    ['zstd', undefined],
  ])('when %s is accepted, then it comes as %s, first and again', async (accepted, encoding) => {
    const [, plain] = await ask(ADDRESS, 'identity');
    for (const again of [`${ADDRESS}?depth=1`, `${ADDRESS}?depth=1`]) {
      const [headers, body] = await ask(again, accepted);
      expect(headers).toMatchObject({
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(body.length),
        'cache-control': 'no-cache',
        vary: 'Accept-Encoding',
      });
      expect(headers['content-encoding']).toBe(encoding);
      expect(unpack(body, encoding)).toBe(plain.toString());
    }
  });

  it('when asked by HEAD, then the headers are those of GET, also when it was kept', async () => {
    for (const encoding of ['identity', 'gzip']) {
      const get = await request(served.app).get(ADDRESS).set('Accept-Encoding', encoding);
      const head = await request(served.app).head(ADDRESS).set('Accept-Encoding', encoding);
      const { date: _get, ...expected } = get.headers as Record<string, string>;
      const { date: _head, ...headers } = head.headers as Record<string, string>;
      expect([head.status, headers, head.text || '']).toEqual([200, expected, '']);
    }
  });

  it('when it was kept, then the Host is checked, the security headers stand, and the request is logged all the same', async () => {
    const lines: string[] = [];
    const app = createApp({
      host: '127.0.0.1',
      programVersion: '0.0.0-test',
      log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
      getContext: () => served.context,
    });
    const first = await request(app).get(ADDRESS);
    const again = await request(app).get(ADDRESS);
    const refused = await request(app).get(ADDRESS).set('Host', 'attacker.example');

    const { date: _first, ...expected } = first.headers as Record<string, string>;
    const { date: _again, ...headers } = again.headers as Record<string, string>;
    expect(headers).toEqual(expected);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect([again.text, refused.status]).toEqual([first.text, 403]);
    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject(
      [200, 200, 403].map((status) => ({ method: 'GET', url: ADDRESS, status })),
    );
  });

  it('when the context changes, then nothing kept of the one before is answered', async () => {
    let current: ServedDataset['context'] | undefined = served.context;
    const app = createTestApp(() => current);
    const before = await request(app).get(ADDRESS);
    current = { ...served.context, network: { ...served.context.network, version: 99 } };
    const after = await request(app).get(ADDRESS);
    current = undefined;

    expect((before.body as { meta: { version: number } }).meta.version).not.toBe(99);
    expect((after.body as { meta: { version: number } }).meta.version).toBe(99);
    expect((await request(app).get(ADDRESS)).status).toBe(503);
  });
});
