import fc from 'fast-check';
import type { GexfVersion } from '../../../../graph-data/formats/gexf/gexf-writer.ts';
import { writeGexf } from '../../../../graph-data/formats/gexf/gexf-writer.ts';
import type {
  FileAttribute,
  FileEdge,
  FileNode,
  FileValue,
  NetworkFile,
} from '../../../../graph-data/formats/network-file.ts';
import { hostileText } from '../hostile-text.ts';
import { readText } from '../read-text.ts';

/** An input whose nodes and edges can be looked at again. */
export interface SampleInput extends Omit<NetworkFile, 'nodes' | 'edges'> {
  readonly nodes: readonly FileNode[];
  readonly edges: readonly FileEdge[];
}

/** The whole file; the edges are handed over in two lots. */
export async function writeAll(input: SampleInput, version?: GexfVersion): Promise<string> {
  const middle = input.edges.length >> 1;
  const edges = [input.edges.slice(0, middle), input.edges.slice(middle)];
  return readText(writeGexf({ ...input, edges }, version));
}

const nodeAttributes: readonly FileAttribute[] = [
  { id: 'actorKind', title: 'actorKind', type: 'string' },
  { id: 'aliases', title: 'aliases', type: 'liststring' },
  { id: 'claims', title: 'claims', type: 'integer' },
];
const edgeAttributes: readonly FileAttribute[] = [
  { id: 'quote', title: 'quote', type: 'string' },
  { id: 'labels', title: 'labels', type: 'liststring' },
  { id: 'certainty', title: 'certainty', type: 'double' },
  { id: 'disputed', title: 'disputed', type: 'boolean' },
];

/** Two actors; three edges, of which two are parallel, one has every optional part and one none. */
export function sampleInput(): SampleInput {
  return {
    description: '2 of 35 actors & 3 of 81 claims <shown>',
    keywords: 'news, claims',
    creator: 'Onrecord',
    lastModified: '2025-03-31',
    isDynamic: true,
    nodeAttributes,
    edgeAttributes,
    nodeCount: 2,
    edgeCount: 3,
    nodes: [
      {
        id: 'vladimir-putin',
        label: 'Vladimir Putin',
        values: ['person', ['Putin', 'the Russian president'], 12],
        x: -12.5,
        y: 1e-7,
        size: 7,
        color: { r: 0, g: 114, b: 178 },
      },
      {
        id: 'nato',
        label: 'NATO',
        values: [undefined, [], 0],
        x: 3,
        y: 4,
        size: 0,
        color: { r: 255, g: 0, b: 9 },
      },
    ],
    edges: [
      {
        id: 'c1',
        source: 'vladimir-putin',
        target: 'nato',
        label: 'fears',
        weight: 2,
        kind: 'c1',
        values: ['He "fears" it,\nthey said', ['fears', 'worries, much'], 0.75, true],
        color: { r: 1, g: 2, b: 3 },
        thickness: 1.5,
        start: '2025-03-13',
        end: '2025-03-18',
      },
      { id: 'c2', source: 'vladimir-putin', target: 'nato', label: '', weight: 1, kind: 'c2', values: [] },
      {
        id: 'c3',
        source: 'nato',
        target: 'vladimir-putin',
        label: 'warns',
        weight: 1,
        values: ['', undefined, NaN, false],
        end: '2025-03-01',
      },
    ],
  };
}

const color = fc.record({ r: fc.nat(255), g: fc.nat(255), b: fc.nat(255) });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0); // no -0
const day = fc.option(fc.constantFrom('0001-01-01', '1945-05-09', '2024-02-29'), { nil: undefined });
const items = fc.array(hostileText, { maxLength: 3 });

function values(...arbitraries: fc.Arbitrary<FileValue>[]): fc.Arbitrary<FileValue[]> {
  return fc.tuple(...arbitraries.map((arbitrary) => fc.option(arbitrary, { nil: undefined, freq: 4 })));
}

/** A network of at least one node whose every text is hostile; ids stay unique after `toXmlText`. */
export const hostileInput: fc.Arbitrary<SampleInput> = fc
  .record({
    texts: fc.tuple(hostileText, hostileText, hostileText),
    isDynamic: fc.boolean(),
    nodes: fc.array(
      fc.record({
        id: hostileText,
        label: hostileText,
        values: values(hostileText, items, fc.integer()),
        x: number,
        y: number,
        size: fc.nat(100),
        color,
      }),
      { minLength: 1, maxLength: 10 },
    ),
    edges: fc.array(
      fc.record({
        id: hostileText,
        from: fc.nat(),
        to: fc.nat(),
        label: hostileText,
        weight: fc.double({ noNaN: true, min: 0.1, max: 1e30 }),
        kind: fc.option(hostileText, { nil: undefined }),
        values: values(hostileText, items, number, fc.boolean()),
        color: fc.option(color, { nil: undefined }),
        thickness: fc.option(fc.nat(9), { nil: undefined }),
        start: day,
        end: day,
      }),
      { maxLength: 20 },
    ),
  })
  .map(({ texts: [description, keywords, creator], isDynamic, ...network }) => {
    const nodes = network.nodes.map((node, at) => ({ ...node, id: `n${at} ${node.id}` }));
    const idAt = (at: number): string => nodes[at % nodes.length]?.id ?? '';
    const edges = network.edges.map(({ from, to, ...edge }, at) => {
      return { ...edge, id: `e${at} ${edge.id}`, source: idAt(from), target: idAt(to) };
    });
    const counts = { nodeCount: nodes.length, edgeCount: edges.length };
    return {
      description,
      keywords,
      creator,
      isDynamic,
      nodeAttributes,
      edgeAttributes,
      ...counts,
      nodes,
      edges,
    };
  });
