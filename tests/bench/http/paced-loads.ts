import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { PacedAnswer, PacedLoad } from './paced-load.ts';

/** Sends evenly paced loads from a process of its own, one at a time, so that nothing else keeps it from its clock. */
export interface PacedLoads {
  /** Resolves with the latencies of a load, shortest first, in microseconds. */
  measure(load: PacedLoad): Promise<readonly number[]>;
  stop(): void;
}

export function startPacedLoads(): PacedLoads {
  const child = fork(join(import.meta.dirname, 'paced-load.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  return {
    measure: (load) =>
      new Promise((resolve, reject) => {
        const fail = (code: number | null): void =>
          reject(new Error(`the load's process ended with ${code ?? 'a signal'}`));
        child.once('exit', fail);
        child.once('message', (answer) => {
          child.off('exit', fail);
          resolve((answer as PacedAnswer).latenciesUs);
        });
        child.send(load);
      }),
    stop: () => void child.kill(),
  };
}
