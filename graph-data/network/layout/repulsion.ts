import type { Bodies } from './bodies.ts';
import type { Quadtree } from './quadtree.ts';

/**
 * Barnes–Hut: a cell acts as a whole on a group when both reaches together are less than this share of the distance of their
 * centres. Looser than usual, for cells act with their second moment and groups feel the field up to its curvature.
 */
const THETA = 1;
/** Squares of distances below this are as good as 0: dividing by them would overflow. */
const TINY = 1e-200;

/**
 * Adds to each node the repulsion of all others: scaling × both masses / distance. The nodes of a leaf walk the tree
 * together: what is far is summed into one field about the leaf's centre (a Taylor series of three terms, places taken as
 * complex numbers), what is near acts node on node. Nodes at one place do not repel. O(n log n).
 * @param forces x and y in turn, by node
 */
export function addRepulsion(tree: Quadtree, bodies: Bodies, scaling: number, forces: Float64Array): void {
  const { cellCount, skips, starts, ends } = tree;
  const { mass, centreX, centreY, momentX, momentY, reach } = bodies;
  for (let leaf = 0; leaf < cellCount; leaf += 1) {
    if (skips[leaf] !== leaf + 1) continue;
    const leafX = centreX[leaf] ?? 0;
    const leafY = centreY[leaf] ?? 0;
    const leafReach = reach[leaf] ?? 0;
    const from = starts[leaf] ?? 0;
    const to = ends[leaf] ?? 0;
    // The field's value, slope and curvature at the leaf's centre.
    let valueX = 0;
    let valueY = 0;
    let slopeX = 0;
    let slopeY = 0;
    let curveX = 0;
    let curveY = 0;
    for (let cell = 0; cell < cellCount;) {
      const x = leafX - (centreX[cell] ?? 0);
      const y = leafY - (centreY[cell] ?? 0);
      const square = x * x + y * y;
      const reaches = leafReach + (reach[cell] ?? 0);
      const skip = skips[cell] ?? 0;
      if (square > TINY && reaches * reaches < THETA * THETA * square) {
        // With t = 1 / (leaf − cell): m t + q t³, and of the mass alone −m t² and m t³.
        const oneX = x / square;
        const oneY = -y / square;
        const twoX = oneX * oneX - oneY * oneY;
        const twoY = 2 * oneX * oneY;
        const threeX = twoX * oneX - twoY * oneY;
        const threeY = twoX * oneY + twoY * oneX;
        const m = mass[cell] ?? 0;
        const qx = momentX[cell] ?? 0;
        const qy = momentY[cell] ?? 0;
        valueX += m * oneX + qx * threeX - qy * threeY;
        valueY += m * oneY + qx * threeY + qy * threeX;
        slopeX -= m * twoX;
        slopeY -= m * twoY;
        curveX += m * threeX;
        curveY += m * threeY;
        cell = skip;
      } else if (skip === cell + 1) {
        repelNear(tree.order, bodies, from, to, starts[cell] ?? 0, ends[cell] ?? 0, scaling, forces);
        cell = skip;
      } else cell += 1;
    }
    for (let at = from; at < to; at += 1) {
      const x = (bodies.x[at] ?? 0) - leafX;
      const y = (bodies.y[at] ?? 0) - leafY;
      const inX = slopeX + curveX * x - curveY * y;
      const inY = slopeY + curveX * y + curveY * x;
      const factor = (bodies.masses[at] ?? 0) * scaling;
      const node = (tree.order[at] ?? 0) * 2;
      forces[node] = (forces[node] ?? 0) + (valueX + inX * x - inY * y) * factor;
      forces[node + 1] = (forces[node + 1] ?? 0) - (valueY + inX * y + inY * x) * factor;
    }
  }
}

function repelNear(
  order: Uint32Array,
  { x, y, masses }: Bodies,
  from: number,
  to: number,
  first: number,
  last: number,
  scaling: number,
  forces: Float64Array,
): void {
  for (let at = from; at < to; at += 1) {
    const ownX = x[at] ?? 0;
    const ownY = y[at] ?? 0;
    let sumX = 0;
    let sumY = 0;
    for (let other = first; other < last; other += 1) {
      const dx = ownX - (x[other] ?? 0);
      const dy = ownY - (y[other] ?? 0);
      const square = dx * dx + dy * dy;
      if (square <= TINY) continue;
      const factor = (masses[other] ?? 0) / square;
      sumX += dx * factor;
      sumY += dy * factor;
    }
    const factor = (masses[at] ?? 0) * scaling;
    const node = (order[at] ?? 0) * 2;
    forces[node] = (forces[node] ?? 0) + sumX * factor;
    forces[node + 1] = (forces[node + 1] ?? 0) + sumY * factor;
  }
}
