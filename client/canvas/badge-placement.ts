import type { Box, Disc, Point } from './geometry.ts';
import { isOverDisc, overlapOf, toBox } from './geometry.ts';
import { createSpatialGrid, toDiscGrid } from './spatial-grid.ts';

/** A mark that wants to stand on its line, or between its lines. */
export interface BadgeRequest {
  readonly id: string;
  /** Lower ones first: 0 disputed, 1 denied, 2 a count. */
  readonly rank: number;
  readonly claims: number;
  readonly width: number;
  /** Its width without its words, for where they find no room; undefined where nothing would be left of it. */
  readonly shortWidth?: number | undefined;
  readonly height: number;
  /** Points of the line where it may stand, the best first. */
  readonly points: readonly Point[];
  /** Nodes at the ends of its line: never covered. */
  readonly ends: readonly string[];
  /** Shown over other nodes and beside its line at worst. */
  readonly mustShow: boolean;
}

export interface PlacedBadge {
  readonly id: string;
  readonly box: Box;
  /** It stands there without its words. */
  readonly isShort: boolean;
}

const AIR = 2;

/**
 * Places marks on their lines: those that must be shown first, then disputed, denied and counts, each by claims. Each stands
 * at the first of its points where it touches no node, no mark and nothing taken; without such a point it is left out. One
 * that must be shown may lie over nodes that are not its own, and else goes without its words.
 */
export function placeBadges(
  requests: readonly BadgeRequest[],
  discs: readonly Disc[],
  taken: readonly Box[],
): PlacedBadge[] {
  const nodes = toDiscGrid(discs);
  const boxes = createSpatialGrid<Box>();
  for (const box of taken) boxes.add(box, box);
  const isClear = (box: Box): boolean => boxes.near(box).every((other) => overlapOf(box, other) === 0);
  const isFree = (box: Box): boolean =>
    isClear(box) && nodes.near(box).every((disc) => !isOverDisc(box, disc));
  const find = (request: BadgeRequest): Box | undefined => {
    const isOffEnds = (box: Box): boolean =>
      nodes.near(box).every((disc) => !request.ends.includes(disc.id) || !isOverDisc(box, disc));
    const { width, height } = request;
    const points = request.points.filter((point) => isOffEnds(toBox(point, width, height)));
    const fitting = { ...request, points };
    return (
      findBox(fitting, isFree) ??
      (request.mustShow ? findLastResort(fitting, (box) => isClear(box) && isOffEnds(box)) : undefined)
    );
  };
  const placed: PlacedBadge[] = [];
  for (const request of [...requests].sort(compareRequests)) {
    const { id, shortWidth } = request;
    const long = find(request);
    const box = long ?? (shortWidth === undefined ? undefined : find({ ...request, width: shortWidth }));
    if (box === undefined) continue;
    boxes.add(box, box);
    placed.push({ id, box, isShort: long === undefined });
  }
  return placed;
}

/** The mark's box at the first point where the box and a little air round it pass. */
function findBox(
  { points, width, height }: BadgeRequest,
  passes: (boxWithAir: Box) => boolean,
): Box | undefined {
  const point = points.find((at) => passes(toBox(at, width + 2 * AIR, height + 2 * AIR)));
  return point === undefined ? undefined : toBox(point, width, height);
}

/** Where it passes on its line or up to two rows beside it. */
function findLastResort(request: BadgeRequest, passes: (boxWithAir: Box) => boolean): Box | undefined {
  const beside = [0, 1, -1, 2, -2].flatMap((rows) =>
    request.points.map(({ x, y }) => ({ x, y: y + rows * (request.height + 2 * AIR) })),
  );
  return findBox({ ...request, points: beside }, passes);
}

function compareRequests(one: BadgeRequest, other: BadgeRequest): number {
  return (
    Number(other.mustShow) - Number(one.mustShow) ||
    one.rank - other.rank ||
    other.claims - one.claims ||
    (one.id < other.id ? -1 : 1)
  );
}
