import type { Box, Disc } from './geometry.ts';
import { boxOfDisc } from './geometry.ts';

const CELL = 64;

/** Finds the boxes near a box without looking at all of them. */
export interface SpatialGrid<T> {
  add(box: Box, item: T): void;
  /** Items whose box may overlap this one: all that do, and a few of its neighbourhood; some may come twice. */
  near(box: Box): readonly T[];
}

/** An empty grid of cells of 64 pixels. */
export function createSpatialGrid<T>(): SpatialGrid<T> {
  const cells = new Map<number, T[]>();
  const forEachKey = (box: Box, visit: (key: number) => void): void => {
    const [left, right] = [Math.floor(box.left / CELL), Math.floor(box.right / CELL)];
    const [top, bottom] = [Math.floor(box.top / CELL), Math.floor(box.bottom / CELL)];
    for (let row = top; row <= bottom; row += 1)
      for (let column = left; column <= right; column += 1) visit(row * 65_536 + column);
  };
  return {
    add(box, item) {
      forEachKey(box, (key) => {
        const cell = cells.get(key);
        if (cell === undefined) cells.set(key, [item]);
        else cell.push(item);
      });
    },
    near(box) {
      const found: T[] = [];
      forEachKey(box, (key) => {
        for (const item of cells.get(key) ?? []) found.push(item);
      });
      return found;
    },
  };
}

const grids = new WeakMap<readonly Disc[], SpatialGrid<Disc>>();

/** The grid of a frame's nodes: names and marks of one frame share it. */
export function toDiscGrid(discs: readonly Disc[]): SpatialGrid<Disc> {
  const known = grids.get(discs);
  if (known !== undefined) return known;
  const grid = createSpatialGrid<Disc>();
  for (const disc of discs) grid.add(boxOfDisc(disc), disc);
  grids.set(discs, grid);
  return grid;
}
