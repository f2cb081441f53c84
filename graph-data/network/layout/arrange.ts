/** Wider by this and lower by this than it came out of the layout. */
export const STRETCH = 1.15;
/** The least distance of two nodes, as a share of the side of the square that each would have for itself. */
const LEAST_SHARE = 0.42;
/** Passes at most; in pictures of very many nodes fewer, for the first do most of it. */
const PASSES = 40;
const MANY = 2_000;
const PASSES_OF_MANY = 15;
/** How much of what is missing one pass gives. */
const STEP = 0.5;

/**
 * Turns a picture so that its principal axis lies, and stretches it along that axis by 1.15 and squeezes it across by as
 * much. Centred on its mean; no trigonometry.
 */
export function layDown(positions: ArrayLike<number>): Float64Array {
  const count = positions.length / 2;
  let meanX = 0;
  let meanY = 0;
  for (let at = 0; at < positions.length; at += 2) {
    meanX += (positions[at] ?? 0) / count;
    meanY += (positions[at + 1] ?? 0) / count;
  }
  let xx = 0;
  let xy = 0;
  let yy = 0;
  for (let at = 0; at < positions.length; at += 2) {
    const x = (positions[at] ?? 0) - meanX;
    const y = (positions[at + 1] ?? 0) - meanY;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  }
  const [axisX, axisY] = principalAxis(xx, xy, yy);
  const laid = new Float64Array(positions.length);
  for (let at = 0; at < positions.length; at += 2) {
    const x = (positions[at] ?? 0) - meanX;
    const y = (positions[at + 1] ?? 0) - meanY;
    laid[at] = (x * axisX + y * axisY) * STRETCH;
    laid[at + 1] = (y * axisX - x * axisY) / STRETCH;
  }
  return laid;
}

/** The direction of the greatest variance, of length 1, x not negative; (1, 0) where all directions are equal. */
function principalAxis(xx: number, xy: number, yy: number): [x: number, y: number] {
  const half = (xx - yy) / 2;
  const x = half + Math.sqrt(half * half + xy * xy);
  const y = xy;
  const length = Math.sqrt(x * x + y * y);
  if (!(length > 0)) return yy > xx ? [0, 1] : [1, 0];
  return [x / length, y / length];
}

/**
 * Pushes nodes that stand too near each other apart, so that each can be seen and clicked; the others stay. Pairs are taken
 * in order: the same input gives the same picture. Nodes at one place are left there. O(n).
 * @param pinned 1 for nodes that must not move
 */
export function separate(positions: ArrayLike<number>, pinned?: ArrayLike<number>): Float64Array {
  const places = Float64Array.from(positions);
  const count = places.length / 2;
  const least = LEAST_SHARE * Math.sqrt(areaOf(places) / Math.max(1, count));
  if (!(least > 0)) return places;
  const grid = createGrid(count);
  for (let pass = 0; pass < (count > MANY ? PASSES_OF_MANY : PASSES); pass += 1) {
    fillGrid(grid, places, least);
    if (!pushAllApart(grid, places, least, pinned)) break;
  }
  return places;
}

function areaOf(places: Float64Array): number {
  const { left, right, bottom, top } = extentOf(places);
  return places.length > 2 ? (right - left) * (top - bottom) : 0;
}

function extentOf(places: Float64Array): { left: number; right: number; bottom: number; top: number } {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let at = 0; at < places.length; at += 2) {
    const x = places[at] ?? 0;
    const y = places[at + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return { left, right, bottom, top };
}

/** Nodes by the cell of the plane they stand in: a cell has all nodes from `offsets` on, in order. */
interface Grid {
  readonly nodes: Uint32Array;
  offsets: Uint32Array;
  readonly cellOf: Uint32Array;
  /** Sides of a cell: the least distance, or wider where a long picture would have more cells than memory. */
  width: number;
  height: number;
  /** The lowest cells, and how many there are from there. */
  left: number;
  bottom: number;
  columns: number;
  rows: number;
}

/** Along one side of the picture there are at most so many cells for each node. */
const MOST_CELLS_A_SIDE = 4;

function createGrid(count: number): Grid {
  return {
    nodes: new Uint32Array(count),
    offsets: new Uint32Array(1),
    cellOf: new Uint32Array(count),
    ...{ width: 1, height: 1, left: 0, bottom: 0, columns: 0, rows: 0 },
  };
}

function fillGrid(grid: Grid, places: Float64Array, least: number): void {
  const { nodes, cellOf } = grid;
  const count = nodes.length;
  const { left, right, bottom, top } = extentOf(places);
  grid.width = Math.max(least, (right - left) / (MOST_CELLS_A_SIDE * count));
  grid.height = Math.max(least, (top - bottom) / (MOST_CELLS_A_SIDE * count));
  grid.left = Math.floor(left / grid.width);
  grid.bottom = Math.floor(bottom / grid.height);
  grid.columns = Math.floor(right / grid.width) - grid.left + 1;
  grid.rows = Math.floor(top / grid.height) - grid.bottom + 1;
  const cells = grid.columns * grid.rows;
  if (grid.offsets.length <= cells) grid.offsets = new Uint32Array(cells + cells / 4 + 2);
  const { offsets } = grid;
  offsets.fill(0, 0, cells + 1);
  for (let node = 0; node < count; node += 1) {
    const column = Math.floor((places[node * 2] ?? 0) / grid.width) - grid.left;
    const row = Math.floor((places[node * 2 + 1] ?? 0) / grid.height) - grid.bottom;
    const cell = column * grid.rows + row;
    cellOf[node] = cell;
    offsets[cell] = (offsets[cell] ?? 0) + 1;
  }
  let sum = 0;
  for (let cell = 0; cell <= cells; cell += 1) {
    sum += offsets[cell] ?? 0;
    offsets[cell] = sum;
  }
  // Filled from the last node back, each cell's end becomes its beginning.
  for (let node = count - 1; node >= 0; node -= 1) {
    const cell = cellOf[node] ?? 0;
    const at = (offsets[cell] ?? 0) - 1;
    offsets[cell] = at;
    nodes[at] = node;
  }
}

/** Looks at each node with those before it in the nine cells about it; true when any were too near. */
function pushAllApart(
  grid: Grid,
  places: Float64Array,
  least: number,
  pinned: ArrayLike<number> | undefined,
): boolean {
  const { nodes, offsets, columns, rows } = grid;
  let isCrowded = false;
  for (let node = 0; node < nodes.length; node += 1) {
    const column = Math.floor((places[node * 2] ?? 0) / grid.width) - grid.left;
    const row = Math.floor((places[node * 2 + 1] ?? 0) / grid.height) - grid.bottom;
    const lowest = Math.max(0, row - 1);
    const highest = Math.min(rows - 1, row + 1);
    if (lowest > highest) continue;
    for (let across = Math.max(0, column - 1); across <= column + 1 && across < columns; across += 1) {
      // The cells of a column lie one after the other.
      const end = offsets[across * rows + highest + 1] ?? 0;
      for (let at = offsets[across * rows + lowest] ?? 0; at < end; at += 1) {
        const other = nodes[at] ?? 0;
        if (other < node && pushApart(places, node, other, least, pinned)) isCrowded = true;
      }
    }
  }
  return isCrowded;
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
  const square = x * x + y * y;
  if (square >= least * least || square === 0) return false;
  const distance = Math.sqrt(square);
  const share = ((least - distance) / distance / 2) * STEP;
  if (pinned?.[node] !== 1) {
    places[node * 2] = (places[node * 2] ?? 0) + x * share;
    places[node * 2 + 1] = (places[node * 2 + 1] ?? 0) + y * share;
  }
  if (pinned?.[other] !== 1) {
    places[other * 2] = (places[other * 2] ?? 0) - x * share;
    places[other * 2 + 1] = (places[other * 2 + 1] ?? 0) - y * share;
  }
  return true;
}
