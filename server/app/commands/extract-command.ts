import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractClaims, type Extraction } from '../../extract/engine/extract-claims.ts';
import { shippedModel } from '../../extract/engine/scorer/shipped-model.ts';
import { toExtractJson } from '../../extract/engine/to-extract-json.ts';
import { OnrecordError } from '../../../graph-data/model/errors.ts';
import type { ReadDocument } from '../../extract/reading/read-document-bytes.ts';
import { readDocumentBytes } from '../../extract/reading/read-document-bytes.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import { toPlainLine } from './plain-line.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { json: { type: 'boolean', default: false } } as const;

/** What the engine was made for. */
const ENGLISH = /^en\b/i;

/**
 * `extract FILE [--json]`: prints what the offline engine proposes for a report in text, Markdown or HTML, surest first;
 * nothing is stored. Offsets are in the text as `readDocumentBytes` gives it: that of a `.txt` file, in NFC. Nothing is
 * proposed for a report in another language than English.
 */
export async function runExtract(args: readonly string[]): Promise<number> {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('extract takes one file');
  const { text, language = 'en' } = await readDocument(path);
  const isRead = ENGLISH.test(language);
  if (!isRead)
    console.error(`The report is in another language than English (${language}): nothing is read.`);
  const extraction = isRead ? extractClaims(text, shippedModel()) : { actors: [], proposals: [] };
  if (values.json) console.log(JSON.stringify(toExtractJson(extraction), undefined, 1));
  else console.log(toTable(extraction, text));
  return 0;
}

/** Throws StartError that names the file. */
async function readDocument(path: string): Promise<ReadDocument> {
  try {
    return await readDocumentBytes(readFileSync(path), { name: path });
  } catch (error) {
    if (error instanceof OnrecordError) throw new StartError(`${path}: ${error.message}`);
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
    throw new StartError(`${path} cannot be read (${code})`);
  }
}

function toTable({ actors, proposals }: Extraction, text: string): string {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const rows = proposals.map((p) => {
    const speaker = p.speaker === null ? '' : `, says ${names.get(p.speaker) ?? p.speaker}`;
    return [
      `${p.certainty.toFixed(2)}  ${names.get(p.subject) ?? p.subject} – ${p.label} [${p.type}, ${p.stance}, ${p.modality}${speaker}] → ${names.get(p.object) ?? p.object}`,
      `      “${text.slice(p.start, p.end)}”`,
      `      ${p.reason}`,
    ]
      .map(toPlainLine)
      .join('\n');
  });
  return [...rows, toCountWords(proposals.length, 'proposal')].join('\n');
}
