import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { isLoopback } from '../../../server/api/request-checks.ts';
import { startHttpServer } from '../../../server/app/http-server.ts';
import { createTestApp } from '../../fixtures/serve-dataset.ts';

const statusFor = async (host: string, bound?: string): Promise<number> => {
  const response = await request(createTestApp(() => undefined, bound))
    .get('/healthz')
    .set('Host', host);
  return response.status;
};

describe('the Host check on a loopback address', () => {
  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:3000', '[::1]:3000'])(
    'when Host is %s, then answers',
    async (host) => {
      expect(await statusFor(host)).toBe(200);
    },
  );

  it.each([
    'evil.example',
    'localhost:1@evil.example',
    '127.0.0.1.evil.example',
    'localhost.',
    'localhost, evil.example',
    'localhost:80:80',
    '127.0.0.1:x',
    '0.0.0.0',
    '[::]',
  ])('when Host is %s, then refuses', async (host) => {
    expect(await statusFor(host)).toBe(403);
  });

  it('when Host stands twice, then refuses, whatever the first says', async () => {
    const server = await startHttpServer(
      createTestApp(() => undefined),
      '127.0.0.1',
      0,
    );
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write(
      'GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    );
    expect(await text(socket)).toMatch(/^HTTP\/1.1 403 /);
    await server.stop();
  });

  it('when bound to localhost however written, then it is one', async () => {
    expect(['localhost', 'LocalHost', '127.1.2.3', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '::', '192.168.0.1', '127.0.0.1.evil.example'].some(isLoopback)).toBe(false);
    expect(await statusFor('evil.example', 'LocalHost')).toBe(403);
  });
});
