import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GEXF_VERSIONS, toListString, writeGexf } from '../../../../graph-data/formats/gexf/gexf-writer.ts';
import type { FileEdge } from '../../../../graph-data/formats/network-file.ts';
import { toXmlToken } from '../../../../graph-data/formats/xml.ts';
import { findGexfFaults } from './gexf-schema.ts';
import { hostileInput, type SampleInput, sampleInput, writeAll } from './sample-gexf.ts';

const timeout = 60_000; // the grammar is checked in a worker, on a machine that may be busy

describe.each(GEXF_VERSIONS)('writeGexf, version %s', { timeout }, (version) => {
  const findFaults = (xml: string): Promise<string[]> => findGexfFaults(xml, version);

  it('when a network is written, then the file is valid', async () => {
    expect(await findFaults(await writeAll(sampleInput(), version))).toEqual([]);
    const bare = { ...sampleInput(), isDynamic: false, keywords: undefined, lastModified: undefined };
    const empty = { ...bare, nodeAttributes: [], edgeAttributes: [], nodes: [], edges: [] };
    expect(await findFaults(await writeAll(empty, version))).toEqual([]);
  });

  it('when a file breaks the grammar or is no XML, then the check of these tests says so', async () => {
    const xml = await writeAll(sampleInput(), version);
    expect(await findFaults(xml.replace('start="2025-03-13"', 'start="March"'))).not.toEqual([]);
    expect(await findFaults(xml.replace('</node>', '</nod>'))).not.toEqual([]);
    expect(await findFaults(xml.replace('<viz:size value="7"', '<viz:size value="big"'))).not.toEqual([]);
    expect(await findFaults(xml.replace('Onrecord', 'Onrecord\u0000'))).not.toEqual([]);
  });

  it('when every text is hostile, then the file is valid all the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileInput, { minLength: 20, maxLength: 40 }), async (inputs) => {
        expect(await findFaults(await writeAll(mergeInputs(inputs), version))).toEqual([]);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  });

  it('when the same network is written twice, then the files are equal', async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        expect(await writeAll(structuredClone(input), version)).toBe(await writeAll(input, version));
      }),
    );
  });
});

describe('writeGexf, version 1.2', () => {
  it('when a network is written, then its namespaces are those of 1.2, and nothing is there that 1.2 lacks', async () => {
    const xml = await writeAll(sampleInput(), '1.2');
    expect(xml).toContain(
      '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">',
    );
    expect(xml).not.toContain(' kind=');
    expect(xml).toContain('<viz:position x="3" y="4" z="0"/>');
  });

  it('when the versions are set side by side, then they differ in the head, kinds and z alone', async () => {
    const common = (xml: string): string =>
      xml.replace(/<gexf [^>]*>/, '').replaceAll(/ kind="[^"]*"| z="0"/g, '');
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        expect(common(await writeAll(input, '1.2'))).toBe(common(await writeAll(input)));
      }),
    );
  });
});

describe('writeGexf', { timeout }, () => {
  it('when any network is written, then each node and edge is one element, and its counts stand ahead', async () => {
    await fc.assert(
      fc.asyncProperty(hostileInput, async (input) => {
        const xml = await writeAll(input);
        expect(xml.split('<node ')).toHaveLength(input.nodes.length + 1);
        expect(xml.split('<edge ')).toHaveLength(input.edges.length + 1);
        expect(xml).toContain(`<nodes count="${input.nodes.length}">`);
        expect(xml).toContain(`<edges count="${input.edges.length}">`);
      }),
    );
  });

  it('when colours are written, then as r g b and never with alpha', async () => {
    const xml = await writeAll(sampleInput());
    expect(xml).toContain('<viz:color r="0" g="114" b="178"/>');
    expect(xml).toContain('<viz:color r="1" g="2" b="3"/>');
    expect(xml).not.toMatch(/<viz:color[^>]* (a|hex)=/);
  });

  it('when the network is dynamic, then edges with a day say when, as dates', async () => {
    const xml = await writeAll(sampleInput());
    expect(xml).toMatch(/<graph [^>]*mode="dynamic" timeformat="date"/);
    expect(xml).toMatch(/<edge id="c1"[^>]* start="2025-03-13" end="2025-03-18"/);
    expect(xml).toMatch(/<edge id="c2"[^>]*kind="c2"\/?>/);
  });

  it('when the network is not dynamic, then nothing is dated', async () => {
    const xml = await writeAll({ ...sampleInput(), isDynamic: false });
    expect(xml).toContain('mode="static"');
    expect(xml).not.toMatch(/timeformat|start=|end=/);
  });

  it('when no day of change is given, then the file tells none: it never reads the clock', async () => {
    expect(await writeAll({ ...sampleInput(), lastModified: undefined })).toContain('<meta>');
    expect(await writeAll(sampleInput())).toContain('<meta lastmodifieddate="2025-03-31">');
  });

  it('when a number is not finite, then it is absent', async () => {
    const { nodes, edges, ...rest } = sampleInput();
    const broken = nodes.map((node) => ({
      ...node,
      x: NaN,
      size: Infinity,
      values: [undefined, [], -Infinity],
    }));
    const weightless = edges.map((edge) => ({ ...edge, weight: NaN, thickness: NaN }));
    const xml = await writeAll({ ...rest, nodes: broken, edges: weightless });
    expect(xml).not.toMatch(/NaN|Infinity|viz:position|viz:size|weight=|viz:thickness/);
    expect(await findGexfFaults(xml)).toEqual([]);
  });

  it('when the network is large, then it comes in chunks of 256 kB and a little, and edges are taken lot by lot', async () => {
    let taken = 0;
    async function* lots(): AsyncGenerator<FileEdge[]> {
      const edge = { source: 'nato', target: 'nato', label: 'fears', weight: 1, values: ['a quote'] };
      while (taken < 120) {
        yield Promise.resolve(Array.from({ length: 100 }, (_, at) => ({ ...edge, id: `c${taken}-${at}` })));
        taken++;
      }
    }
    const chunks: Uint8Array[] = [];
    for await (const chunk of writeGexf({ ...sampleInput(), edgeCount: 12_000, edges: lots() })) {
      if (chunks.length === 0) expect(taken).toBeLessThan(30);
      chunks.push(chunk);
    }
    expect(chunks.length).toBeGreaterThan(4);
    for (const chunk of chunks.slice(0, -1)) expect(chunk.length).toBeGreaterThanOrEqual(262_144);
    for (const chunk of chunks) expect(chunk.length).toBeLessThan(262_144 + 1000);
    expect(Buffer.concat(chunks).toString().split('<edge ')).toHaveLength(12_001);
  });

  it('when a label or kind has loose space, then it is written as the token that schema readers make of it', async () => {
    const [edge] = sampleInput().edges;
    if (edge === undefined) throw new Error('no edge');
    const xml = await writeAll({
      ...sampleInput(),
      edges: [{ ...edge, label: ' wants\n information ', kind: '\tc1 ' }],
    });
    expect(xml).toContain(`label="${toXmlToken(' wants\n information ')}"`);
    expect(xml).toContain('kind="c1"');
  });
});

describe('toListString', () => {
  it('when items are plain, then it is a list in brackets, quoted', () => {
    expect(toListString(['friend', 'wants information'])).toBe('["friend", "wants information"]');
    expect(toListString([])).toBe('[]');
    expect(toListString([''])).toBe('[""]');
  });

  it('when items hold quotes or backslashes, then each has a backslash before it', () => {
    expect(toListString(['say "no"', 'C:\\new'])).toBe('["say \\"no\\"", "C:\\\\new"]');
  });

  it('when any items are read by the rules of Gephi, then they are the same', () => {
    const nasty = [
      'a, b',
      '[x]',
      '(y)',
      '"',
      "it's",
      '\\',
      '\\n',
      'null',
      '<empty>',
      ' ',
      '',
      '|',
      '\n',
      ';',
    ];
    expect(readAsGephi(toListString(nasty))).toEqual(nasty);
    const text = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.constantFrom(...nasty))), (items) => {
        expect(readAsGephi(toListString(items))).toEqual(items);
      }),
    );
  });
});

/**
 * Reads a list as Gephi's graphstore does: outside quotes brackets, commas and space are skipped and anything else
 * would start a bare item; inside, a backslash keeps the next character, whatever it is.
 */
function readAsGephi(list: string): string[] {
  const items: string[] = [];
  let item: string | undefined;
  for (let at = 0; at < list.length; at++) {
    const char = list.charAt(at);
    if (item === undefined) {
      if (char === '"') item = '';
      else if (!'[](), \t\r\n'.includes(char)) throw new Error(`a bare item at ${at} of ${list}`);
    } else if (char === '"') {
      items.push(item);
      item = undefined;
    } else item += char === '\\' ? list.charAt(++at) : char;
  }
  if (item !== undefined) throw new Error(`an open quote in ${list}`);
  return items;
}

/** All networks side by side in one file, so that one slow check covers many texts. */
function mergeInputs(inputs: readonly SampleInput[]): SampleInput {
  const [first] = inputs;
  if (first === undefined) throw new Error('no input');
  const nodes = inputs.flatMap((input) => input.nodes);
  const edges = inputs.flatMap((input) => input.edges);
  return { ...first, nodes, edges, nodeCount: nodes.length, edgeCount: edges.length };
}
