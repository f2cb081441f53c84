import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const LAUNCH = join(HERE, '../../../server/app/launch.js');
const QUIET = '--disable-warning=ExperimentalWarning';

/** Milliseconds from the start of a server on this store to its line that it is ready; the server is stopped again. */
export function measureStart(dataDir: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    let tookMs: number | undefined;
    const child = spawn(process.execPath, [QUIET, LAUNCH, 'serve'], {
      env: { ...process.env, DATA_DIR: dataDir, PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.on('data', (text: Buffer) => {
      if (tookMs !== undefined || !text.toString().includes('Onrecord is ready')) return;
      tookMs = Math.round(performance.now() - startedAt);
      child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (tookMs === undefined)
        reject(new Error(`the server ended with code ${code ?? 'none'} before it was ready`));
      else resolve(tookMs);
    });
  });
}

/** Milliseconds that SQLite alone takes to read the rows a start reads, measured inside a process of its own. */
export function measureRead(dataDir: string): number {
  return Number(runProgram('read-rows.ts', dataDir));
}

export interface ClaimMemory {
  readonly claims: number;
  /** All that grows with the claims, and the part of it that is their distinct labels and dates. */
  readonly bytes: number;
  readonly textBytes: number;
}

/** What the claims of a store take in memory, measured in a process of its own. */
export function measureMemory(dataDir: string): ClaimMemory {
  return JSON.parse(runProgram('claim-memory.ts', dataDir)) as ClaimMemory;
}

function runProgram(program: string, dataDir: string): string {
  return execFileSync(process.execPath, [QUIET, '--expose-gc', join(HERE, program), dataDir], {
    encoding: 'utf8',
  });
}
