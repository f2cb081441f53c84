/** A visible row of a tree grid. */
export interface TreeRow {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  readonly parent: string | null;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  /** Null where there is nothing to open. */
  readonly isExpanded: boolean | null;
  /** What type-ahead looks for. */
  readonly text: string;
}

/** What a key does to a tree grid. */
export type TreeStep =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'expand' | 'collapse' | 'open' | 'choose' };

/**
 * What a key asks for, after the treegrid pattern of the ARIA Authoring Practices with rows that take the focus: arrows move,
 * right opens and then enters, left closes and then leaves, Home, End and pages; Enter opens, Space chooses. Undefined for
 * keys that ask for nothing, or for nothing that is there.
 * @param rowsAPage rows that are in sight
 */
export function toTreeStep(
  rows: readonly TreeRow[],
  active: number,
  key: string,
  rowsAPage: number,
): TreeStep | undefined {
  const row = rows[active];
  if (row === undefined) return undefined;
  const move = (to: number): TreeStep | undefined => {
    const within = Math.max(0, Math.min(rows.length - 1, to));
    return within === active ? undefined : { kind: 'move', to: within };
  };
  switch (key) {
    case 'ArrowDown':
      return move(active + 1);
    case 'ArrowUp':
      return move(active - 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(rows.length - 1);
    case 'PageDown':
      return move(active + Math.max(1, rowsAPage - 1));
    case 'PageUp':
      return move(active - Math.max(1, rowsAPage - 1));
    case 'ArrowRight':
      if (row.isExpanded === false) return { kind: 'expand' };
      return row.isExpanded === true && rows[active + 1]?.parent === row.key ? move(active + 1) : undefined;
    case 'ArrowLeft':
      if (row.isExpanded === true) return { kind: 'collapse' };
      return row.parent === null ? undefined : move(rows.findIndex((other) => other.key === row.parent));
    case 'Enter':
      return { kind: 'open' };
    case ' ':
      return { kind: 'choose' };
    default:
      return undefined;
  }
}

/** The next row, in a circle, whose text begins with the letters; from the active row itself when there are several. */
export function findTyped(rows: readonly TreeRow[], active: number, letters: string): number | undefined {
  const wanted = letters.toLowerCase();
  const first = letters.length > 1 ? 0 : 1;
  for (let step = first; step < rows.length + first; step += 1) {
    const at = (active + step) % rows.length;
    if (rows[at]?.text.toLowerCase().startsWith(wanted) === true) return at;
  }
  return undefined;
}

/** Where the active row is; where it has gone: its parent, or else what stands in its place. */
export function placeActive(
  rows: readonly TreeRow[],
  active: { readonly key: string; readonly parents: readonly string[]; readonly place: number } | null,
): number {
  if (rows.length === 0) return -1;
  if (active === null) return 0;
  for (const key of [active.key, ...active.parents]) {
    const at = rows.findIndex((row) => row.key === key);
    if (at >= 0) return at;
  }
  return Math.min(active.place, rows.length - 1);
}
