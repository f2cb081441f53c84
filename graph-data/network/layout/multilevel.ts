import { NO_COMMUNITY } from './communities.ts';
import type { Coarsening } from './coarsen.ts';
import { coarsen } from './coarsen.ts';
import type { Forces } from './forces.ts';
import { toPull } from './forces.ts';
import type { LayoutInput } from './layout-input.ts';
import { toLinks } from './links.ts';
import { toMasses } from './masses.ts';
import type { Body } from './relaxation.ts';
import { createRelaxation } from './relaxation.ts';

/** How a level is relaxed: so many steps, the farthest a node may go in the first as a share of the picture's radius, and how that shrinks. */
interface Schedule {
  readonly steps: number;
  readonly limit: number;
  readonly cooling: number;
}

/** The coarsest level starts from nothing and is cheap; the others start from the one above. */
const COARSEST: Schedule = { steps: 60, limit: 0.3, cooling: 0.9 };
const BETWEEN: Schedule = { steps: 20, limit: 0.1, cooling: 0.85 };
const FINEST: Schedule = { steps: 20, limit: 0.1, cooling: 0.9 };
const PACE = { stride: 1, momentum: 0.5 };
/** No coarser level is made of so few nodes. */
const FEW = 64;
/** Nor one that would keep this share of them. */
const LITTLE_COARSER = 0.8;
/** Members start within this share of the radius that their community would fill if gravity alone held it. */
const SPREAD = 0.5;

/**
 * Positions at which the forces nearly balance, x and y in turn, in the layout's own scale: communities of communities are
 * laid out first, and each level starts from the one above (after Walshaw 2003, Jacomy et al. 2014).
 * @param start from −1 to 1, x and y in turn
 * @param checkpoint called between steps; what it throws ends the layout
 */
export function relaxMultilevel(
  input: Pick<LayoutInput, 'ids' | 'edges'>,
  forces: Forces,
  start: ArrayLike<number>,
  checkpoint: () => void,
): Float64Array {
  const finest = toBody(input, forces);
  const radius = toRadius(finest, forces);
  const { bodies, coarsenings } = toLevels(finest, checkpoint);
  let places: Float64Array | undefined;
  for (let level = bodies.length - 1; level >= 0; level -= 1) {
    const body = bodies[level] ?? finest;
    const coarsening = coarsenings[level];
    places =
      places === undefined || coarsening === undefined
        ? Float64Array.from({ length: body.masses.length * 2 }, (_, at) => (start[at] ?? 0) * radius)
        : interpolate(coarsening, places, start, forces, radius);
    const schedule = coarsening === undefined ? COARSEST : level > 0 ? BETWEEN : FINEST;
    relax(body, places, forces, radius, schedule, checkpoint);
  }
  return places ?? new Float64Array(0);
}

/** The network as bodies that pull. */
export function toBody({ ids, edges }: Pick<LayoutInput, 'ids' | 'edges'>, forces: Forces): Body {
  const pullOf = edges.weights.map((weight) => toPull(weight, forces));
  return {
    masses: toMasses(ids.length, edges),
    links: toLinks(ids.length, edges.sources, edges.targets, pullOf),
  };
}

/** The radius of the disc that the masses would fill if gravity alone held them together. */
export function toRadius({ masses }: Pick<Body, 'masses'>, { scaling, gravity }: Forces): number {
  return Math.sqrt((scaling / gravity) * masses.reduce((sum, mass) => sum + mass, 0));
}

function toLevels(
  finest: Body,
  checkpoint: () => void,
): { bodies: readonly Body[]; coarsenings: readonly Coarsening[] } {
  const bodies = [finest];
  const coarsenings: Coarsening[] = [];
  for (let body = finest; body.masses.length > FEW;) {
    checkpoint();
    const coarsening = coarsen(body);
    const count = coarsening.coarse.masses.length;
    if (count === 0 || count > LITTLE_COARSER * body.masses.length) break;
    coarsenings.push(coarsening);
    body = coarsening.coarse;
    bodies.push(body);
  }
  return { bodies, coarsenings };
}

/** Members spread about their community's place, those of none over the whole picture. */
function interpolate(
  { coarse, parentOf }: Coarsening,
  coarsePlaces: Float64Array,
  start: ArrayLike<number>,
  forces: Forces,
  radius: number,
): Float64Array {
  const places = new Float64Array(parentOf.length * 2);
  parentOf.forEach((parent, node) => {
    const isFree = parent === NO_COMMUNITY;
    const share = isFree
      ? radius
      : SPREAD * toRadius({ masses: coarse.masses.subarray(parent, parent + 1) }, forces);
    for (let at = 0; at < 2; at += 1)
      places[node * 2 + at] =
        (isFree ? 0 : (coarsePlaces[parent * 2 + at] ?? 0)) + (start[node * 2 + at] ?? 0) * share;
  });
  return places;
}

function relax(
  body: Body,
  places: Float64Array,
  forces: Forces,
  radius: number,
  { steps, limit, cooling }: Schedule,
  checkpoint: () => void,
): void {
  const step = createRelaxation(body, places, forces, PACE);
  let most = limit * radius;
  for (let done = 0; done < steps; done += 1) {
    checkpoint();
    step(most);
    most *= cooling;
  }
}
