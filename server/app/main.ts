import { OnrecordError } from '../../graph-data/model/errors.ts';
import { StoreError } from '../store/store-error.ts';
import { UsageError } from './commands/usage-error.ts';
import { StartError } from './start-error.ts';

const USAGE = `usage: npm run -s onrecord -- COMMAND

  serve [--dataset DIR]   answer on HOST:PORT; a folder is loaded into an empty store (DATA_DIR)
  import FILE [--dry-run] [--valid-only] [--map subject=HEADER,...]
                          bring a CSV table of claims in, as one change that can be taken back
  ingest FILE|DIR|URL... [--publisher NAME] [--licence TEXT] [--engine rules|llm]
                          take reports in and propose their claims, for review on the page
  publish DIR [--title TEXT] [--contact ADDRESS|URL] [--dataset DIR]
                          write what is accepted as a folder for any web server: read-only, without this program
  purge document|actor ID --reason TEXT [--yes]
                          remove what must not be kept, for good: no undo takes it back
  backup FILE             write the store of DATA_DIR to a file, also beside a running server
  restore FILE            put such a file into a DATA_DIR that has no store
  export [FILE] [--format gexf|graphml|csv|json] [--level relations|claims] [--lens QUERY]
                          write the network to FILE, or print it; QUERY as in a link: 'stance=negative&from=2025-03'
  neighbours ID [--lens QUERY] [--json]
                          who is tied to an actor, and by what; --json prints what the API answers
  path A B... [--lens QUERY] [--json]
                          how actors are connected, each step with its sources
  extract FILE [--json]   print what the offline engine proposes for a report's text
  train --gold DIR --articles DIR
                          learn the engine's weights anew from reports read by hand
  check [DIR]             name every fault of a dataset folder; without DIR, of the shipped one

environment: HOST (127.0.0.1) PORT (3000; 0 = any) DATA_DIR (./data) LOG_LEVEL (warn)
             ONRECORD_TOKEN (name:token:role,...) READ_ONLY (1) LLM_BASE_URL LLM_MODEL LLM_API_KEY`;

/** Loads no more than the command needs. Exit statuses: 0 done, 1 it could not be done, 2 it was asked for wrongly. */
async function main(args: readonly string[]): Promise<number> {
  const [command = 'help', ...rest] = args;
  switch (command) {
    case 'serve':
      return (await import('./commands/serve-command.ts')).runServe(rest);
    case 'import':
      return (await import('./commands/import-command.ts')).runImport(rest);
    case 'ingest':
      return (await import('./commands/ingest-command.ts')).runIngest(rest);
    case 'publish':
      return (await import('./commands/publish-command.ts')).runPublish(rest);
    case 'purge':
      return (await import('./commands/purge-command.ts')).runPurge(rest);
    case 'backup':
      return (await import('./commands/backup-command.ts')).runBackup(rest);
    case 'restore':
      return (await import('./commands/backup-command.ts')).runRestore(rest);
    case 'export':
      return (await import('./commands/export-command.ts')).runExport(rest);
    case 'neighbours':
      return (await import('./commands/neighbours-command.ts')).runNeighbours(rest);
    case 'path':
      return (await import('./commands/path-command.ts')).runPath(rest);
    case 'extract':
      return (await import('./commands/extract-command.ts')).runExtract(rest);
    case 'train':
      return (await import('./commands/train-command.ts')).runTrain(rest);
    case 'check':
      return (await import('./commands/check-command.ts')).runCheck(rest);
    case 'help':
    case '--help':
    case '-h':
      console.log(USAGE);
      return 0;
    default:
      throw new UsageError(`unknown command ${JSON.stringify(command)}`);
  }
}

/** A failure as lines for the person at the terminal; undefined for one that is a fault of the program. */
function explain(error: unknown): string | undefined {
  if (error instanceof UsageError) return `${error.message}\n\n${USAGE}`;
  if (error instanceof StartError)
    return [error.message, ...error.lines.map((line) => `  ${line}`)].join('\n');
  if (error instanceof StoreError || error instanceof OnrecordError) return error.message;
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
