import type { DrawnEdge } from './drawing-graph.ts';
import type { PlacedBadge, BadgeRequest } from './badge-placement.ts';
import { placeBadges } from './badge-placement.ts';
import type { Emphasis } from './emphasis.ts';
import type { Box, Disc } from './geometry.ts';
import type { Palette } from './palette.ts';
import { blend } from './palette.ts';
import type { Scene } from './scene.ts';
import type { TextMeasure } from './text-measure.ts';
import { shorten } from './text-measure.ts';
import type { CanvasState } from './canvas-state.ts';

/** A mark on a line: signs for disputed and denied, a count for bundles, and what the line says where it is asked for. */
export interface Mark extends PlacedBadge {
  readonly data: DrawnEdge;
  readonly text: string;
  readonly isStrong: boolean;
}

const FONT_SIZE = 11;
const HEIGHT = 17;
const SIGN_WIDTH = 11;
const PADDING = 5;
/** Where on its line a mark may stand, the middle first. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7];
const LONGEST_TEXT = 36;

/** Chooses the marks of this frame: none over another, over a node or over what is taken. */
export function placeMarks(
  scene: Scene,
  state: CanvasState,
  emphasis: Emphasis,
  measure: TextMeasure,
  family: string,
  discs: readonly Disc[],
  taken: readonly Box[],
): Mark[] {
  const wanted = new Map<string, Omit<Mark, 'box' | 'edge'>>();
  const requests: BadgeRequest[] = [];
  state.drawing.forEachEdge((edge, data, source, target) => {
    const isLabelled = emphasis.labelledEdges.has(edge);
    const isBundle = data.relations.length > 1;
    if (!isLabelled && !isBundle && !data.isDisputed && !data.isDenied) return;
    const isDimmed = emphasis.isFocused && !emphasis.edges.has(edge) && !emphasis.hoveredEdges.has(edge);
    const text = isLabelled ? shorten(data.label, LONGEST_TEXT) : isBundle ? `${data.relations.length}` : '';
    const signs = countSigns(data) * SIGN_WIDTH;
    const textWidth = text === '' ? 0 : measure.widthOf(text, fontOf(family, isLabelled));
    requests.push({
      edge,
      rank: data.isDisputed ? 0 : data.isDenied ? 1 : 2,
      claims: data.claims,
      width: Math.max(HEIGHT, signs + textWidth + PADDING * 2 + (signs > 0 && textWidth > 0 ? 2 : 0)),
      height: HEIGHT,
      points: scene.pointsOn(data, source, target, SHARES),
      mustShow: isLabelled,
    });
    wanted.set(edge, { data, text, isStrong: isLabelled || !isDimmed });
  });
  return placeBadges(requests, discs, taken).flatMap((badge) => {
    const mark = wanted.get(badge.edge);
    return mark === undefined ? [] : [{ ...badge, ...mark }];
  });
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
  labelled: ReadonlySet<string>,
): void {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  for (const { box, edge, data, text, isStrong } of marks) {
    const pale = (colour: string): string => (isStrong ? colour : blend(colour, palette.background, 0.75));
    const middle = (box.top + box.bottom) / 2;
    context.beginPath();
    context.roundRect(box.left, box.top, box.right - box.left, box.bottom - box.top, HEIGHT / 2);
    context.fillStyle = palette.background;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = pale(
      data.isDisputed || data.isDenied ? palette.alert : palette.stances[data.stance],
    );
    context.stroke();

    const signs = countSigns(data);
    const textWidth = box.right - box.left - PADDING * 2 - signs * SIGN_WIDTH;
    let x = text === '' ? (box.left + box.right - signs * SIGN_WIDTH) / 2 : box.left + PADDING;
    context.strokeStyle = pale(palette.alert);
    context.lineWidth = 1.5;
    if (data.isDisputed) {
      strokeDisputed(context, x + SIGN_WIDTH / 2, middle);
      x += SIGN_WIDTH;
    }
    if (data.isDenied) {
      strokeDenied(context, x + SIGN_WIDTH / 2, middle);
      x += SIGN_WIDTH;
    }
    if (text !== '' && textWidth > 0) {
      context.font = fontOf(family, labelled.has(edge));
      context.fillStyle = pale(palette.text);
      context.textAlign = 'right';
      context.fillText(text, box.right - PADDING, middle + 0.5);
    }
  }
}

/** ≠ */
function strokeDisputed(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x - 3.5, y - 1.7);
  context.lineTo(x + 3.5, y - 1.7);
  context.moveTo(x - 3.5, y + 1.7);
  context.lineTo(x + 3.5, y + 1.7);
  context.moveTo(x + 2, y - 4.2);
  context.lineTo(x - 2, y + 4.2);
  context.stroke();
}

/** ✕ */
function strokeDenied(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x - 2.8, y - 2.8);
  context.lineTo(x + 2.8, y + 2.8);
  context.moveTo(x + 2.8, y - 2.8);
  context.lineTo(x - 2.8, y + 2.8);
  context.stroke();
}
