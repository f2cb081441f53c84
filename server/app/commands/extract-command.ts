import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { extractClaims, type Extraction } from '../../extract/engine/extract-claims.ts';
import { shippedModel } from '../../extract/engine/scorer/shipped-model.ts';
import { toExtractJson } from '../../extract/engine/to-extract-json.ts';
import { StartError } from '../start-error.ts';
import { toCountWords } from './count-words.ts';
import { orUsage, UsageError } from './usage-error.ts';

const OPTIONS = { json: { type: 'boolean', default: false } } as const;

/**
 * `extract FILE [--json]`: prints what the offline engine proposes for a report's text, surest first; nothing is stored.
 * The text is taken as UTF-8 and brought to NFC; offsets are in that.
 */
export function runExtract(args: readonly string[]): number {
  const { values, positionals } = orUsage(() =>
    parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }),
  );
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new UsageError('extract takes one file');
  const text = readText(path).normalize('NFC');
  const extraction = extractClaims(text, shippedModel());
  if (values.json) console.log(JSON.stringify(toExtractJson(extraction), undefined, 1));
  else console.log(toTable(extraction, text));
  return 0;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
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
    ].join('\n');
  });
  return [...rows, toCountWords(proposals.length, 'proposal')].join('\n');
}
