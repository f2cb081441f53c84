/** Where rows stand, in pixels: the top of each, and at the end the height of all. */
export function toTops(heights: readonly number[]): Float64Array {
  const tops = new Float64Array(heights.length + 1);
  heights.forEach((height, row) => (tops[row + 1] = (tops[row] ?? 0) + height));
  return tops;
}

/** The rows from `first` up to, not including, `end` that touch the window, and `spare` more on either side. */
export function toWindow(
  tops: Float64Array,
  top: number,
  height: number,
  spare: number,
): { readonly first: number; readonly end: number } {
  const rows = tops.length - 1;
  return {
    first: Math.max(0, findRow(tops, top) - spare),
    end: Math.min(rows, findRow(tops, top + height) + 1 + spare),
  };
}

/** The row at a height: bisection. */
function findRow(tops: Float64Array, at: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
