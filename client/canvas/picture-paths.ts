import type { Point } from './geometry.ts';
import { pointOnCurve } from './geometry.ts';

/** A bow or a straight line: a quadratic curve. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

/** Halvings until an end is known to a hundredth of a pixel. */
const HALVINGS = 16;
/** Pixels of a bow that are drawn as straight. */
const PIECE = 8;

/** What is left of a curve outside two discs round its ends; undefined where they leave nothing. */
export function cutEnds(curve: Curve, atFrom: number, atTo: number): Curve | undefined {
  const start = leave(curve, atFrom);
  const end = 1 - leave({ from: curve.to, control: curve.control, to: curve.from }, atTo);
  if (start >= end) return undefined;
  const { from, control, to } = curve;
  return {
    from: pointOnCurve(from, control, to, start),
    control: mix(mix(from, control, start), mix(control, to, start), end),
    to: pointOnCurve(from, control, to, end),
  };
}

/** The share of the curve at which it leaves a disc of this radius round its start. */
function leave({ from, control, to }: Curve, radius: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    const point = pointOnCurve(from, control, to, middle);
    if (Math.hypot(point.x - from.x, point.y - from.y) < radius) low = middle;
    else high = middle;
  }
  return radius <= 0 ? 0 : high;
}

/** The curve itself, as the `d` of an SVG path. */
export function toCurvePath({ from, control, to }: Curve): string {
  return `M${at(from)}Q${at(control)} ${at(to)}`;
}

/** Two lines beside the curve, each this far from it. */
export function toDoublePath(curve: Curve, offset: number): string {
  const pieces = Math.max(1, isStraight(curve) ? 1 : Math.ceil(lengthOf(curve) / PIECE));
  const shares = Array.from({ length: pieces + 1 }, (_, index) => index / pieces);
  return [offset, -offset].map((off) => toPolyline(shares.map((t) => beside(curve, t, off)))).join('');
}

/** A zigzag along the curve: so high to either side of it, so long from crest to crest. It begins and ends on the curve. */
export function toZigzagPath(curve: Curve, height: number, period: number): string {
  const crests = Math.max(2, Math.round(lengthOf(curve) / (period / 2)));
  const points = Array.from({ length: crests }, (_, index) =>
    beside(curve, (index + 0.5) / crests, index % 2 === 0 ? height : -height),
  );
  return toPolyline([curve.from, ...points, curve.to]);
}

/** Of the gentle bows that lines are drawn as, to a few per cent. */
function lengthOf({ from, control, to }: Curve): number {
  const chord = Math.hypot(to.x - from.x, to.y - from.y);
  const way =
    Math.hypot(control.x - from.x, control.y - from.y) + Math.hypot(to.x - control.x, to.y - control.y);
  return (2 * chord + way) / 3;
}

function isStraight({ from, control, to }: Curve): boolean {
  const across = (control.x - from.x) * (to.y - from.y) - (control.y - from.y) * (to.x - from.x);
  return Math.abs(across) < 1e-3;
}

/** The point at `t` of the curve, moved sideways. */
function beside({ from, control, to }: Curve, t: number, off: number): Point {
  const { x, y } = pointOnCurve(from, control, to, t);
  const [dx, dy] = [
    (1 - t) * (control.x - from.x) + t * (to.x - control.x),
    (1 - t) * (control.y - from.y) + t * (to.y - control.y),
  ];
  const speed = Math.hypot(dx, dy) || 1;
  return { x: x - (dy / speed) * off, y: y + (dx / speed) * off };
}

function mix(one: Point, other: Point, share: number): Point {
  return { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share };
}

function toPolyline(points: readonly Point[]): string {
  return `M${points.map(at).join('L')}`;
}

function at({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

/** To a hundredth of a pixel, so that files stay small. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
