import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface LoopbackServer {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** Paths asked for so far. */
  readonly asked: string[];
  /** Connections so far, asked over or not. */
  countConnections(): number;
}

/** A server on 127.0.0.1 at any free port, closed when the test is over. */
export async function startLoopbackServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void = (_, response) => void response.end(),
): Promise<LoopbackServer> {
  const asked: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  server.on('connection', () => (connections += 1));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { port, origin: `http://127.0.0.1:${port}`, asked, countConnections: () => connections };
}
