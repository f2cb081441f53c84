import type { Quadtree } from './quadtree.ts';

/** What the nodes and cells of a quadtree amount to as bodies; nodes in the tree's order. */
export interface Bodies {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly masses: Float64Array;
  /** Of each cell: its mass and the centre of it. */
  readonly mass: Float64Array;
  readonly centreX: Float64Array;
  readonly centreY: Float64Array;
  /** Σ m (z − centre)² over its nodes, places taken as complex numbers: how the mass lies about the centre. */
  readonly momentX: Float64Array;
  readonly momentY: Float64Array;
  /** No node of the cell is farther from the centre than this. */
  readonly reach: Float64Array;
}

/** Room for the bodies of so many nodes, in at most twice as many cells. */
export function createBodies(count: number): Bodies {
  const ofNodes = (): Float64Array => new Float64Array(count);
  const ofCells = (): Float64Array => new Float64Array(2 * count);
  return {
    x: ofNodes(),
    y: ofNodes(),
    masses: ofNodes(),
    mass: ofCells(),
    centreX: ofCells(),
    centreY: ofCells(),
    momentX: ofCells(),
    momentY: ofCells(),
    reach: ofCells(),
  };
}

/** Weighs all cells at the nodes' present places, which need not be those the tree was built from. O(n). */
export function weighBodies(
  bodies: Bodies,
  tree: Quadtree,
  positions: Float64Array,
  nodeMasses: Float64Array,
): void {
  const { x, y, masses } = bodies;
  for (let at = 0; at < tree.order.length; at += 1) {
    const node = tree.order[at] ?? 0;
    x[at] = positions[node * 2] ?? 0;
    y[at] = positions[node * 2 + 1] ?? 0;
    masses[at] = nodeMasses[node] ?? 0;
  }
  findCentres(bodies, tree);
  findMoments(bodies, tree);
}

/** Cells come after the one around them: backwards, each is done before its parent. */
function findCentres(bodies: Bodies, { cellCount, starts, ends, skips, parents }: Quadtree): void {
  const { x, y, masses, mass, centreX, centreY } = bodies;
  mass.fill(0, 0, cellCount);
  centreX.fill(0, 0, cellCount);
  centreY.fill(0, 0, cellCount);
  for (let cell = cellCount - 1; cell >= 0; cell -= 1) {
    let sum = mass[cell] ?? 0;
    let sumX = centreX[cell] ?? 0;
    let sumY = centreY[cell] ?? 0;
    if (skips[cell] === cell + 1) {
      const end = ends[cell] ?? 0;
      for (let at = starts[cell] ?? 0; at < end; at += 1) {
        const own = masses[at] ?? 0;
        sum += own;
        sumX += own * (x[at] ?? 0);
        sumY += own * (y[at] ?? 0);
      }
      mass[cell] = sum;
    }
    centreX[cell] = sumX / sum;
    centreY[cell] = sumY / sum;
    if (cell === 0) continue;
    const parent = parents[cell] ?? 0;
    mass[parent] = (mass[parent] ?? 0) + sum;
    centreX[parent] = (centreX[parent] ?? 0) + sumX;
    centreY[parent] = (centreY[parent] ?? 0) + sumY;
  }
}

function findMoments(bodies: Bodies, { cellCount, starts, ends, skips, parents }: Quadtree): void {
  const { x, y, masses, mass, centreX, centreY, momentX, momentY, reach } = bodies;
  momentX.fill(0, 0, cellCount);
  momentY.fill(0, 0, cellCount);
  reach.fill(0, 0, cellCount);
  for (let cell = cellCount - 1; cell >= 0; cell -= 1) {
    const atX = centreX[cell] ?? 0;
    const atY = centreY[cell] ?? 0;
    let sumX = momentX[cell] ?? 0;
    let sumY = momentY[cell] ?? 0;
    let far = reach[cell] ?? 0;
    if (skips[cell] === cell + 1) {
      const end = ends[cell] ?? 0;
      let square = 0;
      for (let at = starts[cell] ?? 0; at < end; at += 1) {
        const own = masses[at] ?? 0;
        const dx = (x[at] ?? 0) - atX;
        const dy = (y[at] ?? 0) - atY;
        sumX += own * (dx * dx - dy * dy);
        sumY += own * 2 * dx * dy;
        square = Math.max(square, dx * dx + dy * dy);
      }
      far = Math.sqrt(square);
      momentX[cell] = sumX;
      momentY[cell] = sumY;
      reach[cell] = far;
    }
    if (cell === 0) continue;
    const parent = parents[cell] ?? 0;
    const dx = atX - (centreX[parent] ?? 0);
    const dy = atY - (centreY[parent] ?? 0);
    const own = mass[cell] ?? 0;
    momentX[parent] = (momentX[parent] ?? 0) + sumX + own * (dx * dx - dy * dy);
    momentY[parent] = (momentY[parent] ?? 0) + sumY + own * 2 * dx * dy;
    reach[parent] = Math.max(reach[parent] ?? 0, Math.sqrt(dx * dx + dy * dy) + far);
  }
}
