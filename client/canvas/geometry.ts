/** Points and boxes on the canvas: CSS pixels from its top left corner, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A node as it stands on the canvas. */
export interface Disc extends Point {
  readonly id: string;
  readonly radius: number;
}

export function toBox(centre: Point, width: number, height: number): Box {
  return {
    left: centre.x - width / 2,
    right: centre.x + width / 2,
    top: centre.y - height / 2,
    bottom: centre.y + height / 2,
  };
}

export function boxOfDisc(disc: Disc): Box {
  return toBox(disc, disc.radius * 2, disc.radius * 2);
}

/** Square pixels that two boxes share; 0 when they only touch. */
export function overlapOf(one: Box, other: Box): number {
  const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
  const height = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return width > 0 && height > 0 ? width * height : 0;
}

export function isInside(point: Point, box: Box): boolean {
  return point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;
}

/** Does the box touch the disc? */
export function isOverDisc(box: Box, disc: Disc): boolean {
  const x = Math.max(box.left, Math.min(disc.x, box.right)) - disc.x;
  const y = Math.max(box.top, Math.min(disc.y, box.bottom)) - disc.y;
  return x * x + y * y < disc.radius * disc.radius;
}

/**
 * The control point of the quadratic curve that an edge is drawn as. Curvature 0 is straight; positive ones lie to the left
 * of the way from source to target, so that two edges of opposite direction and equal curvature lie on different sides.
 */
export function toControlPoint(source: Point, target: Point, curvature: number): Point {
  return {
    x: (source.x + target.x) / 2 + curvature * (target.y - source.y),
    y: (source.y + target.y) / 2 - curvature * (target.x - source.x),
  };
}

/** The point at `t` (0 = source, 1 = target) of a quadratic curve. */
export function pointOnCurve(source: Point, control: Point, target: Point, t: number): Point {
  const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t];
  return {
    x: a * source.x + b * control.x + c * target.x,
    y: a * source.y + b * control.y + c * target.y,
  };
}
