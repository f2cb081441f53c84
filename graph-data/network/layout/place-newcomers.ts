import { toStartPositions } from './start-positions.ts';

/** How far round its neighbours a newcomer may stand, and round the middle one that has none, in parts of the picture's extent. */
const NEAR = 0.03;
const FAR = 0.6;

/** Who is tied to whom: two actors' indexes a tie. */
export interface Ties {
  readonly length: number;
  readonly subject: ArrayLike<number>;
  readonly object: ArrayLike<number>;
}

/**
 * Places for a picture that has grown, until it is laid out anew: whoever stood somewhere stands there still, a newcomer
 * amid those of its neighbours that have a place, others round the middle. x and y in turn; the same input gives the same
 * places. O(actors + ties).
 * @param placeOf where an actor stood, undefined for a newcomer
 */
export function placeNewcomers(
  ids: readonly string[],
  ties: Ties,
  placeOf: (id: string) => readonly [x: number, y: number] | undefined,
): Float64Array {
  const places = new Float64Array(ids.length * 2);
  const isPlaced = new Uint8Array(ids.length);
  let [least, most] = [Infinity, -Infinity];
  ids.forEach((id, index) => {
    const place = placeOf(id);
    if (place === undefined) return;
    places.set(place, index * 2);
    isPlaced[index] = 1;
    least = Math.min(least, ...place);
    most = Math.max(most, ...place);
  });
  const extent = most > least ? most - least : 1;
  const middle = most > least ? (most + least) / 2 : 0;
  const sums = new Float64Array(ids.length * 2);
  const counts = new Uint32Array(ids.length);
  for (let tie = 0; tie < ties.length; tie += 1) {
    const [a, b] = [ties.subject[tie] ?? 0, ties.object[tie] ?? 0];
    for (const [newcomer, neighbour] of [
      [a, b],
      [b, a],
    ] as const) {
      if (isPlaced[newcomer] === 1 || isPlaced[neighbour] !== 1) continue;
      sums[newcomer * 2] = (sums[newcomer * 2] ?? 0) + (places[neighbour * 2] ?? 0);
      sums[newcomer * 2 + 1] = (sums[newcomer * 2 + 1] ?? 0) + (places[neighbour * 2 + 1] ?? 0);
      counts[newcomer] = (counts[newcomer] ?? 0) + 1;
    }
  }
  const scattered = toStartPositions(ids);
  for (let index = 0; index < ids.length; index += 1) {
    if (isPlaced[index] === 1) continue;
    const count = counts[index] ?? 0;
    for (const axis of [index * 2, index * 2 + 1]) {
      const around = count > 0 ? (sums[axis] ?? 0) / count : middle;
      places[axis] = around + (scattered[axis] ?? 0) * extent * (count > 0 ? NEAR : FAR);
    }
  }
  return places;
}
