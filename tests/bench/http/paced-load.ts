import { Agent, get } from 'node:http';

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
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const total = Math.round(perSecond * seconds);
  const latenciesUs: number[] = [];
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    let asked = 0;
    const ask = (due: number, path: string): void => {
      get({ host: '127.0.0.1', port, path, agent }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode ?? 'no status'}`));
        response.resume();
        response.once('end', () => {
          latenciesUs.push((performance.now() - due) * 1000);
          if (latenciesUs.length < total) return;
          agent.destroy();
          resolve(latenciesUs.sort((a, b) => a - b));
        });
      }).once('error', reject);
    };
    // Timers are a millisecond apart at best: the loop turns without a pause, and looks at the clock at each turn.
    const turn = (): void => {
      const now = performance.now();
      for (; asked < total; asked += 1) {
        const due = begin + (asked / perSecond) * 1000;
        if (due > now) break;
        ask(due, paths[asked % paths.length] ?? '/');
      }
      if (asked < total) setImmediate(turn);
    };
    turn();
  });
}
