import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toNetworkPicture } from '../../../client/canvas/network-picture.ts';
import { PALETTES } from '../../../client/canvas/palette.ts';
import { toPictureWords } from '../../../client/panels/export/picture-words.ts';
import { escapeXml } from '../../../graph-data/formats/xml.ts';
import '../../fixtures/seeded-properties.ts';
import { hostileText } from '../../graph-data/formats/hostile-text.ts';
import type { NetworkGraph } from '../../../graph-data/network/graph.ts';
import { sampleGraph } from './sample-graph.ts';

const graph = sampleGraph([
  { from: 'a', to: 'b', stance: 'positive', disputed: true },
  { from: 'b', to: 'c', modalities: { asserted: 0, denied: 0, planned: 1, hypothetical: 0 } },
]);
const META = {
  version: 81,
  shown: { actors: 3, relations: 2, claims: 2 },
  total: { actors: 35, relations: 53, claims: 81 },
  cutBy: ['stance'],
};

function draw(lens: string, label = 'A'): string {
  const drawing = toDrawingGraph(graph);
  drawing.setNodeAttribute('a', 'label', label);
  const words = toPictureWords(drawing, PALETTES.light, {
    meta: META,
    appearance: { size: 'claims', colour: 'kind' },
    shown: { compared: null, lens },
    at: '2026-01-31',
  });
  return toNetworkPicture(drawing, words, PALETTES.light).svg;
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const tagsOf = (svg: string) => [...new Set(svg.match(/<[^\s>]+/g))].sort();

const compared = sampleGraph([
  { from: 'a', to: 'b', side: 'a' },
  { from: 'b', to: 'c', side: 'b' },
  { from: 'c', to: 'd', side: 'both' },
  { from: 'd', to: 'a', side: 'contradict' },
]);

function drawCompared(graph: NetworkGraph, [a, b]: readonly [string, string], cutBy: readonly string[] = []) {
  const drawing = toDrawingGraph(graph);
  const words = toPictureWords(drawing, PALETTES.light, {
    meta: { ...META, cutBy: ['by=speaker', 'a=none', 'b=b', ...cutBy] },
    appearance: { size: 'claims', colour: 'kind' },
    shown: { compared: { a, b }, lens: '' },
    at: '2026-01-31',
  });
  return toNetworkPicture(drawing, words, PALETTES.light).svg;
}

/** The looks of all lines, in the network and in the legend, without their colours and places. */
const looksOf = (svg: string) =>
  [...svg.matchAll(/<path d="([^"]*)" stroke="[^"]*"([^>]*)>/g)].map(([, path = '', rest = '']) => {
    if (rest.includes('dasharray')) return 'dashed';
    const starts = path.match(/M/g)?.length ?? 0;
    if (starts === 2) return 'double';
    return (path.match(/L/g)?.length ?? 0) > 4 ? 'zigzag' : 'full';
  });

describe('toNetworkPicture', () => {
  it('when a network is drawn, then how much, the lens, the version and the legend are printed on it', () => {
    const texts = textsOf(draw('Positive'));

    expect(texts).toContain('Shown: 3 of 35 actors, 2 of 53 relations, 2 of 81 claims.');
    expect(texts).toContain('Lens: Positive.');
    expect(texts).toContain('Version 81 of the data; made with Onrecord on 2026-01-31.');
    expect(texts).toEqual(
      expect.arrayContaining(['People', 'Positive', 'Planned', 'Disputed', 'A', 'B', 'C', '≠']),
    );
    expect(texts).not.toContain('Denied');
    expect(draw('Positive')).toBe(draw('Positive'));
  });

  it('when a line is planned, then it is dashed; and every line ends in its arrow', () => {
    const svg = draw('');

    expect(svg.match(/stroke-dasharray="8 6"/g)).toHaveLength(2); // the line, and its key
    expect(svg.match(/<polygon /g)).toHaveLength(2);
  });

  it('when two views are compared, then both are named, and nothing says that a budget cut it', () => {
    const texts = textsOf(drawCompared(compared, ['the Kremlin', 'Steve Witkoff']));

    expect(texts).toContain(
      'Shown: 3 of 35 actors, 2 of 53 relations, 2 of 81 claims: what either of the two states.',
    );
    expect(texts).toContain('Compared: the Kremlin and Steve Witkoff.');
    expect(texts).toEqual(
      expect.arrayContaining(['Only the Kremlin', 'Only Steve Witkoff', 'Both', 'They contradict']),
    );
    expect(texts.join()).not.toMatch(/No lens|most claims/);
    const cut = textsOf(drawCompared(compared, ['A', 'B'], ['actors=3'])).join();
    expect(cut).toContain('what either of the two states; those with most claims are drawn.');
  });

  it('when two views are compared, then whose a line is can be told without colour, in the network and in the legend', () => {
    const looks = looksOf(drawCompared(compared, ['A', 'B']));

    expect(looks).toEqual(['full', 'dashed', 'double', 'zigzag', 'zigzag', 'full', 'dashed', 'double']);
  });

  it('when the names of the two are long or hold markup, then the words of the legend stay apart', () => {
    const long = 'The <b>Joint</b> Committee of Everybody Who Has Anything to Say';
    const svg = drawCompared(compared, [long, 'B']);
    const keys = [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="14" fill="[^"]*">([^<]*)</g)];
    const rows = new Map<string, { x: number; words: string }[]>();
    for (const [, x, y = '', words = ''] of keys)
      rows.set(y, [...(rows.get(y) ?? []), { x: Number(x), words }]);

    expect(svg).toContain(escapeXml(`Only ${long}`));
    for (const row of rows.values())
      row.slice(1).forEach(({ x }, index) => {
        const before = row[index];
        expect(x).toBeGreaterThan((before?.x ?? 0) + (before?.words.length ?? 0) * 6);
      });
  });

  it('when a lens is long, then its line is broken, and no word is lost', () => {
    const lens = Array.from({ length: 60 }, (_, index) => `Condition ${index}`).join(' · ');
    const texts = textsOf(draw(lens));
    const from = texts.findIndex((text) => text?.startsWith('Lens: '));
    const lines = texts.slice(
      from,
      texts.findIndex((text) => text?.startsWith('Version')),
    );

    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(' ')).toBe(`Lens: ${lens}.`);
  });

  it('when a name has no room at the right of its node, then it stands elsewhere, over a halo and no other name', () => {
    const crowded = sampleGraph([], ['a', 'b', 'far']);
    crowded.mergeNodeAttributes('a', { label: 'Allies of the United States', x: 0, y: 0 });
    crowded.mergeNodeAttributes('b', { label: 'Ukraine', x: 0.6, y: 0 });
    crowded.mergeNodeAttributes('far', { label: 'Far', x: 20, y: 12 });
    const words = { title: 't', captions: [], legend: [] };
    const { svg } = toNetworkPicture(toDrawingGraph(crowded), words, PALETTES.light);

    expect(textsOf(svg)).toEqual(expect.arrayContaining(['Allies of the United States', 'Ukraine', 'Far']));
    expect(svg.match(/stroke-width="6"[^>]*paint-order="stroke"/g)).toHaveLength(3);
  });

  it('when a line bundles several relations, then it says how many, and the legend what the number means', () => {
    const bundle = sampleGraph([1, 2, 3, 4].map(() => ({ from: 'a', to: 'b', side: 'both' as const })));
    const texts = textsOf(drawCompared(bundle, ['A', 'B']));

    expect(texts).toContain('4');
    expect(texts).toContain('So many relations');
  });

  it('when a name or the lens holds markup, then it is text, and the file is well-formed', () => {
    const plain = tagsOf(draw('y', 'y'));
    fc.assert(
      fc.property(hostileText, (words) => {
        const svg = draw(words, words);
        expect(tagsOf(svg)).toEqual(plain);
        expect(textsOf(svg)).toContain(escapeXml(words === '' ? 'No lens.' : `Lens: ${words}.`));
      }),
      { numRuns: 60 },
    );
  });

  it('when there is nothing, or one actor, then there is a picture all the same', () => {
    for (const empty of [sampleGraph([]), sampleGraph([], ['a'])]) {
      const words = { title: 't', captions: [], legend: [] };
      const { svg } = toNetworkPicture(toDrawingGraph(empty), words, PALETTES.light);
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg).toMatch(/^<svg [^>]*>[^]*<\/svg>\n$/);
    }
  });
});
