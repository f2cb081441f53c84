import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { formatFault } from '../../graph-data/formats/dataset/fault.ts';
import { StoreError } from '../store/store-error.ts';
import { parseConfig } from './config.ts';
import { readDatasetFolder, SHIPPED_DATASET } from './dataset-folder.ts';
import { serve } from './serve.ts';
import { StartError } from './start-error.ts';

const USAGE = `usage: npm run -s onrecord -- COMMAND

  serve [--dataset DIR]   answer on HOST:PORT; a folder is loaded into an empty store (DATA_DIR)
  check [DIR]             name every fault of a dataset folder; without DIR, of the shipped one

environment: HOST (127.0.0.1) PORT (3000; 0 = any) DATA_DIR (./data) LOG_LEVEL (warn)`;

/** Exit statuses: 0 done, 1 it could not be done, 2 it was asked for wrongly. */
async function main(args: readonly string[]): Promise<number> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'serve':
      return runServe(rest);
    case 'check':
      return runCheck(rest);
    case 'help':
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
    default:
      throw new UsageError(`unknown command ${JSON.stringify(command)}`);
  }
}

class UsageError extends Error {}

async function runServe(args: readonly string[]): Promise<number> {
  const { values } = orUsage(() => parseArgs({ args: [...args], options: { dataset: { type: 'string' } } }));
  const parsed = parseConfig(process.env);
  if ('faults' in parsed) throw new StartError('The environment has faults:', parsed.faults);
  const { config } = parsed;
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const say = (line: string): void => console.log(line);
  const stopped = new Promise<void>((resolve) => {
    process.once('SIGTERM', resolve);
    process.once('SIGINT', resolve);
  });
  const serving = await serve({ config, datasetDir: values.dataset, log, say });
  say(`Onrecord is ready at ${serving.address}`);
  await stopped;
  await serving.stop();
  return 0;
}

function runCheck(args: readonly string[]): number {
  const { positionals } = orUsage(() => parseArgs({ args: [...args], allowPositionals: true }));
  if (positionals.length > 1) throw new UsageError('check takes one folder');
  const folder = positionals[0] ?? SHIPPED_DATASET;
  const parsed = readDatasetFolder(folder);
  if (!parsed.ok) {
    for (const fault of parsed.faults) console.log(formatFault(fault));
    console.error(`${count(parsed.faults, 'fault')} in ${folder}`);
    return 1;
  }
  const { actors, documents, claims } = parsed.dataset;
  console.log(
    `${count(actors, 'actor')}, ${count(documents, 'document')}, ${count(claims, 'claim')}: no fault in ${folder}`,
  );
  return 0;
}

function count(items: readonly unknown[], one: string): string {
  return `${items.length} ${one}${items.length === 1 ? '' : 's'}`;
}

/** Runs a parser of arguments; what it refuses is a usage error. */
function orUsage<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** A failure as lines for the person at the terminal; undefined for one that is a fault of the program. */
function explain(error: unknown): string | undefined {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof StartError)
    return [error.message, ...error.lines.map((line) => `  ${line}`)].join('\n');
  if (error instanceof StoreError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return 'The address is taken: stop what listens there, or set PORT (0 = any free one).';
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `Cannot listen on HOST and PORT as they are set (${code}).`;
  }
  return undefined;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const lines = explain(error);
  if (lines === undefined) throw error;
  console.error(lines);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
