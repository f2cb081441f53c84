import type { RequestListener, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { toProblem } from '../../graph-data/contract/problems.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { PROBLEM_MEDIA_TYPE } from '../api/problem-response.ts';

/** How long requests in flight may take once the server is told to stop. */
const GRACE_MS = 5000;
/** A connection over which nothing moves for so long is cut: a reader that stalls would hold its download for ever. */
const IDLE_MS = 120_000;

export interface RunningServer {
  /** What to open: the address with the port really taken. */
  readonly address: string;
  /** Takes no new requests, lets those in flight finish for up to 5 s, then cuts what is left. */
  stop(): Promise<void>;
}

/** Listens; rejects when the address is taken or not ours. Cuts connections that stand still for `idleMs`. */
export async function startHttpServer(
  app: RequestListener,
  host: string,
  port: number,
  idleMs = IDLE_MS,
): Promise<RunningServer> {
  const inFlight = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    inFlight.add(response);
    response.once('close', () => inFlight.delete(response));
    app(request, response);
  });
  server.setTimeout(idleMs);
  server.on('clientError', answerUnreadable);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken, family, address } = server.address() as AddressInfo;
  const name = family === 'IPv6' ? `[${address}]` : address;
  return { address: `http://${name}:${taken}`, stop: () => stopServer(server, inFlight) };
}

function stopServer(server: Server, inFlight: ReadonlySet<ServerResponse>): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
    // A connection kept alive is idle again once its last answer is out: nothing more comes over it.
    for (const response of inFlight)
      response.once('close', () => setImmediate(() => server.closeIdleConnections()));
  });
}

/** What cannot even be read as a request (headers too large, broken HTTP) is a problem too. */
function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isTooLong = error.code === 'HPE_HEADER_OVERFLOW';
  const problem = toProblem(
    isTooLong
      ? new OnrecordError('uri-too-long', 'expected an address and headers of at most 16 kB')
      : new OnrecordError('malformed-url', 'expected an HTTP/1.1 request'),
  );
  const body = JSON.stringify(problem);
  const reason = isTooLong ? 'URI Too Long' : 'Bad Request';
  socket.end(
    `HTTP/1.1 ${problem.status} ${reason}\r\nContent-Type: ${PROBLEM_MEDIA_TYPE}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}
