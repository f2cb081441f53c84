import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCell } from '../../../graph-data/formats/csv/csv-cells.ts';
import { writeCsv } from '../../../graph-data/formats/csv/csv-writer.ts';
import type { FileValue, NetworkFile } from '../../../graph-data/formats/network-file.ts';
import { writeGraphml } from '../../../graph-data/formats/graphml/graphml-writer.ts';
import { writeNodeLink } from '../../../graph-data/formats/node-link/node-link-writer.ts';
import { toXmlText } from '../../../graph-data/formats/xml.ts';
import { hasNetworkX } from './gexf/networkx.ts';
import type { SampleInput } from './gexf/sample-gexf.ts';
import { hostileInput, sampleInput } from './gexf/sample-gexf.ts';
import { hostileText } from './hostile-text.ts';
import { readText } from './read-text.ts';

type Writer = (input: NetworkFile) => AsyncIterable<Uint8Array>;

async function write(writer: Writer, input: SampleInput): Promise<string> {
  const middle = input.edges.length >> 1;
  return readText(writer({ ...input, edges: [input.edges.slice(0, middle), input.edges.slice(middle)] }));
}

interface ReadGraph {
  readonly directed: boolean;
  readonly graph: Readonly<Record<string, unknown>>;
  readonly nodes: readonly [string, Readonly<Record<string, unknown>>][];
  readonly edges: readonly [string, string, string, Readonly<Record<string, unknown>>][];
  readonly rows: readonly (readonly string[])[];
}

/** Reads files of one ending by Python's csv or NetworkX. */
async function readByPython(ending: string, files: readonly string[]): Promise<ReadGraph[]> {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-export-'));
  try {
    const paths = files.map((_, at) => join(folder, `${at}.${ending}`));
    paths.forEach((path, at) => writeFileSync(path, files[at] ?? ''));
    const script = fileURLToPath(new URL('read-exports.py', import.meta.url));
    const { stdout } = await promisify(execFile)('python3', [script, ...paths], { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout) as ReadGraph[];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const timeout = 60_000; // Python is started, on a machine that may be busy
const ifNetworkX = describe.skipIf(!hasNetworkX());
const hostile = fc.array(hostileInput, { minLength: 10, maxLength: 20 });
const few = { numRuns: 2, endOnFailure: true };

ifNetworkX('GraphML read by NetworkX (skipped where python3 has no networkx)', { timeout }, () => {
  it('when the sample is read, then every node and edge is there with its data', async () => {
    const [graph] = await readByPython('graphml', [await write(writeGraphml, sampleInput())]);

    expect(graph?.directed).toBe(true);
    expect(graph?.graph['description']).toBe('2 of 35 actors & 3 of 81 claims <shown>');
    expect(graph?.nodes[0]).toEqual([
      'vladimir-putin',
      {
        label: 'Vladimir Putin',
        actorKind: 'person',
        aliases: '["Putin","the Russian president"]',
        claims: 12,
        x: -12.5,
        y: 1e-7,
        size: 7,
        r: 0,
        g: 114,
        b: 178,
      },
    ]);
    const edges = new Map(graph?.edges.map(([source, target, key, data]) => [key, { source, target, data }]));
    expect(edges.get('c1')).toEqual({
      source: 'vladimir-putin',
      target: 'nato',
      data: expect.objectContaining({
        label: 'fears',
        weight: 2,
        kind: 'c1',
        start: '2025-03-13',
        quote: 'He "fears" it,\nthey said',
        disputed: true,
      }) as unknown,
    });
    expect([...edges.keys()].sort()).toEqual(['c1', 'c2', 'c3']);
  });

  it('when every text is hostile, then the repaired texts are read back', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (inputs) => {
        const graphs = await readByPython(
          'graphml',
          await Promise.all(inputs.map((input) => write(writeGraphml, input))),
        );

        expect(graphs.map(({ nodes }) => nodes.map(([id]) => id))).toEqual(
          inputs.map(({ nodes }) => nodes.map(({ id }) => toXmlText(id))),
        );
        expect(graphs.map(({ edges }) => edges.map(([, , key]) => key).sort())).toEqual(
          inputs.map(({ edges }) => edges.map(({ id }) => toXmlText(id)).sort()),
        );
      }),
      few,
    );
  });
});

ifNetworkX('node-link JSON read by NetworkX (skipped where python3 has no networkx)', { timeout }, () => {
  it('when every text is hostile, then each node and edge is read back with its data', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (inputs) => {
        const graphs = await readByPython(
          'json',
          await Promise.all(inputs.map((input) => write(writeNodeLink, input))),
        );

        inputs.forEach((input, at) => {
          const graph = graphs[at];
          expect(graph?.directed).toBe(true);
          expect(graph?.nodes.map(([id, { label }]) => [id, label])).toEqual(
            input.nodes.map(({ id, label }) => [id, label]),
          );
          expect(
            graph?.edges.map(([source, target, key, { quote }]) => [key, source, target, quote]).sort(),
          ).toEqual(
            input.edges.map(({ id, source, target, values }) => [id, source, target, values[0]]).sort(),
          );
        });
      }),
      few,
    );
  });
});

ifNetworkX("CSV read by Python's csv (skipped where python3 has no networkx)", { timeout }, () => {
  it('when every text is hostile, then each row has its cells, and none begins a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (inputs) => {
        const files = await Promise.all(inputs.map((input) => write(writeCsv, input)));
        const read = await readByPython(
          'csv',
          files.map((file) => file.replaceAll('\0', '')),
        );

        inputs.forEach(({ edges }, at) => {
          const [head, ...rows] = read[at]?.rows ?? [];
          expect(rows).toHaveLength(edges.length);
          for (const row of rows) {
            expect(row).toHaveLength(head?.length ?? 0);
            const texts = row.filter((_, column) => !['weight', 'certainty'].includes(head?.[column] ?? ''));
            expect(texts.filter((cell) => /^(?:[\t\r]|\s*[=+\-@])/.test(cell))).toEqual([]);
          }
        });
      }),
      few,
    );
  });
});

describe('writeCsv', () => {
  it('when the sample is written, then a row names both actors, and says how much the file shows', async () => {
    const [head, first] = (await write(writeCsv, sampleInput())).split('\r\n');

    expect(head).toBe(
      '\uFEFFid,source,sourceName,sourceKind,target,targetName,targetKind,label,weight,quote,labels,certainty,disputed,shown',
    );
    expect(first).toBe(
      'c1,vladimir-putin,Vladimir Putin,,nato,NATO,,fears,2,"He ""fears"" it,\nthey said","fears; worries, much",0.75,true,2 of 35 actors & 3 of 81 claims <shown>',
    );
  });
});

describe('toCell', () => {
  it.each<[FileValue, string]>([
    ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@cmd', "'@cmd"],
    ['\0-1', "'\0-1"],
    ['\u0010 =1', "'\u0010 =1"],
    ['＝1', "'＝1"],
    ['\tx', '"\'\tx"'.replaceAll('"', '')],
    [-1.5, '-1.5'],
    [NaN, ''],
    [undefined, ''],
    [['=a', 'b'], "'=a; b"],
    [' padded ', '" padded "'],
  ])('when a cell holds %j, then it is written %j', (value, cell) => {
    expect(toCell(value)).toBe(cell);
  });

  it('when any text is written, then it comes back after the quotes and the apostrophe are taken off', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const cell = toCell(text);
        const plain = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;

        expect([plain, plain.replace(/^'/, '')]).toContain(text.toWellFormed());
      }),
    );
  });
});
