import type { ClaimTable } from '../claim-table.ts';

/** How many distinct origins these claim rows have. */
export function countOrigins({ origin }: ClaimTable, rows: readonly number[]): number {
  return new Set(rows.map((row) => origin[row])).size;
}

/** At most so many of the rows: first one of each origin, then the rest, both in the order given. */
export function chooseByOrigin({ origin }: ClaimTable, rows: readonly number[], most: number): number[] {
  const met = new Set<number | undefined>();
  const [first, rest]: [number[], number[]] = [[], []];
  for (const row of rows) {
    if (first.length === most) break;
    (met.has(origin[row]) ? rest : first).push(row);
    met.add(origin[row]);
  }
  return [...first, ...rest].slice(0, most);
}
