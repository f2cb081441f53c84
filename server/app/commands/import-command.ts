import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { ImportReport } from '../../../graph-data/contract/imports.ts';
import type { ColumnMap } from '../../../graph-data/formats/csv/import-columns.ts';
import { COLUMN_NAMES, parseColumnMap } from '../../../graph-data/formats/csv/import-columns.ts';
import { formatImportFault } from '../../../graph-data/formats/csv/import-fault.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import { importTable } from '../../extract/import-table.ts';
import { openStore } from '../../store/open-store.ts';
import { provisionVocabulary } from '../provision-vocabulary.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import { toPlainLine } from './plain-line.ts';
import { readConfig } from './read-config.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = {
  'dry-run': { type: 'boolean', default: false },
  'valid-only': { type: 'boolean', default: false },
  map: { type: 'string', multiple: true, default: [] as string[] },
} as const;

/**
 * `import FILE [--dry-run] [--valid-only] [--map column=header,…]`: brings a table of claims into the store of DATA_DIR; an
 * empty one then holds nothing else.
 * Prints what was read, every row at fault, and what was added; 1 where nothing was because rows are at fault.
 */
export async function runImport(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('import takes one file');
  const map = orUsage(() => parseColumnMap(values.map.flatMap(splitPairs)));
  const bytes = readBytes(path);
  const { dataDir } = readConfig();
  const store = await openStore({ dataDir });
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new StartError('Stopped: nothing was imported.', []));
  process.once('SIGINT', interrupt);
  try {
    const stamp = { author: 'operator', at: new Date().toISOString() };
    await provisionVocabulary(store, stamp);
    const report = await importTable(store, bytes, {
      fileName: basename(path),
      map,
      dryRun: values['dry-run'],
      validOnly: values['valid-only'],
      stamp,
      mostFaults: Infinity,
      signal: interrupted.signal,
      onProgress: showProgress,
    });
    clearProgress();
    print(report, map);
    return report.outcome === 'refused' || (report.faultCount > 0 && values['dry-run']) ? 1 : 0;
  } catch (error) {
    clearProgress();
    if (error instanceof OnrecordError) throw new StartError(`${basename(path)}: ${error.message}`, []);
    throw error;
  } finally {
    process.removeListener('SIGINT', interrupt);
    await store.close();
  }
}

/** `a=b,c=d` at the commas that a column and = follow: a header may hold commas. */
function splitPairs(text: string): string[] {
  return text.split(new RegExp(`,(?=\\s*(?:${COLUMN_NAMES.join('|')})\\s*=)`, 'i'));
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new StartError(`The file ${path} cannot be read (${code}).`, []);
  }
}

/** One line that is written over; nothing where the output is no terminal. */
function showProgress(stage: 'read' | 'written', count: number): void {
  if (!process.stderr.isTTY) return;
  const what = stage === 'read' ? 'rows read' : 'claims written';
  process.stderr.write(`\r\u001B[K${count.toLocaleString('en')} ${what}`);
}

function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}

function print(report: ImportReport, map: ColumnMap): void {
  const read = report.columns.flatMap(({ header, column }) =>
    column === null ? [] : [header === column ? column : `${column} from ${JSON.stringify(header)}`],
  );
  const unread = report.columns
    .filter(({ column }) => column === null)
    .map(({ header }) => JSON.stringify(header));
  console.log(
    toPlainLine(
      `${report.file}: ${report.encoding}, parted by ${report.delimiter}; columns ${read.join(', ')}`,
    ),
  );
  if (unread.length > 0) console.log(toPlainLine(`not read: ${unread.join(', ')}`));
  if (report.missing.length > 0) {
    const hint = Object.keys(map).length === 0 ? '; say which with --map subject=…,object=…' : '';
    console.error(`Columns are missing: ${report.missing.join(', ')}${hint}.`);
    return;
  }
  for (const fault of report.faults) console.log(toPlainLine(formatImportFault(fault)));
  for (const note of report.notes.slice(0, MOST_NOTES))
    console.log(toPlainLine(`note: ${formatImportFault(note)}`));
  if (report.noteCount > MOST_NOTES) console.log(`note: ${report.noteCount - MOST_NOTES} more like these`);
  console.log(
    `${toCountWords(report.rows, 'row')}: ${report.validRows} valid, ${report.faultyRows} at fault, ` +
      `${report.duplicates} stated before`,
  );
  console.log(toOutcomeWords(report));
}

const MOST_NOTES = 20;

function toOutcomeWords({ outcome, new: added, known, bases, seq }: ImportReport): string {
  const counts =
    `${toCountWords(added.claims, 'claim')} (${bases.text} at their place in a text, ${bases.quote} by quote only, ` +
    `${bases.row} by row), ${toCountWords(added.actors, 'new actor')} (${known.actors} known), ` +
    toCountWords(added.documents, 'new document');
  switch (outcome) {
    case 'checked':
      return `Dry run, nothing changed. It would add ${counts}.`;
    case 'imported':
      return `Added ${counts}: entry ${seq ?? 0} of the ledger.`;
    case 'unchanged':
      return 'Nothing to add: all of it is there already.';
    case 'refused':
      return 'Nothing was imported: mend the rows above, or import the others with --valid-only.';
  }
}
