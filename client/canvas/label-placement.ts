import type { Box, Disc, Point } from './geometry.ts';
import { boxOfDisc, isInside, isOverDisc, overlapOf } from './geometry.ts';
import type { SpatialGrid } from './spatial-grid.ts';
import { createSpatialGrid, toDiscGrid } from './spatial-grid.ts';

/** A label that wants to stand beside its node. */
export interface LabelRequest extends Disc {
  /** Measured, in pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * `must`: shown even where it must lie over something; it then lies where it covers least. `prior`: wherever there is
   * room, over lines too, a little further off its node if need be. `rest`: within the budget.
   */
  readonly precedence: 'must' | 'prior' | 'rest';
}

export interface PlacedLabel {
  readonly id: string;
  readonly box: Box;
  /** Index into the places tried: right, left, above, below, the corners, aside above and below; then the same further off. */
  readonly place: number;
}

/** A point of a line, and how broad the line is there, in pixels: lines are sampled, names rather lie beside them. */
export interface LinePoint {
  readonly point: Point;
  readonly width: number;
}

export interface LabelGround {
  readonly discs: readonly Disc[];
  readonly lines: SpatialGrid<LinePoint>;
  /** Names of the rest may not lie over lines at all. */
  readonly keepsLinesClear: boolean;
  /** What labels must keep clear of besides: marks already drawn. */
  readonly taken: readonly Box[];
  /** The canvas, and what the panels leave free of it: labels of nodes that are free stay free. */
  readonly bounds: Box;
  readonly free: Box;
  /** The place each label had before: it keeps it while it can, so that labels do not jump. */
  readonly before: ReadonlyMap<string, number>;
  /** Names of the rest may lie over nodes smaller than this share of their own, 0 to 1; `prior` ones over none. */
  readonly small: number;
  /** At most this many of the rest. */
  readonly budget: number;
}

const GAP = 4;
/** Room kept between two labels. */
const AIR = 2;
/** To cover a label is this many times worse than to cover a node. */
const LABEL_COST = 4;
/** Labels tried for each that may be shown: where the important find no place, the unimportant shall not stand. */
export const TRIES = 1.5;
const OUTSIDE_COST = 1_000;
/** For each point of a line under the label, a pixel of the line's width. */
const LINE_COST = 5;
/** How far off its node a name stands, in pixels beyond the nearest; only the first for the rest. */
const DISTANCES = [0, 8, 16];
/** Places at each distance. */
const PLACES = 12;
/** Of these, the ones the rest may take. */
const PLACES_OF_REST = 8;
/** For each pixel further off. */
const DISTANCE_COST = 2;

/**
 * Places labels in the order given: each at one of eight places beside its node, or one of more and a little further off where it
 * takes precedence, where it lies over no label, no mark and no node (the rest: but much smaller ones), and of those where it
 * lies over least of such nodes and of lines. One that finds no such place is left out, unless it must be shown. The same
 * input gives the same places.
 */
export function placeLabels(requests: readonly LabelRequest[], ground: LabelGround): PlacedLabel[] {
  const discs = toDiscGrid(ground.discs);
  const boxes = createSpatialGrid<Box>();
  for (const box of ground.taken) boxes.add(box, box);
  const placed: PlacedLabel[] = [];
  let placedOptional = 0;
  let tried = 0;
  for (const request of requests) {
    const isRest = request.precedence === 'rest';
    if (isRest && (placedOptional >= ground.budget || tried >= ground.budget * TRIES)) continue;
    if (isRest) tried += 1;
    const best = findPlace(request, ground, discs, boxes);
    if (best === undefined) continue;
    if (isRest) placedOptional += 1;
    boxes.add(best.box, best.box);
    placed.push(best);
  }
  return placed;
}

function findPlace(
  request: LabelRequest,
  ground: LabelGround,
  discs: SpatialGrid<Disc>,
  boxes: SpatialGrid<Box>,
): PlacedLabel | undefined {
  const places = placesOf(request);
  const kept = ground.before.get(request.id);
  const order = places.map((_, index) => index);
  if (kept !== undefined && kept < order.length) order.unshift(kept);
  let best: { readonly place: PlacedLabel; readonly cost: number } | undefined;
  for (const index of order) {
    const box = places[index];
    if (box === undefined) continue;
    const away = (DISTANCES[Math.floor(index / PLACES)] ?? 0) * DISTANCE_COST;
    const most = (best?.cost ?? Infinity) - away;
    const cost = judge(box, request, ground, discs, boxes, most) + away;
    if (cost === Infinity || (best !== undefined && cost >= best.cost)) continue;
    best = { place: { id: request.id, box, place: index }, cost };
    if (cost === 0) break;
  }
  return best?.place;
}

/** What the box covers; Infinity where the name may not stand; no longer counted from `most` on. */
function judge(
  box: Box,
  request: LabelRequest,
  { bounds, free, lines, small, keepsLinesClear }: LabelGround,
  discs: SpatialGrid<Disc>,
  boxes: SpatialGrid<Box>,
  most: number,
): number {
  const isRest = request.precedence === 'rest';
  const forbidden = request.precedence === 'must' ? 0 : Infinity;
  let cost = 0;
  const { left, top, right, bottom } = isInside(request, free) ? free : bounds;
  if (box.left < left || box.right > right || box.top < top || box.bottom > bottom)
    cost += OUTSIDE_COST + forbidden;
  if (cost >= most) return cost;
  const wide = { left: box.left - AIR, right: box.right + AIR, top: box.top, bottom: box.bottom };
  for (const other of boxes.near(wide)) {
    const overlap = overlapOf(wide, other);
    if (overlap === 0) continue;
    cost += overlap * LABEL_COST + forbidden;
    if (cost >= most) return cost;
  }
  for (const disc of discs.near(box)) {
    if (disc.id === request.id || !isOverDisc(box, disc)) continue;
    cost += 1 + overlapOf(box, boxOfDisc(disc));
    if (!isRest || disc.radius > request.radius * small) cost += forbidden;
    if (cost >= most) return cost;
  }
  for (const { point, width } of lines.near(box)) {
    if (!isInside(point, box)) continue;
    cost += LINE_COST * width;
    if (isRest && keepsLinesClear) cost += forbidden;
    if (cost >= most) return cost;
  }
  return cost;
}

function placesOf(request: LabelRequest): Box[] {
  if (request.precedence === 'rest') return placesAround(request).slice(0, PLACES_OF_REST);
  return DISTANCES.flatMap((off) => placesAround({ ...request, radius: request.radius + off }));
}

/** The `PLACES` boxes close to the disc. */
function placesAround({ x, y, radius, width, height }: LabelRequest): Box[] {
  const at = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height });
  const far = radius + GAP;
  const near = radius * 0.71 + GAP / 2;
  const middle = y - height / 2;
  return [
    at(x + far, middle),
    at(x - far - width, middle),
    at(x - width / 2, y - radius - height - 2),
    at(x - width / 2, y + radius + 2),
    at(x + near, y - near - height / 2 - 2),
    at(x + near, y + near - height / 2 + 2),
    at(x - near - width, y - near - height / 2 - 2),
    at(x - near - width, y + near - height / 2 + 2),
    at(x - width / 4, y - radius - height - 2),
    at(x - width / 4, y + radius + 2),
    at(x - (width * 3) / 4, y - radius - height - 2),
    at(x - (width * 3) / 4, y + radius + 2),
  ];
}
