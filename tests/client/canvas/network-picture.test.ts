import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toDrawingGraph } from '../../../client/canvas/drawing-graph.ts';
import { toNetworkPicture } from '../../../client/canvas/network-picture.ts';
import { PALETTES } from '../../../client/canvas/palette.ts';
import { toPictureWords } from '../../../client/panels/export/picture-words.ts';
import { escapeXml } from '../../../graph-data/formats/xml.ts';
import '../../fixtures/seeded-properties.ts';
import { hostileText } from '../../graph-data/formats/hostile-text.ts';
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
    lens,
    at: '2026-01-31',
  });
  return toNetworkPicture(drawing, words, PALETTES.light).svg;
}

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
const tagsOf = (svg: string) => [...new Set(svg.match(/<[^\s>]+/g))].sort();

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
