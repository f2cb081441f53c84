import type { Camera, Insets } from './network-canvas-options.ts';

/** A canvas with what its panels cover, in CSS pixels. */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly insets: Insets;
  /** The picture, which lies, is turned to stand: its left is up. */
  readonly isTurned: boolean;
}

/** Canvases so much higher than wide show the picture standing. */
const PORTRAIT = 1.3;

/** Should a canvas of this size show the picture standing? */
export function isPortrait(width: number, height: number): boolean {
  return height > width * PORTRAIT;
}

/** The smallest upright rectangle round some nodes, in the camera's units (0 to 1 across the frame, y upwards). */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Room for labels round what is shown, as a share of the free space, and at most. */
const MARGIN = { x: 0.07, mostX: 84, y: 0.07, mostY: 56 };
/** What "everything" means for a single node: no closer than this. */
const CLOSEST_FIT = 0.2;

/** The camera that shows an extent as large as it fits between the panels. */
export function fitExtent(extent: Extent, viewport: Viewport, closest = CLOSEST_FIT): Camera {
  const { width, height, insets } = viewport;
  const free = {
    width: Math.max(60, width - insets.left - insets.right),
    height: Math.max(60, height - insets.top - insets.bottom),
  };
  const side = Math.max(1, Math.min(width, height));
  const across = free.width - 2 * Math.min(MARGIN.mostX, free.width * MARGIN.x);
  const down = free.height - 2 * Math.min(MARGIN.mostY, free.height * MARGIN.y);
  const long = extent.right - extent.left;
  const short = extent.top - extent.bottom;
  const [wide, high] = viewport.isTurned ? [short, long] : [long, short];
  const ratio = Math.max(closest, (wide * side) / across, (high * side) / down);
  const middle = { x: (extent.left + extent.right) / 2, y: (extent.bottom + extent.top) / 2 };
  return centreOn(middle, ratio, viewport);
}

/** The camera at a ratio that has a point in the middle of the free space. */
export function centreOn(
  point: { readonly x: number; readonly y: number },
  ratio: number,
  viewport: Viewport,
): Camera {
  const { width, height, insets, isTurned } = viewport;
  const unit = ratio / Math.max(1, Math.min(width, height));
  const right = ((insets.left - insets.right) / 2) * unit;
  const down = ((insets.top - insets.bottom) / 2) * unit;
  return isTurned
    ? { x: point.x - down, y: point.y - right, ratio }
    : { x: point.x - right, y: point.y + down, ratio };
}

/** Room kept round what is brought out from under a panel, in CSS pixels. */
const CLEAR = 48;

/** How far the camera must move, in its own units, for an extent's middle to be clear of the panels; (0, 0) when it is. */
export function toShift(
  extent: Extent,
  camera: Camera,
  viewport: Viewport,
): { readonly x: number; readonly y: number } {
  const { width, height, insets, isTurned } = viewport;
  const unit = camera.ratio / Math.max(1, Math.min(width, height));
  const x = (extent.left + extent.right) / 2 - camera.x;
  const y = (extent.bottom + extent.top) / 2 - camera.y;
  const across = width / 2 + (isTurned ? y : x) / unit;
  const down = height / 2 + (isTurned ? x : -y) / unit;
  const missing = (at: number, low: number, high: number): number =>
    at < low ? at - low : at > high && high > low ? at - high : 0;
  const right = missing(across, insets.left + CLEAR, width - insets.right - CLEAR) * unit;
  const below = missing(down, insets.top + CLEAR, height - insets.bottom - CLEAR) * unit;
  return isTurned ? { x: below, y: right } : { x: right, y: 0 - below };
}

/** Side of the square, in CSS pixels, on which sizes are drawn as they are written. */
const REFERENCE_SIDE = 900;
/** Networks up to this size are drawn in full size; larger ones smaller, by the fourth root. */
const REFERENCE_ORDER = 80;

/**
 * What sizes are divided by at a camera ratio: nodes and lines grow with the square root of the zoom, are smaller on small
 * canvases and in large networks.
 */
export function sizeDivisor(ratio: number, width: number, height: number, order: number): number {
  const side = Math.max(1, Math.min(width, height));
  const zoom = Math.sqrt((ratio * REFERENCE_SIDE) / side);
  const crowd = Math.sqrt(Math.sqrt(Math.max(1, order / REFERENCE_ORDER)));
  return Math.max(0.4, zoom * crowd);
}
