/** What a column sorts by; null is unknown and comes last in either direction. */
export type SortValue = string | number | boolean | null;

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** A sorted copy; rows of equal value keep their order. Text sorts as English readers expect, false before true. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: 'ascending' | 'descending',
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  return rows.toSorted((one, other) => {
    const [a, b] = [valueOf(one), valueOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}

function compare(a: string | number | boolean, b: string | number | boolean): number {
  if (typeof a === 'string' && typeof b === 'string') return COLLATOR.compare(a, b);
  return Number(a) - Number(b);
}
