import { OnrecordError } from '../model/errors.ts';

/** Where a list goes on: how many items came before, at which version, of which query. */
export interface CursorKey {
  readonly version: number;
  /** The call and its parameters, `limit` and `cursor` aside, in one canonical string. */
  readonly query: string;
}

/** An opaque cursor: base64url of [offset, version, hash of the query]. */
export function toCursor(offset: number, key: CursorKey): string {
  return btoa(JSON.stringify([offset, key.version, hashText(key.query)]))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

/**
 * The offset a cursor stands for; 0 without one.
 * Throws OnrecordError `malformed-cursor` for anything {@link toCursor} did not give out for this query at this version.
 */
export function parseCursor(cursor: string | undefined, key: CursorKey): number {
  if (cursor === undefined) return 0;
  const refuse = (detail: string) =>
    new OnrecordError('malformed-cursor', detail, [{ pointer: '/query/cursor', detail }]);
  let value: unknown;
  try {
    value = JSON.parse(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')));
  } catch {
    throw refuse('expected the nextCursor of an earlier answer');
  }
  const [offset, version, hash] = Array.isArray(value) ? (value as unknown[]) : [];
  if (typeof offset !== 'number' || !Number.isSafeInteger(offset) || offset < 0) {
    throw refuse('expected the nextCursor of an earlier answer');
  }
  if (hash !== hashText(key.query)) throw refuse('this cursor belongs to another query');
  if (version !== key.version)
    throw refuse('the data has changed since this cursor was given out: start again');
  if (toCursor(offset, key) !== cursor) throw refuse('expected the nextCursor of an earlier answer');
  return offset;
}

/** FNV-1a, 32 bits, as 8 hexadecimal digits. Tells queries apart; it is no protection against forging. */
function hashText(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
