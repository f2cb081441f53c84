import type { Selection } from '../lens/apply-lens.ts';

/** Passing claims put together: those of group g are `rows[start[g]]` to `rows[start[g + 1] - 1]`, in table order. */
export interface GroupedRows {
  readonly start: Uint32Array;
  readonly rows: Uint32Array;
}

/** Groups the passing claims by counting. Cost: two looks at each claim. */
export function groupRows(
  { passes }: Selection,
  groupCount: number,
  groupOf: (row: number) => number,
): GroupedRows {
  const start = new Uint32Array(groupCount + 1);
  for (let row = 0; row < passes.length; row += 1) {
    if (passes[row] === 0) continue;
    const place = groupOf(row) + 1;
    start[place] = (start[place] as number) + 1;
  }
  for (let group = 0; group < groupCount; group += 1)
    start[group + 1] = (start[group + 1] as number) + (start[group] as number);
  const rows = new Uint32Array(start[groupCount] as number);
  const next = start.slice();
  for (let row = 0; row < passes.length; row += 1) {
    if (passes[row] === 0) continue;
    const group = groupOf(row);
    const place = next[group] as number;
    next[group] = place + 1;
    rows[place] = row;
  }
  return { start, rows };
}
