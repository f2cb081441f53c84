import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../graph-data/formats/csv/csv-writer.ts';
import { writeGexf } from '../../../graph-data/formats/gexf/gexf-writer.ts';
import { writeGraphml } from '../../../graph-data/formats/graphml/graphml-writer.ts';
import type { FileEdge, FileText, FileValue, NetworkFile } from '../../../graph-data/formats/network-file.ts';
import { FileTerm } from '../../../graph-data/formats/network-file.ts';
import { writeNodeLink } from '../../../graph-data/formats/node-link/node-link-writer.ts';
import type { SampleInput } from './gexf/sample-gexf.ts';
import { hostileInput } from './gexf/sample-gexf.ts';
import { readText } from './read-text.ts';

const WRITERS: Readonly<Record<string, (input: NetworkFile) => AsyncIterable<Uint8Array>>> = {
  GEXF: (input) => writeGexf(input),
  'GEXF 1.2': (input) => writeGexf(input, '1.2'),
  GraphML: writeGraphml,
  CSV: writeCsv,
  'node-link JSON': writeNodeLink,
};

describe('FileTerm', () => {
  it.each(Object.entries(WRITERS))(
    'when the texts of edges come as terms, then %s is the same as of the texts themselves',
    async (_, writer) => {
      await fc.assert(
        fc.asyncProperty(hostileInput, async (input) => {
          const edges = toTerms(input.edges);
          const texts = await readText(writer({ ...input, edges: [input.edges] }));
          expect(await readText(writer({ ...input, edges: [edges] }))).toBe(texts);
        }),
      );
    },
  );
});

/** The same edges, each text a term by its place among those of its column. */
function toTerms(edges: SampleInput['edges']): FileEdge[] {
  const columns = new Map<string, string[]>();
  const toTerm = (column: string, text: FileText): FileTerm => {
    const known = columns.get(column) ?? [];
    columns.set(column, known);
    if (!known.includes(String(text))) known.push(String(text));
    return new FileTerm(String(text), known.indexOf(String(text)));
  };
  return edges.map((edge) => ({
    ...edge,
    source: toTerm('source', edge.source),
    target: toTerm('target', edge.target),
    label: toTerm('label', edge.label),
    kind: edge.kind && toTerm('kind', edge.kind),
    start: edge.start && toTerm('start', edge.start),
    end: edge.end && toTerm('end', edge.end),
    values: edge.values.map((value, at): FileValue =>
      typeof value === 'string' ? toTerm(`value ${at}`, value) : value,
    ),
  }));
}
