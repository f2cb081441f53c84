import type { Stance } from '../../graph-data/model/vocabulary.ts';
import type { DrawnEdge } from './drawing-graph.ts';
import type { Box, Point } from './geometry.ts';
import { pointOnCurve, toBox, toControlPoint } from './geometry.ts';
import type { Palette } from './palette.ts';
import type { Curve } from './picture-paths.ts';
import { cutEnds, round, toCurvePath, toDoublePath, toZigzagPath } from './picture-paths.ts';
import { SIDE_LOOKS } from './side-looks.ts';

/** What the look of a line follows from. */
export type LineKey = Partial<
  Pick<DrawnEdge, 'stance' | 'isTentative' | 'isHypothetical' | 'isDenied' | 'isDisputed' | 'side' | 'size'>
>;

/** A node as it stands in the picture. */
export interface PicturePlace extends Point {
  readonly size: number;
}

/** A line between two nodes of the picture. */
export interface PictureLine {
  readonly data: DrawnEdge;
  readonly source: PicturePlace;
  readonly target: PicturePlace;
}

interface Look {
  readonly colour: string;
  /** Pixels, from rim to rim. */
  readonly width: number;
  readonly dash: 'none' | 'dashes' | 'dots' | 'double' | 'zigzag';
}

/** Dashes for plans, dots for hypotheses; while two views are compared whose it is, as on the screen. */
function toLook({ side, stance = 'neutral', size = 1.5, ...data }: LineKey, palette: Palette): Look {
  if (side !== undefined) {
    const { dash, least } = SIDE_LOOKS[side];
    return { colour: palette.sides[side], width: Math.max(least, size), dash };
  }
  const dash = data.isHypothetical === true ? 'dots' : data.isTentative === true ? 'dashes' : 'none';
  return { colour: palette.stances[stance], width: size, dash };
}

const DASH_ARRAYS = { dashes: '8 6', dots: '2 5' } as const;

/** The line without its arrowheads. The shares of its width are those of the screen's program. */
function toBody(curve: Curve, { colour, width, dash }: Look): string {
  const draw = (path: string, pen: number, more = ''): string =>
    `<path d="${path}" stroke="${colour}" stroke-width="${round(pen)}" stroke-opacity="0.8"${more}/>`;
  if (dash === 'double') {
    const gap = width * 0.2;
    return draw(toDoublePath(curve, (width / 2 + gap) / 2), width / 2 - gap);
  }
  if (dash === 'zigzag') {
    const pen = Math.max(0.7, width * 0.12);
    const height = width / 2 - pen;
    return draw(toZigzagPath(curve, height, height * 3.4), 2 * pen, ' stroke-linejoin="round"');
  }
  return draw(toCurvePath(curve), width, dash === 'none' ? '' : ` stroke-dasharray="${DASH_ARRAYS[dash]}"`);
}

/** A line from rim to rim with its arrowheads; nothing where its nodes leave no room. */
export function toLine({ data, source, target }: PictureLine, palette: Palette): string {
  const look = toLook(data, palette);
  const curve = toPictureCurve({ data, source, target });
  const hasHead = { source: data.arrows === 'both', target: data.arrows !== 'none' };
  const long = toHeadLength(look.width);
  const body = cutEnds(
    curve,
    source.size + (hasHead.source ? long : 0),
    target.size + (hasHead.target ? long : 0),
  );
  const whole = cutEnds(curve, source.size, target.size);
  if (whole === undefined) return '';
  const heads = [
    hasHead.target ? toHead(body?.to ?? whole.from, whole.to, look) : '',
    hasHead.source ? toHead(body?.from ?? whole.to, whole.from, look) : '',
  ];
  return `${body === undefined ? '' : toBody(body, look)}${heads.join('')}`;
}

/** The way of a line in the picture, from centre to centre: its y runs down, the graph's up, so the bow lies on the other side. */
export function toPictureCurve({ data, source, target }: PictureLine): Curve {
  return { from: source, control: toControlPoint(source, target, 0 - data.curvature), to: target };
}

function toHeadLength(width: number): number {
  return 6 + width * 1.6;
}

function toHead(base: Point, tip: Point, { colour, width }: Look): string {
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const [dx, dy] = [(tip.x - base.x) / length, (tip.y - base.y) / length];
  const half = 3 + width * 0.8;
  const points = [
    tip,
    { x: base.x - dy * half, y: base.y + dx * half },
    { x: base.x + dy * half, y: base.y - dx * half },
  ];
  return `<polygon points="${points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ')}" fill="${colour}"/>`;
}

/** What stands in the middle of a line, and where. */
export interface PictureMark {
  /** Signs for disputed and denied, and how many relations the line bundles. */
  readonly words: string;
  readonly box: Box;
  readonly isAlert: boolean;
  readonly stance: Stance;
}

const MARK_HEIGHT = 16;

/** The mark of a line; undefined where there is nothing to mark. */
export function findMark(line: PictureLine): PictureMark | undefined {
  const { stance, relations } = line.data;
  const signs = toSigns(line.data);
  const words = [...signs, ...(relations.length > 1 ? [String(relations.length)] : [])].join(' ');
  if (words === '') return undefined;
  const { from, control, to } = toPictureCurve(line);
  const box = toPillBox(words, pointOnCurve(from, control, to, 0.5));
  return { words, box, isAlert: signs.length > 0, stance };
}

/** The mark as a pill in the paper's colour. */
export function toMark({ words, box, isAlert, stance }: PictureMark, palette: Palette): string {
  const [ink, rim] = isAlert ? [palette.alert, palette.alert] : [palette.text, palette.stances[stance]];
  const { left, top, right, bottom } = box;
  return `<rect x="${round(left)}" y="${round(top)}" width="${round(right - left)}" height="${MARK_HEIGHT}" rx="${MARK_HEIGHT / 2}" fill="${palette.background}" stroke="${rim}"/><text x="${round((left + right) / 2)}" y="${round((top + bottom) / 2 + 4.5)}" font-size="13" text-anchor="middle" fill="${ink}">${words}</text>`;
}

/** The pill of a bundle, for the legend. */
export function toPill(words: string, centre: Point, palette: Palette): string {
  return toMark({ words, box: toPillBox(words, centre), isAlert: false, stance: 'neutral' }, palette);
}

function toPillBox(words: string, centre: Point): Box {
  return toBox(centre, Math.max(MARK_HEIGHT, words.length * 8 + 6), MARK_HEIGHT);
}

function toSigns({ isDisputed, isDenied }: LineKey): string[] {
  return [...(isDisputed === true ? ['≠'] : []), ...(isDenied === true ? ['×'] : [])];
}

/** A sample of a line for the legend, from here to the right; of disputed and denied ones their sign. */
export function toLineSample(line: LineKey, { x, y }: Point, width: number, palette: Palette): string {
  const [sign] = toSigns(line);
  if (sign !== undefined)
    return `<text x="${x + width / 2}" y="${y + 5}" font-size="14" text-anchor="middle" fill="${palette.alert}">${sign}</text>`;
  const curve = { from: { x, y }, control: { x: x + width / 2, y }, to: { x: x + width, y } };
  return toBody(curve, toLook({ size: 2, ...line }, palette));
}
