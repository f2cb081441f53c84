import { escapeXml } from '../../graph-data/formats/xml.ts';
import type { Point } from './geometry.ts';
import { pointOnCurve, toControlPoint } from './geometry.ts';
import type { DrawingGraph, DrawnEdge, DrawnNode } from './drawing-graph.ts';
import { toPaintColour } from './node-look.ts';
import type { Palette } from './palette.ts';

/** A line of the legend: what a node's colour or a line's look means. */
export interface PictureKey {
  readonly words: string;
  /** A dot of this colour; or a line of this look. */
  readonly dot?: string;
  readonly line?: Partial<
    Pick<DrawnEdge, 'stance' | 'isTentative' | 'isHypothetical' | 'isDenied' | 'isDisputed' | 'side'>
  >;
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
const TALLEST = 1400;
const LEAST_HEIGHT = 500;
const FONT = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const LABEL_SIZE = 14;
/** About as wide as a letter is, as a share of its size: what a name takes is not measured. */
const LETTER = 0.56;
const LINE_HEIGHT = 22;
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
  const columns = Math.floor((WIDTH - 2 * 40) / LEGEND_COLUMN);
  const legendRows = Math.ceil(words.legend.length / columns);
  const captionTop = field + 50;
  const legendTop = captionTop + words.captions.length * LINE_HEIGHT + 24;
  const height = Math.round(legendTop + legendRows * LINE_HEIGHT + 20);
  const title = escapeXml(words.title);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title" font-family="${FONT}">`,
    `<title id="title">${title}</title>`,
    `<desc>${escapeXml(words.captions.join(' '))}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="${palette.background}"/>`,
    '<g fill="none">',
    ...drawing.mapEdges((_id, data, source, target) =>
      toLine(
        data,
        [toPlace(drawing.getNodeAttributes(source)), toPlace(drawing.getNodeAttributes(target))],
        drawing.getNodeAttribute(target, 'size'),
        drawing.getNodeAttribute(source, 'size'),
        palette,
      ),
    ),
    '</g>',
    '<g>',
    ...drawing.mapNodes((_id, node) => {
      const { x, y } = toPlace(node);
      return `<circle cx="${round(x)}" cy="${round(y)}" r="${round(node.size)}" fill="${toNodeColour(node, palette)}"/>`;
    }),
    '</g>',
    ...toNames(drawing, toPlace, palette),
    `<text x="40" y="${captionTop - 6}" font-size="20" font-weight="600" fill="${palette.text}">${title}</text>`,
    ...words.captions.map(
      (line, index) =>
        `<text x="40" y="${captionTop + (index + 1) * LINE_HEIGHT}" font-size="15" fill="${palette.text}">${escapeXml(line)}</text>`,
    ),
    ...words.legend.map((key, index) => {
      const x = 40 + (index % columns) * LEGEND_COLUMN;
      const y = legendTop + Math.floor(index / columns) * LINE_HEIGHT + 10;
      return toKey(key, x, y, palette);
    }),
    '</svg>',
  ];
  return { svg: `${parts.join('\n')}\n`, width: WIDTH, height };
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

interface Stroke {
  readonly colour: string;
  readonly width: number;
  readonly dash: string;
}

/** Dashes for plans, dots for hypotheses; while two views are compared whose it is. */
function toStroke(data: Partial<DrawnEdge>, palette: Palette): Stroke {
  const { side, stance = 'neutral', size = 1.5 } = data;
  if (side !== undefined) {
    const dash = { a: '', b: '8 5', both: '', contradict: '12 4 2 4' }[side];
    return { colour: palette.sides[side], width: Math.max(size, side === 'both' ? 4 : 1.8), dash };
  }
  const dash = data.isHypothetical === true ? '2 5' : data.isTentative === true ? '8 6' : '';
  return { colour: palette.stances[stance], width: size, dash };
}

function toDash(dash: string): string {
  return dash === '' ? '' : ` stroke-dasharray="${dash}"`;
}

function toLine(
  data: DrawnEdge,
  [from, to]: readonly [Point, Point],
  targetSize: number,
  sourceSize: number,
  palette: Palette,
): string {
  const { colour, width, dash } = toStroke(data, palette);
  // The picture's y runs down, the graph's up: the bow lies on the other side.
  const control = toControlPoint(from, to, 0 - data.curvature);
  const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;
  const path = `<path d="M${at(from)}Q${at(control)} ${at(to)}" stroke="${colour}" stroke-width="${round(width)}" stroke-opacity="0.8"${toDash(dash)}/>`;
  const heads = [
    data.arrows === 'none' ? '' : toHead(control, to, targetSize, width, colour),
    data.arrows === 'both' ? toHead(control, from, sourceSize, width, colour) : '',
  ].join('');
  const mark = data.isDisputed ? '≠' : data.isDenied ? '×' : '';
  if (mark === '') return path + heads;
  const { x, y } = pointOnCurve(from, control, to, 0.5);
  return `${path}${heads}<circle cx="${round(x)}" cy="${round(y)}" r="8" fill="${palette.background}" stroke="${palette.alert}"/><text x="${round(x)}" y="${round(y + 5)}" font-size="14" text-anchor="middle" fill="${palette.alert}">${mark}</text>`;
}

/** An arrow's head that touches the rim of the node it points to. */
function toHead(from: Point, to: Point, radius: number, width: number, colour: string): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length <= radius) return '';
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const [long, half] = [6 + width * 1.6, 3 + width * 0.8];
  const tip = { x: to.x - dx * radius, y: to.y - dy * radius };
  const base = { x: tip.x - dx * long, y: tip.y - dy * long };
  const points = [
    tip,
    { x: base.x - dy * half, y: base.y + dx * half },
    { x: base.x + dy * half, y: base.y - dx * half },
  ];
  return `<polygon points="${points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}" fill="${colour}"/>`;
}

/** Names beside their nodes, the most spoken of first; one that would lie over another is left out. */
function toNames(drawing: DrawingGraph, toPlace: (node: Point) => Point, palette: Palette): string[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const names: string[] = [];
  const ids = drawing
    .nodes()
    .sort(
      (a, b) =>
        drawing.getNodeAttribute(b, 'claims') - drawing.getNodeAttribute(a, 'claims') || (a < b ? -1 : 1),
    );
  for (const id of ids) {
    const node = drawing.getNodeAttributes(id);
    const { x, y } = toPlace(node);
    const wide = Array.from(node.label).length * LABEL_SIZE * LETTER;
    const isRight = x + node.size + 4 + wide < WIDTH - 8;
    const left = isRight ? x + node.size + 4 : x - node.size - 4 - wide;
    const box = { left, right: left + wide, top: y - LABEL_SIZE / 2, bottom: y + LABEL_SIZE / 2 };
    const isCovered = taken.some(
      (other) =>
        box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top,
    );
    if (isCovered) continue;
    taken.push(box);
    const anchor = isRight ? '' : ' text-anchor="end"';
    names.push(
      `<text x="${round(isRight ? left : x - node.size - 4)}" y="${round(y + 5)}" font-size="${LABEL_SIZE}"${anchor} fill="${palette.text}" stroke="${palette.background}" stroke-width="3" paint-order="stroke">${escapeXml(node.label)}</text>`,
    );
  }
  return names;
}

function toKey({ words, dot, line }: PictureKey, x: number, y: number, palette: Palette): string {
  const text = `<text x="${x + 34}" y="${y + 5}" font-size="14" fill="${palette.text}">${escapeXml(words)}</text>`;
  if (dot !== undefined) return `<circle cx="${x + 14}" cy="${y}" r="7" fill="${dot}"/>${text}`;
  if (line === undefined) return text.replace(`x="${x + 34}"`, `x="${x}"`);
  const { colour, width, dash } = toStroke({ size: 2, ...line }, palette);
  const mark = line.isDisputed === true ? '≠' : line.isDenied === true ? '×' : '';
  const sign =
    mark === ''
      ? ''
      : `<text x="${x + 14}" y="${y + 5}" font-size="14" text-anchor="middle" fill="${palette.alert}">${mark}</text>`;
  const stroke =
    mark === '' ? `<path d="M${x} ${y}h28" stroke="${colour}" stroke-width="${width}"${toDash(dash)}/>` : '';
  return `${stroke}${sign}${text}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
