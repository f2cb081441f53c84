import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startHttpServer } from '../../../server/app/http-server.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** A request that the test answers when it likes. */
function deferredRequest() {
  let answer: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const app = (_request: unknown, response: { end: (body: string) => void }): void => {
    answer = () => response.end('whole');
    arrive();
  };
  return { app, arrived, answer: () => answer() };
}

describe('the HTTP server told to stop', () => {
  it('when a request is in flight, then it is finished before the server is gone, and no new one is taken', async () => {
    const { app, arrived, answer } = deferredRequest();
    const server = await startHttpServer(app, '127.0.0.1', 0);
    const inFlight = fetch(server.address);
    await arrived;

    const stopped = server.stop();
    await expect(fetch(server.address)).rejects.toThrow();
    answer();

    expect(await (await inFlight).text()).toBe('whole');
    await stopped;
  });

  it('when a request does not end, then it is cut after five seconds', async () => {
    const { app, arrived } = deferredRequest();
    const server = await startHttpServer(app, '127.0.0.1', 0);
    const inFlight = fetch(server.address);
    await arrived;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let isStopped = false;
    const stopped = server.stop().then(() => (isStopped = true));

    await vi.advanceTimersByTimeAsync(4999);
    expect(isStopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();

    await expect(inFlight).rejects.toThrow();
    await stopped;
  });
});

describe('a connection that stands still', () => {
  it('when its reader has stalled for the longest time, then it is cut, and the answer with it', async () => {
    let isCut: () => void = () => undefined;
    const cut = new Promise<void>((resolve) => (isCut = resolve));
    const app = (_request: unknown, response: ServerResponse): void => {
      response.once('close', isCut);
      const more = (): void => {
        while (response.write('x'.repeat(100_000)));
        response.once('drain', more);
      };
      more();
    };
    const server = await startHttpServer(app, '127.0.0.1', 0, 20);
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.once('data', () => socket.pause());
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');

    await cut;
    await server.stop();
    socket.destroy();
  });
});

describe('what cannot be read as a request', () => {
  it.each([
    ['broken HTTP', 'NONSENSE\r\n\r\n', 400, 'malformed-url'],
    [
      'headers above 16 kB',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
      414,
      'uri-too-long',
    ],
  ])('when it is %s, then it is a problem too', async (_what, bytes, status, code) => {
    const server = await startHttpServer((_request, response) => void response.end(), '127.0.0.1', 0);
    try {
      const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
      await once(socket, 'connect');
      socket.write(bytes);
      const answer = await text(socket);

      expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
      expect(answer).toContain('application/problem+json');
      expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({ status, code });
    } finally {
      await server.stop();
    }
  });
});
