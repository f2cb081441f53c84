import type { Socket } from 'node:net';
import { connect } from 'node:net';

/** A load that comes evenly whatever the answers do, as many readers make it that know nothing of one another. */
export interface PacedLoad {
  readonly port: number;
  /** Asked for in turn, from the first again after the last. */
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}

/** What a load measured: microseconds from when each request was due until its answer had come whole, shortest first. */
export interface PacedAnswer {
  readonly latenciesUs: readonly number[];
}

/** Connections kept open; a request that is due while all of them wait for answers waits too, and its waiting counts. */
const CONNECTIONS = 64;
/** How long the process rests where nothing is due, in milliseconds. */
const REST_MS = 0.05;
/** Nothing ever writes to it, so that waiting for it ends when its time is over. */
const never = new Int32Array(new SharedArrayBuffer(4));

// Run as a program by paced-loads.ts: one load after the other, each a message, each answered by one.
process.on('message', (load: PacedLoad) => {
  run(load).then(
    (latenciesUs) => process.send?.({ latenciesUs } satisfies PacedAnswer),
    (error: unknown) => {
      throw error;
    },
  );
});

function run({ port, paths, perSecond, seconds }: PacedLoad): Promise<number[]> {
  const total = Math.round(perSecond * seconds);
  const latenciesUs: number[] = [];
  const waiting: Request[] = [];
  return new Promise((resolve, reject) => {
    const idle = Array.from({ length: CONNECTIONS }, () => {
      const connection = new Connection(port, (request) => {
        latenciesUs.push((performance.now() - request.due) * 1000);
        if (latenciesUs.length === total) {
          for (const each of all) each.close();
          resolve(latenciesUs.sort((a, b) => a - b));
          return;
        }
        const next = waiting.shift();
        if (next === undefined) idle.push(connection);
        else connection.ask(next);
      });
      connection.onFault = reject;
      return connection;
    });
    const all = [...idle];
    const begin = performance.now();
    let asked = 0;
    // Timers are a millisecond apart at best: the loop looks at the clock at each turn. It rests between, or it would keep a
    // core from the server's other threads, of which there are no more than two here.
    const turn = (): void => {
      const now = performance.now();
      for (; asked < total; asked += 1) {
        const due = begin + (asked / perSecond) * 1000;
        if (due > now) break;
        const request = { due, path: paths[asked % paths.length] ?? '/' };
        const connection = idle.pop();
        if (connection === undefined) waiting.push(request);
        else connection.ask(request);
      }
      if (asked >= total) return;
      const untilDueMs = begin + (asked / perSecond) * 1000 - performance.now();
      if (untilDueMs > 2 * REST_MS) Atomics.wait(never, 0, 0, REST_MS);
      setImmediate(turn);
    };
    turn();
  });
}

interface Request {
  /** When it is to be asked, by `performance.now()`. */
  readonly due: number;
  readonly path: string;
}

/**
 * A connection that asks one thing at a time and counts the bytes of its answer. Node's own client makes a dozen objects a
 * request and looks at each header, so that its garbage collections and not the server's were measured.
 */
class Connection {
  onFault: (error: Error) => void = () => undefined;
  readonly #socket: Socket;
  readonly #port: number;
  #request: Request | undefined;
  /** Bytes of the answer still to come; undefined while its head is. */
  #left: number | undefined;
  #head = '';

  constructor(port: number, onAnswer: (request: Request) => void) {
    this.#port = port;
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.#socket.on('error', (error) => this.onFault(error));
    this.#socket.on('data', (bytes) => {
      this.#take(bytes);
      if (this.#left !== 0 || this.#request === undefined) return;
      const answered = this.#request;
      this.#request = undefined;
      onAnswer(answered);
    });
  }

  ask(request: Request): void {
    this.#request = request;
    this.#left = undefined;
    this.#head = '';
    this.#socket.write(`GET ${request.path} HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\n\r\n`);
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    if (this.#left !== undefined) {
      this.#left -= bytes.length;
      return;
    }
    const end = bytes.indexOf('\r\n\r\n');
    this.#head += bytes.toString('latin1', 0, end < 0 ? bytes.length : end);
    if (end < 0) return;
    const length = /\r\ncontent-length: (\d+)/i.exec(this.#head)?.[1];
    if (!this.#head.startsWith('HTTP/1.1 200 ') || length === undefined)
      this.onFault(new Error(`${this.#request?.path ?? ''}: ${this.#head.slice(0, 100)}`));
    this.#left = Number(length) - (bytes.length - end - 4);
  }
}
