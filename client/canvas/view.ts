import type { Box } from './geometry.ts';
import type { Camera, Insets } from './network-canvas-options.ts';

/** Half the side, in graph units, of the square that the camera's 0 to 1 stands for: the same for every network. */
export const FRAME = 200;

/** A coordinate in graph units in the camera's 0 to 1. */
export function toFramed(coordinate: number): number {
  return 0.5 + coordinate / (2 * FRAME);
}

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

/** Free space less high than this, in CSS pixels, shows a neighbourhood better than everything. */
const CRAMPED_HEIGHT = 400;

/** Do the panels leave so little that not everything can be shown with its names? */
export function isCramped({ height, insets }: Viewport): boolean {
  return height - insets.top - insets.bottom < CRAMPED_HEIGHT;
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

/** So near a panel or the rim something counts as covered; and so far off it is brought, CSS pixels. */
const CLEAR = { least: 20, brought: 48 };
/** But no more than this share of a free space that is small: within the margin that `fitExtent` leaves. */
const SMALL_MARGIN = 0.06;

/**
 * The camera that has all of an extent clear of the panels: the same one where it is already, else moved no farther than
 * it takes, and only where the extent is larger than the free space drawn back until it fits.
 */
export function toClear(extent: Extent, camera: Camera, viewport: Viewport): Camera {
  if (isClear(extent, camera, viewport)) return camera;
  const whole = fitExtent(extent, viewport, camera.ratio);
  if (whole.ratio > camera.ratio) return whole;
  const { width, height, isTurned } = viewport;
  const unit = camera.ratio / Math.max(1, Math.min(width, height));
  const drawn = toDrawn(extent, camera, viewport);
  const free = toFree(viewport, CLEAR.brought);
  const right = missing(drawn.left, drawn.right, free.left, free.right) * unit;
  const below = missing(drawn.top, drawn.bottom, free.top, free.bottom) * unit;
  const moved = isTurned
    ? { x: camera.x + below, y: camera.y + right, ratio: camera.ratio }
    : { x: camera.x + right, y: camera.y - below, ratio: camera.ratio };
  return isClear(extent, moved, viewport) ? moved : whole;
}

function isClear(extent: Extent, camera: Camera, viewport: Viewport): boolean {
  const drawn = toDrawn(extent, camera, viewport);
  const free = toFree(viewport, CLEAR.least);
  return (
    drawn.left >= free.left &&
    drawn.right <= free.right &&
    drawn.top >= free.top &&
    drawn.bottom <= free.bottom
  );
}

/** Where the camera shows an extent, in CSS pixels. */
function toDrawn(extent: Extent, camera: Camera, { width, height, isTurned }: Viewport): Box {
  const unit = camera.ratio / Math.max(1, Math.min(width, height));
  const [left, right] = isTurned ? [extent.bottom, extent.top] : [extent.left, extent.right];
  const [top, bottom] = isTurned ? [extent.left, extent.right] : [-extent.top, -extent.bottom];
  const middle = isTurned ? { x: camera.y, y: camera.x } : { x: camera.x, y: -camera.y };
  return {
    left: width / 2 + (left - middle.x) / unit,
    right: width / 2 + (right - middle.x) / unit,
    top: height / 2 + (top - middle.y) / unit,
    bottom: height / 2 + (bottom - middle.y) / unit,
  };
}

/** What the panels leave, less a margin. */
function toFree({ width, height, insets }: Viewport, margin: number): Box {
  const across = Math.min(margin, Math.max(0, width - insets.left - insets.right) * SMALL_MARGIN);
  const down = Math.min(margin, Math.max(0, height - insets.top - insets.bottom) * SMALL_MARGIN);
  return {
    left: insets.left + across,
    right: width - insets.right - across,
    top: insets.top + down,
    bottom: height - insets.bottom - down,
  };
}

/** How far to go for low and high to lie between the limits: 0 when they do; as good as it gets when they cannot. */
function missing(low: number, high: number, least: number, most: number): number {
  if (high - low > most - least) return (low + high - least - most) / 2;
  return low < least ? low - least : high > most ? high - most : 0;
}

/** Side of the square, in CSS pixels, on which sizes are drawn as they are written. */
const REFERENCE_SIDE = 900;
/** Networks up to this size are drawn in full size; larger ones smaller, by the cube root. */
const REFERENCE_ORDER = 80;

/**
 * What sizes are divided by at a camera ratio: nodes and lines grow with the square root of the zoom, are smaller on small
 * canvases and in large networks.
 */
export function sizeDivisor(ratio: number, width: number, height: number, order: number): number {
  const side = Math.max(1, Math.min(width, height));
  const zoom = Math.sqrt((ratio * REFERENCE_SIDE) / side);
  const crowd = Math.cbrt(Math.max(1, order / REFERENCE_ORDER));
  return Math.max(0.4, zoom * crowd);
}
