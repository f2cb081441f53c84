import { STRETCH } from './arrange.ts';
import { FORCES, toPull } from './forces.ts';
import type { LayoutInput } from './layout-input.ts';
import { toMasses } from './masses.ts';

/** The way from a finished picture to the layout's own scale, and back. */
export interface LayoutFrame {
  toOwn(picture: ArrayLike<number>): Float32Array;
  toPicture(own: ArrayLike<number>): Float64Array;
}

/**
 * The frame in which a layout goes on from a finished picture without swelling, shrinking or turning it: unstretched, its
 * centre of mass, which gravity draws to (0, 0), shifted there, and at the scale where repulsion, attraction and gravity
 * balance as a whole (by the virial theorem: the sum of force times place is nought). Scale 1 for a single place.
 */
export function toLayoutFrame(
  { ids, edges, forces = FORCES }: Pick<LayoutInput, 'ids' | 'edges' | 'forces'>,
  picture: ArrayLike<number>,
): LayoutFrame {
  const mass = toMasses(ids.length, edges);
  const x = (node: number): number => (picture[node * 2] ?? 0) / STRETCH;
  const y = (node: number): number => (picture[node * 2 + 1] ?? 0) * STRETCH;
  let [total, squares, shiftX, shiftY] = [0, 0, 0, 0];
  mass.forEach((own, node) => {
    total += own;
    squares += own * own;
    shiftX += own * x(node);
    shiftY += own * y(node);
  });
  shiftX /= Math.max(1, total);
  shiftY /= Math.max(1, total);
  let inward = 0;
  mass.forEach((own, node) => {
    inward += forces.gravity * own * ((x(node) - shiftX) ** 2 + (y(node) - shiftY) ** 2);
  });
  edges.weights.forEach((weight, edge) => {
    const [source, target] = [edges.sources[edge] ?? 0, edges.targets[edge] ?? 0];
    inward += toPull(weight, forces) * ((x(source) - x(target)) ** 2 + (y(source) - y(target)) ** 2);
  });
  const outward = (forces.scaling * (total * total - squares)) / 2;
  const scale = inward > 0 && outward > 0 ? Math.sqrt(outward / inward) : 1;
  return {
    toOwn: (places) =>
      Float32Array.from(places, (value, at) =>
        at % 2 === 0 ? (value / STRETCH - shiftX) * scale : (value * STRETCH - shiftY) * scale,
      ),
    toPicture: (own) =>
      Float64Array.from(own, (value, at) =>
        at % 2 === 0 ? (value / scale + shiftX) * STRETCH : (value / scale + shiftY) / STRETCH,
      ),
  };
}
