import { createHash } from 'node:crypto';
import type { Dataset, DatasetFile, UnreadableFile } from '../../../../graph-data/formats/dataset/dataset.ts';
import type { DatasetFault } from '../../../../graph-data/formats/dataset/fault.ts';
import { parseDataset } from '../../../../graph-data/formats/dataset/parse-dataset.ts';

export const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Two documents in our own words; the second repeats a sentence of the first, and has a character outside the BMP. */
const FILES: Readonly<Record<string, string>> = {
  'vocabulary.yaml': `# three types
- { id: trusts, group: attitude, label: trusts, inverse: trusted by, stance: positive, opposites: [doubts] }
- { id: doubts, group: attitude, label: doubts, inverse: doubted by, stance: negative, opposites: [trusts] }
- { id: meets, group: event, label: meets, inverse: meets, stance: neutral, mutual: true, plover: CONSULT }
`,
  'actors.yaml': `- id: ana-weiss
  name: Ana Weiß
  kind: person
  aliases: [Weiss, A. Weiß]
  wikidata: Q42
- id: bo
  name: Bo
  kind: person
- id: cy-corp
  name: Cy Corporation
  kind: organisation
- id: the-bo
  name: The Bo
  kind: person
  mergedInto: bo
`,
  'documents/first.yaml': `id: first
kind: report
title: A meeting in Málaga
publisher: Daily Paper
author: D. Writer
url: https://example.org/first
publishedAt: 2025-03
text: |
  Ana Weiß met Bo of the Cy Corporation in Málaga last week.
  Bo says that Ana trusts him. Cy doubts that.
claims:
  - subject: ana-weiss
    type: meets
    object: bo
    label: met
    stance: neutral
    quote: Ana Weiß met Bo
    start: 0
    end: 15
    happenedOn: 2025-03-10~
  - subject: ana-weiss
    type: trusts
    object: bo
    label: trusts
    stance: positive
    speaker: bo
    via: [ana-weiss, cy-corp]
    quote: Ana trusts him
    start: 72
    end: 86
    saidOn: 2025
    certainty: 0.5
    reason: '"says that"'
    method: rules@1.0
  - subject: cy-corp
    type: doubts
    object: bo
    label: doubts
    stance: negative
    modality: planned
    status: proposed
    speaker: cy-corp
    quote: Cy doubts that
    start: 88
    end: 102
`,
  'documents/second.yaml': `id: another
kind: digest
title: The meeting retold
publisher: Onrecord (digest)
derivedFrom:
  title: A meeting
  publisher: Daily Paper
  sha256: ${'0a'.repeat(32)}
text: |
  😀 Ana Weiß met Bo of the Cy Corporation in Málaga last week.
claims:
  - { subject: bo, type: meets, object: ana-weiss, label: met, stance: neutral, quote: Weiß met Bo, start: 7, end: 18 }
`,
};

export const smallFiles = (): DatasetFile[] => Object.entries(FILES).map(([path, text]) => ({ path, text }));

/** The small dataset with one piece of one file replaced; throws when the piece is not there. */
export function editedFiles(path: string, from: string, to: string): DatasetFile[] {
  if (FILES[path]?.includes(from) !== true) throw new Error(`${path} does not hold ${from}`);
  return smallFiles().map((file) =>
    file.path === path ? { path, text: file.text.replace(from, () => to) } : file,
  );
}

/** The number of the first line that holds a piece of text, from 1. */
export function lineOf(files: readonly DatasetFile[], path: string, piece: string): number {
  const text = files.find((file) => file.path === path)?.text ?? '';
  const line = text.split('\n').findIndex((each) => each.includes(piece));
  if (line < 0) throw new Error(`${path} does not hold ${piece}`);
  return line + 1;
}

export function parseSmallDataset(files: readonly DatasetFile[] = smallFiles()): Dataset {
  const parsed = parseDataset(files, { sha256Hex });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults, null, 1));
  return parsed.dataset;
}

/** Empty when there is none. */
export function faultsOf(files: readonly (DatasetFile | UnreadableFile)[]): readonly DatasetFault[] {
  const parsed = parseDataset(files, { sha256Hex });
  return parsed.ok ? [] : parsed.faults;
}
