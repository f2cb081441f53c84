import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backUpStore, restoreStore } from '../../store/back-up-store.ts';
import { readConfig } from './read-config.ts';
import { orUsage, UsageError } from './usage-error.ts';

/** `backup FILE`: writes the store of DATA_DIR to a file that is not there yet, also beside a server that is running. */
export function runBackup(args: readonly string[]): number {
  const file = readFile(args, 'backup');
  const { dataDir } = readConfig();
  backUpStore(dataDir, file);
  console.log(`Backed up ${dataDir} to ${file} (${(statSync(file).size / 1024 / 1024).toFixed(1)} MB).`);
  return 0;
}

/** `restore FILE`: puts a store that was backed up into DATA_DIR, which must have none. */
export async function runRestore(args: readonly string[]): Promise<number> {
  const file = readFile(args, 'restore');
  const { dataDir } = readConfig();
  await restoreStore(file, dataDir);
  console.log(`Restored ${file} to ${dataDir}.`);
  return 0;
}

function readFile(args: readonly string[], command: string): string {
  const { positionals } = orUsage(() => parseArgs({ args: [...args], allowPositionals: true }));
  const [file, ...rest] = positionals;
  if (file === undefined || rest.length > 0) throw new UsageError(`${command} takes one file`);
  return resolve(file);
}
