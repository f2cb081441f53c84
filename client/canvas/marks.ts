import type { BadgeRequest, PlacedBadge } from './badge-placement.ts';
import { placeBadges } from './badge-placement.ts';
import type { CanvasState, Hovered } from './canvas-state.ts';
import type { DrawnEdge } from './drawing-graph.ts';
import type { Emphasis } from './emphasis.ts';
import type { Box, Disc, Point } from './geometry.ts';
import type { Palette } from './palette.ts';
import { blend } from './palette.ts';
import type { Scene } from './scene.ts';
import { countShown } from './shown-part.ts';
import type { TextMeasure } from './text-measure.ts';
import { shorten } from './text-measure.ts';

/** What a mark says: signs for disputed and denied, a count for bundles, and the line's words where they are asked for. */
interface Saying {
  /** What it belongs to: a line, or all disputed lines of a pair. */
  readonly of: Hovered;
  readonly data: DrawnEdge;
  readonly text: string;
  /** What is left of the text where the words find no room: the count of a bundle. */
  readonly shortText: string;
  readonly isLabel: boolean;
  readonly isDimmed: boolean;
}

/** A mark in its place. */
export type Mark = Saying & PlacedBadge;

const FONT_SIZE = 11;
const HEIGHT = 17;
const SIGN_WIDTH = 11;
const PADDING = 5;
/** Where on its line a mark may stand, the middle first. */
const SHARES = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74];
const LONGEST_TEXT = 36;
/** Among more lines than this only those that are selected or under the pointer have marks: a thousand signs say nothing. */
const MOST_LINES = 1_500;

/** Chooses the marks of this frame: none over another or over what is taken, words alone over nodes that are not their line's. */
export function placeMarks(
  scene: Scene,
  { drawing, shown }: CanvasState,
  emphasis: Emphasis,
  measure: TextMeasure,
  family: string,
  discs: readonly Disc[],
  taken: readonly Box[],
): Mark[] {
  const sayings = new Map<string, Saying & { points: Point[] }>();
  const collect = (edge: string, data: DrawnEdge, source: string, target: string): void => {
    const isLabel = emphasis.labelledEdges.has(edge);
    const isBundle = data.relations.length > 1;
    if (!isLabel && !isBundle && !data.isDisputed && !data.isDenied) return;
    const isDimmed = emphasis.isFocused && !emphasis.edges.has(edge) && !emphasis.hoveredEdges.has(edge);
    const shortText = isBundle ? `${countShown(shown, data)}` : '';
    const text = isLabel ? shorten(toWords(data, countShown(shown, data)), LONGEST_TEXT) : shortText;
    const shares = source === data.a ? SHARES : SHARES.map((share) => 1 - share);
    const points = scene.pointsOn(data, source, target, shares);
    if (!points.some(scene.isInSight)) return;
    const isShared = !isLabel && !isBundle && data.isDisputed && !data.isDenied;
    const id = isShared ? `${data.a}|${data.b}` : edge;
    const other = sayings.get(id);
    if (other === undefined) {
      sayings.set(id, { of: { kind: 'edge', edge }, data, text, shortText, isLabel, isDimmed, points });
      return;
    }
    // Lines of one pair that dispute each other share one mark, between them.
    const between = other.points.map((point, index) => {
      const beside = points[index] ?? point;
      return { x: (point.x + beside.x) / 2, y: (point.y + beside.y) / 2 };
    });
    sayings.set(id, { ...other, of: { kind: 'pair', a: data.a, b: data.b }, points: between });
  };
  if (drawing.size <= MOST_LINES) drawing.forEachEdge(collect);
  else {
    const asked = new Set([...emphasis.edges, ...emphasis.hoveredEdges, ...emphasis.labelledEdges]);
    for (const edge of asked)
      collect(edge, drawing.getEdgeAttributes(edge), drawing.source(edge), drawing.target(edge));
  }

  const requests = [...sayings].map(([id, { data, text, shortText, isLabel, points }]): BadgeRequest => {
    const signs = countSigns(data) * SIGN_WIDTH;
    const toWidth = (said: string, isWords: boolean): number => {
      const words = said === '' ? 0 : measure.widthOf(said, fontOf(family, isWords)) + (signs > 0 ? 2 : 0);
      return Math.max(HEIGHT, signs + words + PADDING * 2);
    };
    const canShorten = isLabel && (signs > 0 || shortText !== '');
    return {
      id,
      rank: data.isDisputed ? 0 : data.isDenied ? 1 : 2,
      claims: data.claims,
      width: toWidth(text, isLabel),
      shortWidth: canShorten ? toWidth(shortText, false) : undefined,
      height: HEIGHT,
      points,
      ends: [data.a, data.b],
      mustShow: isLabel,
    };
  });
  return placeBadges(requests, discs, taken).flatMap((badge) => {
    const saying = sayings.get(badge.id);
    if (saying === undefined) return [];
    return badge.isShort
      ? [{ ...badge, ...saying, text: saying.shortText, isLabel: false }]
      : [{ ...badge, ...saying }];
  });
}

/** The line's own words; of a bundle of which something is left out how many there are. */
function toWords({ label, relations }: DrawnEdge, count: number): string {
  return count === relations.length ? label : count === 1 ? '1 relation' : `${count} relations`;
}

function fontOf(family: string, isLabel: boolean): string {
  return `${isLabel ? 500 : 600} ${FONT_SIZE}px ${family}`;
}

function countSigns(data: DrawnEdge): number {
  return Number(data.isDisputed) + Number(data.isDenied);
}

/** Draws marks as small pills in the ground's colour, outlined in the colour of the line's stance. */
export function drawMarks(
  context: CanvasRenderingContext2D,
  marks: readonly Mark[],
  palette: Palette,
  family: string,
): void {
  context.textBaseline = 'middle';
  context.textAlign = 'right';
  for (const { box, data, text, isLabel, isDimmed } of marks) {
    const tone = (colour: string): string => (isDimmed ? blend(colour, palette.background, 0.75) : colour);
    const isAlert = data.isDisputed || data.isDenied;
    const middle = (box.top + box.bottom) / 2;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, HEIGHT / 2);
    context.fillStyle = palette.background;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = tone(isAlert ? palette.alert : palette.stances[data.stance]);
    context.stroke();

    const signs = [...(data.isDisputed ? [DISPUTED] : []), ...(data.isDenied ? [DENIED] : [])];
    const width = signs.length * SIGN_WIDTH;
    const left = text === '' ? (box.left + box.right - width) / 2 : box.left + PADDING;
    context.strokeStyle = tone(palette.alert);
    context.lineWidth = 1.5;
    signs.forEach((sign, index) => {
      strokeSign(context, sign, left + (index + 0.5) * SIGN_WIDTH, middle);
    });
    if (text === '') continue;
    context.font = fontOf(family, isLabel);
    context.fillStyle = tone(palette.text);
    context.fillText(text, box.right - PADDING, middle + 0.5);
  }
}

type Stroke = readonly [x1: number, y1: number, x2: number, y2: number];

/** ≠ and ✕ as strokes, alike in every font. */
const DISPUTED: readonly Stroke[] = [
  [-3.5, -1.7, 3.5, -1.7],
  [-3.5, 1.7, 3.5, 1.7],
  [2, -4.2, -2, 4.2],
];
const DENIED: readonly Stroke[] = [
  [-2.8, -2.8, 2.8, 2.8],
  [2.8, -2.8, -2.8, 2.8],
];

function strokeSign(context: CanvasRenderingContext2D, sign: readonly Stroke[], x: number, y: number): void {
  context.beginPath();
  for (const [x1, y1, x2, y2] of sign) {
    context.moveTo(x + x1, y + y1);
    context.lineTo(x + x2, y + y2);
  }
  context.stroke();
}
