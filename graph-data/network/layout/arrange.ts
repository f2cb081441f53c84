/** Wider by this and lower by this than it came out of the layout. */
export const STRETCH = 1.15;
/** The least distance of two nodes, as a share of the side of the square that each would have for itself. */
const LEAST_SHARE = 0.42;
const PASSES = 40;
/** How much of what is missing one pass gives. */
const STEP = 0.5;

/**
 * Turns a picture so that its principal axis lies, and stretches it along that axis by 1.15 and squeezes it across by as
 * much. Centred on its mean; no trigonometry.
 */
export function layDown(positions: ArrayLike<number>): Float64Array {
  const count = positions.length / 2;
  let [meanX, meanY] = [0, 0];
  for (let at = 0; at < positions.length; at += 2) {
    meanX += (positions[at] ?? 0) / count;
    meanY += (positions[at + 1] ?? 0) / count;
  }
  let [xx, xy, yy] = [0, 0, 0];
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [(positions[at] ?? 0) - meanX, (positions[at + 1] ?? 0) - meanY];
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const [axisX, axisY] = principalAxis(xx, xy, yy);
  const laid = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    const [x, y] = [(positions[at] ?? 0) - meanX, (positions[at + 1] ?? 0) - meanY];
    laid[at] = (x * axisX + y * axisY) * STRETCH;
    laid[at + 1] = (y * axisX - x * axisY) / STRETCH;
  }
  return laid;
}

/** The direction of the greatest variance, of length 1, x not negative; (1, 0) where all directions are equal. */
function principalAxis(xx: number, xy: number, yy: number): [x: number, y: number] {
  const half = (xx - yy) / 2;
  const [x, y] = [half + Math.sqrt(half * half + xy * xy), xy];
  const length = Math.sqrt(x * x + y * y);
  if (!(length > 0)) return yy > xx ? [0, 1] : [1, 0];
  return [x / length, y / length];
}

/**
 * Pushes nodes that stand too near each other apart, so that each can be seen and clicked; the others stay. Pairs are taken
 * in order: the same input gives the same picture. Nodes at one place are left there.
 * @param pinned 1 for nodes that must not move
 */
export function separate(positions: ArrayLike<number>, pinned?: ArrayLike<number>): Float64Array {
  const places = Float64Array.from(positions);
  const count = places.length / 2;
  const least = LEAST_SHARE * Math.sqrt(areaOf(places) / Math.max(1, count));
  if (!(least > 0)) return places;
  for (let pass = 0; pass < PASSES; pass += 1) {
    const cells = toCells(places, least);
    let isCrowded = false;
    for (let node = 0; node < count; node += 1) {
      for (const other of nearBy(cells, places, node, least)) {
        if (other >= node || !pushApart(places, node, other, least, pinned)) continue;
        isCrowded = true;
      }
    }
    if (!isCrowded) break;
  }
  return places;
}

function areaOf(places: Float64Array): number {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    const [x, y] = [places[at] ?? 0, places[at + 1] ?? 0];
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return places.length > 2 ? (right - left) * (top - bottom) : 0;
}

function cellKey(column: number, row: number): number {
  return column * 0x4000000 + row;
}

function toCells(places: Float64Array, side: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let node = 0; node * 2 < places.length; node += 1) {
    const key = cellKey(
      Math.floor((places[node * 2] ?? 0) / side),
      Math.floor((places[node * 2 + 1] ?? 0) / side),
    );
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, [node]);
    else cell.push(node);
  }
  return cells;
}

function* nearBy(
  cells: ReadonlyMap<number, readonly number[]>,
  places: Float64Array,
  node: number,
  side: number,
): Generator<number> {
  const column = Math.floor((places[node * 2] ?? 0) / side);
  const row = Math.floor((places[node * 2 + 1] ?? 0) / side);
  for (let across = -1; across <= 1; across += 1)
    for (let down = -1; down <= 1; down += 1) yield* cells.get(cellKey(column + across, row + down)) ?? [];
}

/** Moves both by half of a step, or the one that may move; false when they are far enough apart. */
function pushApart(
  places: Float64Array,
  node: number,
  other: number,
  least: number,
  pinned: ArrayLike<number> | undefined,
): boolean {
  const x = (places[node * 2] ?? 0) - (places[other * 2] ?? 0);
  const y = (places[node * 2 + 1] ?? 0) - (places[other * 2 + 1] ?? 0);
  const distance = Math.sqrt(x * x + y * y);
  if (distance >= least || distance === 0) return false;
  const share = ((least - distance) / distance / 2) * STEP;
  for (const [index, sign] of [
    [node, 1],
    [other, -1],
  ] as const) {
    if (pinned?.[index] === 1) continue;
    places[index * 2] = (places[index * 2] ?? 0) + x * share * sign;
    places[index * 2 + 1] = (places[index * 2 + 1] ?? 0) + y * share * sign;
  }
  return true;
}
