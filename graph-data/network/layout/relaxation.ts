import { createBodies, weighBodies } from './bodies.ts';
import type { Forces } from './forces.ts';
import type { Links } from './links.ts';
import { createQuadtreeBuilder } from './quadtree.ts';
import { addRepulsion } from './repulsion.ts';

/** What is relaxed: nodes by mass, and what pulls them together. */
export interface Body {
  readonly masses: Float64Array;
  readonly links: Links;
}

/** How a relaxation moves nodes. */
export interface Pace {
  /** The share of the way to where its own pulls and gravity would balance the other forces that a node goes in a step. */
  readonly stride: number;
  /** The share of its last move that a node keeps. */
  readonly momentum: number;
}

/** Several nodes a leaf: one walk of the tree serves them all. */
const LEAF_SIZE = 8;
/**
 * The order of nodes holds until they have gone this far in the mean, in sides of the square that each would have for itself:
 * cells are weighed anew in each step, and get wider meanwhile.
 */
const FAR_GONE = 0.1;

/**
 * Answers a function that moves all nodes in `positions` one step towards where the forces balance. A node's step is its force
 * over the stiffness of its own pulls and gravity (Jacobi's), so that hubs and leaves arrive together, with momentum; no
 * node goes farther than `limit`. Unlike ForceAtlas2's own speed, which feels its way, it needs some twenty steps from a good
 * start. O(n log n + links) a step, and allocates nothing.
 * @param pinned 1 for nodes that must not move
 */
export function createRelaxation(
  { masses, links }: Body,
  positions: Float64Array,
  forces: Forces,
  { stride, momentum }: Pace,
  pinned?: ArrayLike<number>,
): (limit: number) => void {
  const count = masses.length;
  const force = new Float64Array(count * 2);
  const move = new Float64Array(count * 2);
  const ease = toEase({ masses, links }, forces, pinned);
  const buildQuadtree = createQuadtreeBuilder(count, LEAF_SIZE);
  const bodies = createBodies(count);
  let tree = buildQuadtree(positions);
  let gone = 0;
  return (limit) => {
    if (gone > (FAR_GONE * 2 * (bodies.reach[0] ?? 0)) / Math.sqrt(count)) {
      tree = buildQuadtree(positions);
      gone = 0;
    }
    weighBodies(bodies, tree, positions, masses);
    force.fill(0);
    addRepulsion(tree, bodies, forces.scaling, force);
    addPulls(links, positions, force);
    for (let node = 0; node < count; node += 1) {
      const x = node * 2;
      const y = node * 2 + 1;
      const weight = forces.gravity * (masses[node] ?? 0);
      const share = stride * (ease[node] ?? 0);
      let moveX = momentum * (move[x] ?? 0) + share * ((force[x] ?? 0) - weight * (positions[x] ?? 0));
      let moveY = momentum * (move[y] ?? 0) + share * ((force[y] ?? 0) - weight * (positions[y] ?? 0));
      const length = Math.sqrt(moveX * moveX + moveY * moveY);
      if (length > limit) {
        moveX *= limit / length;
        moveY *= limit / length;
      }
      move[x] = moveX;
      move[y] = moveY;
      positions[x] = (positions[x] ?? 0) + moveX;
      positions[y] = (positions[y] ?? 0) + moveY;
      gone += Math.min(length, limit) / count;
    }
  };
}

/** One over the stiffness of each node; 0 for what is pinned. */
function toEase({ masses, links }: Body, { gravity }: Forces, pinned?: ArrayLike<number>): Float64Array {
  return masses.map((mass, node) => {
    if (pinned?.[node] === 1) return 0;
    let stiffness = gravity * mass;
    const end = links.offsets[node + 1] ?? 0;
    for (let at = links.offsets[node] ?? 0; at < end; at += 1) stiffness += links.pulls[at] ?? 0;
    return 1 / stiffness;
  });
}

function addPulls({ offsets, ends, pulls }: Links, positions: Float64Array, force: Float64Array): void {
  for (let node = 0; node + 1 < offsets.length; node += 1) {
    const x = positions[node * 2] ?? 0;
    const y = positions[node * 2 + 1] ?? 0;
    let sumX = 0;
    let sumY = 0;
    const end = offsets[node + 1] ?? 0;
    for (let at = offsets[node] ?? 0; at < end; at += 1) {
      const other = (ends[at] ?? 0) * 2;
      const pull = pulls[at] ?? 0;
      sumX += pull * ((positions[other] ?? 0) - x);
      sumY += pull * ((positions[other + 1] ?? 0) - y);
    }
    force[node * 2] = (force[node * 2] ?? 0) + sumX;
    force[node * 2 + 1] = (force[node * 2 + 1] ?? 0) + sumY;
  }
}
