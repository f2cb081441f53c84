import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const LAUNCH = join(import.meta.dirname, '../../../server/app/launch.js');

/** A server as its users start it, in a process of its own. */
export interface ServeProcess {
  /** `http://127.0.0.1:PORT` */
  readonly address: string;
  /** Ends it as a power cut would, with SIGKILL; resolves when it is gone. */
  kill(): Promise<void>;
}

/** Starts a server on this data folder; resolves when it says that it is ready. */
export function startServer(dataDir: string): Promise<ServeProcess> {
  const child = spawnServe(dataDir);
  return new Promise((resolve, reject) => {
    let printed = '';
    const end = (code: number | null): void =>
      reject(new Error(`the server ended with ${code ?? 'a signal'} before it was ready: ${printed}`));
    child.once('exit', end);
    child.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const address = /http:\/\/[\d.]+:\d+/.exec(printed)?.[0];
      if (address === undefined || !printed.includes('Onrecord is ready')) return;
      child.off('exit', end);
      resolve({
        address,
        kill: () =>
          new Promise((gone) => {
            child.once('exit', () => gone());
            child.kill('SIGKILL');
          }),
      });
    });
  });
}

/** What a second server on a data folder that is in use prints, and its exit status. */
export function startSecondServer(
  dataDir: string,
): Promise<{ readonly status: number | null; readonly printed: string }> {
  const child = spawnServe(dataDir);
  return new Promise((resolve) => {
    let printed = '';
    child.stderr?.on('data', (text: Buffer) => (printed += text.toString()));
    child.stdout?.on('data', (text: Buffer) => {
      if (text.toString().includes('Onrecord is ready')) child.kill('SIGKILL');
    });
    child.once('exit', (status) => resolve({ status, printed }));
  });
}

function spawnServe(dataDir: string): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', LAUNCH, 'serve'], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
