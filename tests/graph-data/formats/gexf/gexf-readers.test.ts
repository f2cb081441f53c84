import fc from 'fast-check';
import { MultiGraph } from 'graphology';
import gexf from 'graphology-gexf';
import { describe, expect, it } from 'vitest';
import type { GexfVersion } from '../../../../graph-data/formats/gexf/gexf-writer.ts';
import { GEXF_VERSIONS, toListString } from '../../../../graph-data/formats/gexf/gexf-writer.ts';
import type { FileAttribute, FileColor, FileValue } from '../../../../graph-data/formats/network-file.ts';
import { FileTerm, isList } from '../../../../graph-data/formats/network-file.ts';
import { toXmlText, toXmlToken } from '../../../../graph-data/formats/xml.ts';
import { hasNetworkX, type NetworkXGraph, readByNetworkX } from './networkx.ts';
import { hostileInput, type SampleInput, sampleInput, writeAll } from './sample-gexf.ts';

describe.each(GEXF_VERSIONS)('a GEXF %s file read by graphology-gexf', (version) => {
  it('when the sample is read, then every node, edge and attribute is there', async () => {
    await expectGraphologyToRead(sampleInput(), version);
  });

  it('when every text is hostile, then the repaired texts are read back', async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, (input) => expectGraphologyToRead(input, version)),
      { numRuns: 60 },
    );
  });
});

const timeout = 60_000; // Python is started, on a machine that may be busy
for (const version of GEXF_VERSIONS) {
  const title = `a GEXF ${version} file read by NetworkX (skipped where python3 has none that knows it)`;
  describe.skipIf(!hasNetworkX(version))(title, { timeout }, () => {
    it('when the sample is read, then every node, edge and attribute is there, keyed by edge id', async () => {
      const [graph] = await readInOrder([await writeAll(sampleInput(), version)], version);
      expect(graph).toEqual(networkXOf(sampleInput()));
    });

    it('when every text is hostile, then the repaired texts are read back', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(hostileInput, { minLength: 15, maxLength: 25 }), async (inputs) => {
          const files = await Promise.all(inputs.map((input) => writeAll(input, version)));
          expect(await readInOrder(files, version)).toEqual(inputs.map(networkXOf));
        }),
        { numRuns: 2, endOnFailure: true },
      );
    });
  });
}

async function expectGraphologyToRead(input: SampleInput, version: GexfVersion): Promise<void> {
  const graph = gexf.parse(MultiGraph, await writeAll(input, version));
  const hasKind = version === '1.3';
  expect(graph.getAttribute('creator') ?? '').toBe(unlessBlank(input.creator));
  expect(graph.getAttribute('keywords') ?? '').toBe(unlessBlank(input.keywords ?? ''));
  expect(graph.getAttribute('description') ?? '').toBe(unlessBlank(input.description));
  expect(graph.nodes()).toEqual(input.nodes.map(({ id }) => toXmlText(id)));
  for (const { id, label, values, x, y, size, color } of input.nodes) {
    const rest = {
      x,
      y,
      ...(version === '1.2' && { z: 0 }),
      size,
      color: toRgb(color),
      ...named(input.nodeAttributes, values),
    };
    expect(graph.getNodeAttributes(toXmlText(id))).toEqual({ ...labelled(label), ...rest });
  }
  expect(graph.edges()).toEqual(input.edges.map(({ id }) => toXmlText(id)));
  for (const { id, source, target, label, weight, kind, values, color, thickness } of input.edges) {
    const key = toXmlText(id);
    expect(graph.extremities(key)).toEqual([toXmlText(String(source)), toXmlText(String(target))]);
    expect(graph.getEdgeAttributes(key)).toEqual({
      ...labelled(String(label)),
      weight,
      ...(hasKind && toXmlToken(String(kind ?? '')) !== '' && { kind: toXmlToken(String(kind ?? '')) }),
      ...(color && { color: toRgb(color) }),
      ...(thickness !== undefined && { thickness }),
      ...named(input.edgeAttributes, values),
    });
  }
}

/** graphology drops empty labels and kinds, and texts of the file that are nothing but space. */
function labelled(label: string): { label?: string } {
  return toXmlToken(label) === '' ? {} : { label: toXmlToken(label) };
}

function unlessBlank(text: string): string {
  return toXmlText(text).trim() === '' ? '' : toXmlText(text);
}

function toRgb({ r, g, b }: FileColor): string {
  return `rgb(${r},${g},${b})`;
}

function named(
  attributes: readonly FileAttribute[],
  values: readonly FileValue[],
  toValue: (value: FileValue) => unknown = repaired,
): Record<string, unknown> {
  const entries = attributes.map(({ title }, at) => [title, values[at]] as const);
  const present = entries.filter(([, value]) => value !== undefined && !Number.isNaN(value));
  return Object.fromEntries(present.map(([title, value]) => [title, toValue(value)]));
}

function repaired(value: FileValue): unknown {
  if (typeof value === 'string' || value instanceof FileTerm) return toXmlText(String(value));
  return isList(value) ? value.map(toXmlText) : value;
}

/** Edges in the order of the sample: its ids end in their number. */
async function readInOrder(files: readonly string[], version: GexfVersion): Promise<NetworkXGraph[]> {
  const numberOf = (key: string): number => Number(key.split(' ')[0]?.slice(1));
  const graphs = await readByNetworkX(files, version);
  return graphs.map((graph) => ({
    ...graph,
    edges: graph.edges.toSorted(([, , a], [, , b]) => numberOf(a) - numberOf(b)),
  }));
}

/** What NetworkX is to read: lists as their string, no colours or thickness of edges, no kind. */
function networkXOf(input: SampleInput): NetworkXGraph {
  const { isDynamic } = input;
  const values = (value: FileValue): unknown => {
    return isList(value) ? toXmlText(toListString(value)) : repaired(value);
  };
  return {
    mode: isDynamic ? 'dynamic' : 'static',
    nodes: input.nodes.map(({ id, label, x, y, size, color, ...node }) => [
      toXmlText(id),
      {
        label: toXmlToken(label),
        viz: { color: { ...color, a: 1 }, size, position: { x, y, z: 0 } },
        ...named(input.nodeAttributes, node.values, values),
      },
    ]),
    edges: input.edges.map(({ id, source, target, label, weight, start, end, ...edge }) => [
      toXmlText(String(source)),
      toXmlText(String(target)),
      toXmlText(id),
      {
        id: toXmlText(id),
        label: toXmlToken(String(label)),
        weight,
        ...(isDynamic && start !== undefined && { start }),
        ...(isDynamic && end !== undefined && { end }),
        ...named(input.edgeAttributes, edge.values, values),
      },
    ]),
  };
}
