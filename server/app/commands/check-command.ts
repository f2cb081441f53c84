import { parseArgs } from 'node:util';
import { formatFault } from '../../../graph-data/formats/dataset/fault.ts';
import { readDatasetFolder, SHIPPED_DATASET } from '../dataset-folder.ts';
import { toCountWords } from './count-words.ts';
import { orUsage, UsageError } from './usage-error.ts';

/** `check [DIR]`: prints every fault of a dataset folder; 1 where it has any. */
export function runCheck(args: readonly string[]): number {
  const { positionals } = orUsage(() => parseArgs({ args: [...args], allowPositionals: true }));
  if (positionals.length > 1) throw new UsageError('check takes one folder');
  const folder = positionals[0] ?? SHIPPED_DATASET;
  const parsed = readDatasetFolder(folder);
  if (!parsed.ok) {
    for (const fault of parsed.faults) console.log(formatFault(fault));
    console.error(`${toCountWords(parsed.faults.length, 'fault')} in ${folder}`);
    return 1;
  }
  const { actors, documents, claims } = parsed.dataset;
  const counts = [
    toCountWords(actors.length, 'actor'),
    toCountWords(documents.length, 'document'),
    toCountWords(claims.length, 'claim'),
  ];
  console.log(`${counts.join(', ')}: no fault in ${folder}`);
  return 0;
}
