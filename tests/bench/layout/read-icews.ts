import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toLayoutEdges } from '../../../graph-data/network/layout/layout-edges.ts';
import type { PairNetwork } from './generate-pairs.ts';

const FILE = join(import.meta.dirname, '../../../../shared/graphs/icews14.tsv.gz');

/** Who did something to whom in ICEWS 2014, a claim an event; undefined where the file is not there. */
export function readIcews(): PairNetwork | undefined {
  if (!existsSync(FILE)) return undefined;
  const rows = gunzipSync(readFileSync(FILE)).toString('utf8').trimEnd().split('\n').slice(1);
  const pairs = rows
    .map((row) => row.split('\t'))
    .map(([subject, , object]) => [subject ?? '', object ?? '']);
  const ids = [...new Set(pairs.flat())].sort();
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const column = (at: number): Uint32Array =>
    Uint32Array.from(pairs, (pair) => indexOf.get(pair[at] ?? '') ?? 0);
  return {
    ids,
    edges: toLayoutEdges(ids.length, column(0), column(1), new Uint32Array(pairs.length).fill(1)),
  };
}
