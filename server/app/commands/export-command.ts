import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { AnsweredOperation } from '../../../graph-data/views/calls.ts';
import { StartError } from '../start-error.ts';
import { askStore } from './ask-store.ts';
import { toPlainLine } from './plain-line.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = {
  format: { type: 'string' },
  level: { type: 'string', default: 'relations' },
  lens: { type: 'string' },
} as const;

const FORMATS: Readonly<Record<string, AnsweredOperation>> = {
  gexf: 'exportGexf',
  graphml: 'exportGraphml',
  csv: 'exportCsv',
  json: 'exportNodeLink',
};

/**
 * `export [FILE] [--format …] [--level …] [--lens QUERY]`: writes the network under a lens, the same bytes as the API answers. To
 * a file it is written whole or not at all, in the place of one of that name; without one it is printed.
 */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [file, ...rest] = positionals;
  if (rest.length > 0) throw new UsageError('export takes one file');
  const format = values.format ?? /\.(\w+)$/.exec(file ?? '')?.[1]?.toLowerCase() ?? 'gexf';
  const operation = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (operation === undefined)
    throw new UsageError(`--format takes ${Object.keys(FORMATS).join(', ')}, not ${JSON.stringify(format)}`);
  const own = [['level', values.level]] as const;
  await askStore({ operation, own, lens: values.lens }, async (answer) => {
    if (!('chunks' in answer)) throw new TypeError(`${operation} answers no file`);
    if (file === undefined) await print(answer.chunks);
    else await writeWhole(file, answer.chunks);
  });
  if (file !== undefined) console.error(toPlainLine(`Written to ${file}.`));
  return 0;
}

async function print(chunks: AsyncIterable<Uint8Array>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks), process.stdout, { end: false });
  } catch (error) {
    // Whoever read it has seen enough: `… | head`.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

async function writeWhole(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const part = `${file}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(part));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    if (error instanceof Error && 'syscall' in error)
      throw new StartError(
        `${file} cannot be written (${'code' in error ? String(error.code) : 'unknown reason'})`,
      );
    throw error;
  }
}
