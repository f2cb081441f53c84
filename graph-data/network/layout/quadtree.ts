/**
 * A quadtree over the nodes of a picture, in columns: nodes in Morton order, cells in depth-first order, each with the range
 * of nodes it holds and the cell that follows when its own are skipped. A cell with one child is not there: the child is.
 */
export interface Quadtree {
  /** Index of the node at each place of the Morton order. */
  readonly order: Uint32Array;
  /** How many cells there are; 0 for no nodes. The first is the whole; the columns may be longer. */
  readonly cellCount: number;
  /** Of each cell, the first place of its nodes, and the place after the last. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** The cell after all those within; the next one for a leaf. */
  readonly skips: Uint32Array;
  /** The cell around; of the whole, itself. */
  readonly parents: Uint32Array;
}

/** Bits of a coordinate in a Morton code: cells are as small as 1 / 65,536 of the picture. */
const BITS = 16;
/** Bits that one pass of the radix sort takes. */
const DIGIT = 11;
const DIGITS = 2 ** DIGIT;

/**
 * Answers a function that sorts so many nodes by the Morton code of their place and cuts the order into cells of at most
 * `leafSize` nodes, more only where they stand closer than cells can be small; equal codes keep the nodes' order. O(n). Each
 * tree stands in the columns of the one before: that one is gone.
 */
export function createQuadtreeBuilder(
  count: number,
  leafSize: number,
): (positions: Float64Array) => Quadtree {
  const [codes, otherCodes] = [new Uint32Array(count), new Uint32Array(count)];
  const [nodes, otherNodes] = [new Uint32Array(count), new Uint32Array(count)];
  const places = new Uint32Array(DIGITS);
  const cells = 2 * count;
  const [starts, ends] = [new Uint32Array(cells), new Uint32Array(cells)];
  const [skips, parents] = [new Uint32Array(cells), new Uint32Array(cells)];
  let cellCount = 0;

  /** Makes the cell of the nodes from `start` up to `end`, whose codes agree above `shift` + 2 bits, and those within. */
  const grow = (sorted: Uint32Array, start: number, end: number, shift: number, parent: number): void => {
    const cell = cellCount;
    cellCount += 1;
    starts[cell] = start;
    ends[cell] = end;
    parents[cell] = parent;
    const differing = (sorted[start] ?? 0) ^ (sorted[end - 1] ?? 0);
    if (end - start > leafSize && differing !== 0) {
      let quarters = shift;
      while (differing >>> quarters === 0) quarters -= 2;
      for (let from = start; from < end;) {
        const quarter = (sorted[from] ?? 0) >>> quarters;
        let to = from + 1;
        while (to < end && (sorted[to] ?? 0) >>> quarters === quarter) to += 1;
        grow(sorted, from, to, quarters - 2, cell);
        from = to;
      }
    }
    skips[cell] = cellCount;
  };

  return (positions) => {
    writeMortonCodes(positions, codes);
    for (let node = 0; node < count; node += 1) nodes[node] = node;
    sortDigit(codes, nodes, otherCodes, otherNodes, 0, places);
    sortDigit(otherCodes, otherNodes, codes, nodes, DIGIT, places);
    sortDigit(codes, nodes, otherCodes, otherNodes, 2 * DIGIT, places);
    cellCount = 0;
    if (count > 0) grow(otherCodes, 0, count, 2 * BITS - 2, 0);
    return { order: otherNodes, cellCount, starts, ends, skips, parents };
  };
}

/** The bits of column and row in turn, of each node, in a square about all of them. */
function writeMortonCodes(positions: Float64Array, codes: Uint32Array): void {
  let left = Infinity;
  let right = -Infinity;
  let bottom = Infinity;
  let top = -Infinity;
  for (let at = 0; at < positions.length; at += 2) {
    const x = positions[at] ?? 0;
    const y = positions[at + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < bottom) bottom = y;
    if (y > top) top = y;
  }
  const side = Math.max(right - left, top - bottom);
  const scale = side > 0 ? (2 ** BITS - 1) / side : 0;
  for (let node = 0; node < codes.length; node += 1) {
    const column = spread(((positions[node * 2] ?? 0) - left) * scale);
    const row = spread(((positions[node * 2 + 1] ?? 0) - bottom) * scale);
    codes[node] = column | (row << 1);
  }
}

/** Puts a nought before each of 16 bits. */
function spread(value: number): number {
  let bits = value & 0xffff;
  bits = (bits | (bits << 8)) & 0x00ff00ff;
  bits = (bits | (bits << 4)) & 0x0f0f0f0f;
  bits = (bits | (bits << 2)) & 0x33333333;
  return (bits | (bits << 1)) & 0x55555555;
}

/** One pass of a radix sort: stable, by the digit from bit `shift` on. */
function sortDigit(
  codes: Uint32Array,
  nodes: Uint32Array,
  sortedCodes: Uint32Array,
  sortedNodes: Uint32Array,
  shift: number,
  places: Uint32Array,
): void {
  places.fill(0);
  for (let at = 0; at < codes.length; at += 1) {
    const digit = ((codes[at] ?? 0) >>> shift) & (DIGITS - 1);
    places[digit] = (places[digit] ?? 0) + 1;
  }
  let sum = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const here = places[digit] ?? 0;
    places[digit] = sum;
    sum += here;
  }
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at] ?? 0;
    const digit = (code >>> shift) & (DIGITS - 1);
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    sortedCodes[place] = code;
    sortedNodes[place] = nodes[at] ?? 0;
  }
}
