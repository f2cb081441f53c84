import { parseCursor, toCursor } from '../contract/cursor.ts';
import type { Lens } from '../model/lens.ts';
import { toLensParameters } from '../model/lens.ts';

/** One page of a list, and the cursor of the next; null on the last. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/**
 * Cuts a page out of a whole ordered list.
 * @param call names the call and its own parameters: a cursor of another call or query is refused
 */
export function cutPage<T>(
  all: readonly T[],
  query: { readonly limit: number; readonly cursor?: string | undefined },
  version: number,
  call: readonly unknown[],
): Page<T> {
  const key = { version, query: JSON.stringify(call) };
  const offset = parseCursor(query.cursor, key);
  const end = offset + query.limit;
  return { items: all.slice(offset, end), nextCursor: end < all.length ? toCursor(end, key) : null };
}

/** The lens as part of a call's name. */
export function toLensKey(lens: Lens): string {
  return JSON.stringify(toLensParameters(lens));
}
