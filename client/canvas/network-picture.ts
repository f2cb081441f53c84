import { escapeXml } from '../../graph-data/formats/xml.ts';
import type { Point } from './geometry.ts';
import type { DrawingGraph, DrawnNode } from './drawing-graph.ts';
import { toPaintColour } from './node-look.ts';
import type { Palette } from './palette.ts';
import type { LineKey, PictureLine } from './picture-lines.ts';
import { findMark, toLine, toLineSample, toMark, toPill } from './picture-lines.ts';
import { toNames, toWidth } from './picture-names.ts';
import { round } from './picture-paths.ts';

/** A line of the legend: what a node's colour or a line's look means. */
export interface PictureKey {
  readonly words: string;
  /** A dot of this colour; or a pill that says this, as lines bear it; or a line of this look. */
  readonly dot?: string;
  readonly pill?: string;
  readonly line?: LineKey;
}

/** What is printed on a picture beside the network itself. */
export interface PictureWords {
  readonly title: string;
  /** How much of how much, the lens, the data's version, when it was made: one line each. */
  readonly captions: readonly string[];
  readonly legend: readonly PictureKey[];
}

const WIDTH = 1600;
const MARGIN = 110;
/** Round what is printed below the network. */
const SIDE = 40;
const TALLEST = 1400;
const LEAST_HEIGHT = 500;
const FONT = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const LINE_HEIGHT = 22;
const CAPTION_SIZE = 15;
const KEY_SIZE = 14;
/** Of a dot or a line's sample in the legend, with the room behind it. */
const SAMPLE = 44;
const LEGEND_COLUMN = 190;

/** A picture as text, and how large it is in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/**
 * The network as an SVG file that needs nothing else: nodes and lines where they stand, as many names as have room, the most
 * spoken of first, and below it the legend and what there is to say of it. Names are text and never markup. The same input
 * gives the same picture.
 */
export function toNetworkPicture(drawing: DrawingGraph, words: PictureWords, palette: Palette): Picture {
  const { toPlace, height: field } = fitPlaces(drawing);
  const nodes = drawing.mapNodes((id, node) => ({ ...node, ...toPlace(node), id }));
  const placeOf = new Map(nodes.map((node) => [node.id, node]));
  const lines = drawing.edges().flatMap((edge): PictureLine[] => {
    const [source, target] = drawing.extremities(edge).map((id) => placeOf.get(id));
    return source && target ? [{ data: drawing.getEdgeAttributes(edge), source, target }] : [];
  });
  const marks = lines.flatMap((line) => findMark(line) ?? []);
  const captions = words.captions.flatMap((line) => wrap(line, WIDTH - 2 * SIDE));
  const captionTop = field + 50;
  const legendTop = captionTop + captions.length * LINE_HEIGHT + 24;
  const { keys, rows } = toLegend(words.legend, legendTop + 10, palette);
  const height = Math.round(legendTop + rows * LINE_HEIGHT + 20);
  const title = escapeXml(words.title);
  const bounds = { left: 8, top: 8, right: WIDTH - 8, bottom: field };
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title" font-family="${FONT}">`,
    `<title id="title">${title}</title>`,
    `<desc>${escapeXml(words.captions.join(' '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${palette.background}"/>`,
    '<g fill="none">',
    ...lines.map((line) => toLine(line, palette)),
    '</g>',
    ...marks.map((mark) => toMark(mark, palette)),
    '<g>',
    ...nodes.map(
      (node) =>
        `<circle cx="${round(node.x)}" cy="${round(node.y)}" r="${round(node.size)}" fill="${toNodeColour(node, palette)}"/>`,
    ),
    '</g>',
    ...toNames(nodes, { lines, marks: marks.map(({ box }) => box), bounds }, palette),
    `<text x="${SIDE}" y="${round(captionTop - 6)}" font-size="20" font-weight="600" fill="${palette.text}">${title}</text>`,
    ...captions.map(
      (line, index) =>
        `<text x="${SIDE}" y="${round(captionTop + (index + 1) * LINE_HEIGHT)}" font-size="${CAPTION_SIZE}" fill="${palette.text}">${escapeXml(line)}</text>`,
    ),
    ...keys,
    '</svg>',
  ];
  return { svg: `${parts.join('\n')}\n`, width: WIDTH, height };
}

/** Words in lines no wider than this, broken between words; one that fits stays as it is. */
function wrap(words: string, width: number): string[] {
  if (toWidth(words, CAPTION_SIZE) <= width) return [words];
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`;
    if (lines.length > 0 && toWidth(longer, CAPTION_SIZE) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** The legend in columns as wide as its longest words, and how many rows it has. */
function toLegend(
  legend: readonly PictureKey[],
  top: number,
  palette: Palette,
): { readonly keys: readonly string[]; readonly rows: number } {
  const widest = Math.max(0, ...legend.map(({ words }) => SAMPLE + toWidth(words, KEY_SIZE) + 16));
  const column = Math.max(LEGEND_COLUMN, widest);
  const columns = Math.max(1, Math.floor((WIDTH - 2 * SIDE) / column));
  return {
    keys: legend.map((key, index) => {
      const x = SIDE + (index % columns) * column;
      return toKey(key, round(x), round(top + Math.floor(index / columns) * LINE_HEIGHT), palette);
    }),
    rows: Math.ceil(legend.length / columns),
  };
}

/** From places of the graph to those of the picture: as large as it can be, upwards up, the whole width used or the height. */
function fitPlaces(drawing: DrawingGraph): {
  readonly toPlace: (node: Point) => Point;
  readonly height: number;
} {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  drawing.forEachNode((_id, { x, y }) => {
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  });
  if (left > right) [left, right, bottom, top] = [0, 0, 0, 0];
  const [wide, tall] = [Math.max(right - left, 1e-6), Math.max(top - bottom, 1e-6)];
  const scale = Math.min((WIDTH - 2 * MARGIN) / wide, (TALLEST - 2 * MARGIN) / tall);
  const height = Math.max(LEAST_HEIGHT, tall * scale + 2 * MARGIN);
  const [middleX, middleY] = [(left + right) / 2, (bottom + top) / 2];
  return {
    toPlace: ({ x, y }) => ({ x: WIDTH / 2 + (x - middleX) * scale, y: height / 2 - (y - middleY) * scale }),
    height,
  };
}

function toNodeColour({ paint, kind }: Pick<DrawnNode, 'paint' | 'kind'>, palette: Palette): string {
  return paint === undefined ? palette.kinds[kind] : toPaintColour(paint, palette);
}

function toKey({ words, dot, pill, line }: PictureKey, x: number, y: number, palette: Palette): string {
  const hasSample = dot !== undefined || pill !== undefined || line !== undefined;
  const at = hasSample ? x + SAMPLE : x;
  const text = `<text x="${round(at)}" y="${round(y + 5)}" font-size="${KEY_SIZE}" fill="${palette.text}">${escapeXml(words)}</text>`;
  if (dot !== undefined) return `<circle cx="${round(x + 18)}" cy="${y}" r="7" fill="${dot}"/>${text}`;
  if (pill !== undefined) return `${toPill(pill, { x: x + 18, y }, palette)}${text}`;
  if (line === undefined) return text;
  return `<g fill="none">${toLineSample(line, { x, y }, SAMPLE - 8, palette)}</g>${text}`;
}
