import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratorOptions } from './generate/generate-dataset.ts';
import { LARGE } from './generate/generate-dataset.ts';

const ROOT = join(import.meta.dirname, '../..');
/** What decides what a store holds: where any of these changes, the store is made anew. */
const SOURCES = [
  'server/store/migrations/*.ts',
  'tests/bench/generate/*.ts',
  'graph-data/model/{ids,text}.ts',
];

/**
 * The folder (a DATA_DIR) of a store that holds a generated dataset and its layout. It is made at the first call, in a process
 * of its own that needs some 3 GB and a minute or two, and kept in the system's temporary folder for later runs; whoever opens
 * it to write leaves it as it was. Blocks while it is made.
 * @param say prints a line of progress
 */
export function findLargeStore(
  say: (line: string) => void = () => undefined,
  options: GeneratorOptions = LARGE,
): string {
  const { actors, claims, seed } = options;
  const home = join(tmpdir(), 'onrecord-bench');
  const folder = join(home, `${actors}-${claims}-${seed}-${hashSources()}`);
  if (existsSync(folder)) return folder;
  say(`making a store of ${claims} claims in ${folder}, once`);
  mkdirSync(home, { recursive: true });
  const making = mkdtempSync(join(home, 'making-'));
  const made = spawnSync(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--max-old-space-size=6000',
      join(import.meta.dirname, 'make-store.ts'),
      making,
      JSON.stringify(options),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  );
  if (made.status !== 0) {
    rmSync(making, { recursive: true, force: true });
    throw new Error(`the store could not be made (status ${made.status ?? made.signal ?? 'unknown'})`);
  }
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  return folder;
}

function hashSources(): string {
  const hash = createHash('sha256');
  for (const path of SOURCES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).sort())
    hash.update(path).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex').slice(0, 12);
}
