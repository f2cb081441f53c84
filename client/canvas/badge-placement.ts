import type { Box, Disc, Point } from './geometry.ts';
import { boxOfDisc, isOverDisc, overlapOf, toBox } from './geometry.ts';
import { createSpatialGrid } from './spatial-grid.ts';

/** A mark that wants to stand on its line, or between its lines. */
export interface BadgeRequest {
  readonly id: string;
  /** Lower ones first: 0 disputed, 1 denied, 2 a count. */
  readonly rank: number;
  readonly claims: number;
  readonly width: number;
  readonly height: number;
  /** Points of the line where it may stand, the best first. */
  readonly points: readonly Point[];
  /** Shown at its first point at worst. */
  readonly mustShow: boolean;
}

export interface PlacedBadge {
  readonly id: string;
  readonly box: Box;
}

const AIR = 2;

/**
 * Places marks on their lines: those that must be shown first, then disputed, denied and counts, each by claims. Each stands
 * at the first of its points where it touches no node, no mark and nothing taken; without such a point it is left out.
 */
export function placeBadges(
  requests: readonly BadgeRequest[],
  discs: readonly Disc[],
  taken: readonly Box[],
): PlacedBadge[] {
  const nodes = createSpatialGrid<Disc>();
  for (const disc of discs) nodes.add(boxOfDisc(disc), disc);
  const boxes = createSpatialGrid<Box>();
  for (const box of taken) boxes.add(box, box);
  const isFree = (box: Box): boolean => {
    const wide = {
      left: box.left - AIR,
      right: box.right + AIR,
      top: box.top - AIR,
      bottom: box.bottom + AIR,
    };
    for (const disc of nodes.near(wide)) if (isOverDisc(wide, disc)) return false;
    for (const other of boxes.near(wide)) if (overlapOf(wide, other) > 0) return false;
    return true;
  };
  const placed: PlacedBadge[] = [];
  for (const request of [...requests].sort(compareRequests)) {
    const box = findBox(request, isFree);
    if (box === undefined) continue;
    boxes.add(box, box);
    placed.push({ id: request.id, box });
  }
  return placed;
}

function findBox(
  { points, width, height, mustShow }: BadgeRequest,
  isFree: (box: Box) => boolean,
): Box | undefined {
  for (const point of points) {
    const box = toBox(point, width, height);
    if (isFree(box)) return box;
  }
  const [first] = points;
  return mustShow && first !== undefined ? toBox(first, width, height) : undefined;
}

function compareRequests(one: BadgeRequest, other: BadgeRequest): number {
  return (
    Number(other.mustShow) - Number(one.mustShow) ||
    one.rank - other.rank ||
    other.claims - one.claims ||
    (one.id < other.id ? -1 : 1)
  );
}
