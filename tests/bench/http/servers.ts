import { fork } from 'node:child_process';
import { join } from 'node:path';

/** What the server process of the bench tells: its ports, and the actors to ask for. */
export interface HttpBenchServers {
  /** The API with finished bodies kept, and without; both with the probe `/string` behind the same middleware. */
  readonly kept: number;
  readonly unkept: number;
  /** Express alone with `/string`. */
  readonly bare: number;
  /** Ids drawn in proportion to mentions. */
  readonly actors: readonly string[];
}

/** The process of the servers. */
export interface ServerProcess {
  readonly servers: HttpBenchServers;
  /** The share of the time since it was last asked that its event loop was busy, 0 to 1. */
  readonly tellBusy: () => Promise<number>;
  readonly stop: () => void;
}

/** Starts the three servers in one process of their own, over the store in a folder. */
export function startServers(dataDir: string, draws: number): Promise<ServerProcess> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [dataDir, String(draws)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--no-allocation-site-pretenuring'], // as server/app/launch.js sets it
  });
  return new Promise((resolve, reject) => {
    child.once('message', (servers) =>
      resolve({
        servers: servers as HttpBenchServers,
        tellBusy: () =>
          new Promise((told) => {
            child.once('message', (busy) => told(busy as number));
            child.send('busy');
          }),
        stop: () => void child.kill(),
      }),
    );
    child.once('exit', (code) => reject(new Error(`the server process ended with code ${code ?? 'none'}`)));
  });
}
