import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { Ingested } from '../../../graph-data/contract/writes.ts';
import { ENGINES } from '../../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { IngestOrder } from '../../extract/ingest/ingest-document.ts';
import { ingestDocument } from '../../extract/ingest/ingest-document.ts';
import { openStore } from '../../store/open-store.ts';
import { createIngestTools, requireModel } from '../ingest-tools.ts';
import { readProgramVersion } from '../program-version.ts';
import { provisionVocabulary } from '../provision-vocabulary.ts';
import { ReadingThread } from '../reading-thread.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import type { NamedReport } from './list-reports.ts';
import { listReports } from './list-reports.ts';
import { toPlainLine } from './plain-line.ts';
import { readConfig } from './read-config.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = {
  publisher: { type: 'string' },
  licence: { type: 'string' },
  engine: { type: 'string', default: 'rules' },
} as const;
const LONGEST_NAME = 200;
/** Longest a report may be read by the offline engine. */
const LIMIT_MS = 120_000;

/** What became of a report. */
type Outcome = { readonly name: string } & ({ readonly ingested: Ingested } | { readonly fault: string });

/**
 * `ingest FILE|DIR|URL… [--publisher NAME] [--licence TEXT] [--engine rules|llm]`: takes reports into the store of DATA_DIR and
 * proposes their claims. A report that cannot be read does not stop the others: it is named at the end, and the command ends
 * with 1. Read again, the same reports change nothing.
 */
export async function runIngest(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const engine = ENGINES.find((each) => each === values.engine);
  if (engine === undefined) throw new UsageError(`expected --engine ${ENGINES.join(' or ')}`);
  if (positionals.length === 0) throw new UsageError('ingest takes files, folders or addresses');
  for (const name of ['publisher', 'licence'] as const)
    if (values[name]?.trim() === '' || (values[name]?.length ?? 0) > LONGEST_NAME)
      throw new UsageError(`expected --${name} of 1 to ${LONGEST_NAME} characters`);
  const reports = listReports(positionals);
  if (reports.length === 0) throw new StartError(`There is no text or page in ${positionals.join(', ')}.`);
  const { dataDir, model } = readConfig();
  if (engine === 'llm') requireModelSet(() => requireModel(model));
  const store = await openStore({ dataDir });
  const thread = new ReadingThread();
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort(new StartError('Stopped.'));
  process.once('SIGINT', interrupt);
  const outcomes: Outcome[] = [];
  try {
    const stamp = () => ({ author: 'operator', at: new Date().toISOString() });
    await provisionVocabulary(store, stamp());
    const tools = createIngestTools({
      ...{ thread, model, engine, programVersion: readProgramVersion() },
      onProgress: () => undefined,
    });
    for (const report of reports) {
      showBar(outcomes.length, reports.length, toName(report));
      const limit = engine === 'llm' ? [] : [AbortSignal.timeout(LIMIT_MS)];
      const signal = AbortSignal.any([interrupted.signal, ...limit]);
      const read = async (): Promise<Ingested> => {
        const order = toOrder(report, values);
        return ingestDocument(store, order, tools, { stamp: stamp(), signal });
      };
      outcomes.push(await toOutcome(toName(report), read, interrupted.signal));
      showOutcome(outcomes.at(-1));
      if (interrupted.signal.aborted) break;
    }
  } finally {
    clearBar();
    process.removeListener('SIGINT', interrupt);
    await thread.close();
    await store.close();
  }
  return printSummary(outcomes, reports.length);
}

function toOrder(
  report: NamedReport,
  { publisher, licence }: { readonly publisher?: string | undefined; readonly licence?: string | undefined },
): IngestOrder {
  const stated = { publisher: publisher?.trim(), licence: licence?.trim() };
  if ('url' in report) return { source: { url: report.url }, stated };
  const name = basename(report.path).slice(0, LONGEST_NAME);
  return { source: { bytes: readFileSync(report.path), mediaType: undefined }, stated: { ...stated, name } };
}

async function toOutcome(
  name: string,
  read: () => Promise<Ingested>,
  stopped: AbortSignal,
): Promise<Outcome> {
  try {
    return { name, ingested: await read() };
  } catch (error) {
    if (stopped.aborted) return { name, fault: 'stopped before it was read' };
    if (error instanceof OnrecordError && error.code !== 'internal') return { name, fault: error.message };
    if (error instanceof DOMException && error.name === 'TimeoutError')
      return { name, fault: `it was not read within ${LIMIT_MS / 1000} s` };
    // One report does not keep the others from being read, whatever is wrong with it.
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = error instanceof OnrecordError ? message.split('\n')[0] : (code ?? message);
    return { name, fault: `it cannot be read (${reason})` };
  }
}

function requireModelSet(check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw new StartError(error instanceof Error ? `${error.message}.` : String(error), [], { cause: error });
  }
}

function toName(report: NamedReport): string {
  return 'url' in report ? report.url : report.path;
}

const BAR_LENGTH = 30;

/** One line that is written over; nothing where the output is no terminal. */
function showBar(done: number, total: number, name: string): void {
  if (!process.stderr.isTTY) return;
  const filled = Math.round((BAR_LENGTH * done) / total);
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_LENGTH - filled);
  const width = Math.max(20, process.stderr.columns) - BAR_LENGTH - 14;
  process.stderr.write(`\r\u001B[K${bar} ${done}/${total} ${toPlainLine(name).slice(-width)}`);
}

function clearBar(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}

/** A line a report, where no bar shows how far it is. */
function showOutcome(outcome: Outcome | undefined): void {
  if (process.stderr.isTTY || outcome === undefined) return;
  console.log(
    toPlainLine(`${outcome.name}: ${'fault' in outcome ? outcome.fault : toWords(outcome.ingested)}`),
  );
}

function toWords({ outcome, proposals, reviewed, newActors, language }: Ingested): string {
  if (outcome === 'unchanged') return 'here already';
  if (outcome === 'unread') return `kept, but not read: another language than English (${language})`;
  const known = reviewed === 0 ? '' : ` (${reviewed} as reviewed in the same text of another publisher)`;
  return `${toCountWords(proposals, 'proposal')}${known}, ${toCountWords(newActors, 'new actor')}`;
}

/** Prints what was taken in, and every report that was not; 1 where there is one. */
function printSummary(outcomes: readonly Outcome[], total: number): number {
  const ingested = outcomes.flatMap((outcome) => ('ingested' in outcome ? [outcome.ingested] : []));
  const count = (wanted: Ingested['outcome']): number =>
    ingested.filter(({ outcome }) => outcome === wanted).length;
  const sum = (field: 'proposals' | 'newActors'): number =>
    ingested.reduce((all, each) => all + each[field], 0);
  console.log(
    `${toCountWords(total, 'report')}: ${count('added')} added, ${count('unchanged')} here already, ` +
      `${count('unread')} kept unread; ${toCountWords(sum('proposals'), 'proposal')}, ${toCountWords(sum('newActors'), 'new actor')}`,
  );
  const faults = outcomes.flatMap((outcome) => ('fault' in outcome ? [outcome] : []));
  if (faults.length > 0) console.error(`${toCountWords(faults.length, 'report')} could not be read:`);
  for (const { name, fault } of faults) console.error(toPlainLine(`  ${name}: ${fault}`));
  if (outcomes.length < total) console.error(`Stopped: ${total - outcomes.length} not looked at.`);
  return faults.length > 0 || outcomes.length < total ? 1 : 0;
}
