import { parseCursor, toCursor } from '../contract/cursor.ts';
import type { Lens } from '../model/lens.ts';
import { toLensParameters } from '../model/lens.ts';

/** One page of a list, and the cursor of the next; null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Which items of a list a page holds, and the cursors round it. */
export interface PageBounds {
  /** From `offset` up to, not including, `end`, which may lie beyond the list. */
  readonly offset: number;
  readonly end: number;
  /** The cursor of the next page of a list of `total` items; null on the last page. */
  readonly nextCursor: (total: number) => string | null;
}

/**
 * The bounds of the page that a query asks for. Throws `malformed-cursor`.
 * @param call names the call and its own parameters: a cursor of another call or query is refused
 */
export function toPageBounds(
  query: { readonly limit: number; readonly cursor?: string | undefined },
  version: number,
  call: readonly unknown[],
): PageBounds {
  const key = { version, query: JSON.stringify(call) };
  const offset = parseCursor(query.cursor, key);
  const end = offset + query.limit;
  return { offset, end, nextCursor: (total) => (end < total ? toCursor(end, key) : null) };
}

/** Cuts a page out of a whole ordered list. `call` as in {@link toPageBounds}. */
export function cutPage<T>(
  all: readonly T[],
  query: { readonly limit: number; readonly cursor?: string | undefined },
  version: number,
  call: readonly unknown[],
): Page<T> {
  const { offset, end, nextCursor } = toPageBounds(query, version, call);
  return { items: all.slice(offset, end), nextCursor: nextCursor(all.length) };
}

/** The lens as part of a call's name. */
export function toLensKey(lens: Lens): string {
  return JSON.stringify(toLensParameters(lens));
}
