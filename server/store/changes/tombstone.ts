import { sha256Hex } from '../sha256-hex.ts';

/** What stands in the ledger where something was purged. */
export interface Tombstone {
  /** SHA-256 of what was there. */
  readonly purged: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
}

/** How a tombstone's JSON begins, and nothing else's. */
const BEGINNING = '{"purged":';
const KEY = 'purged:';

export function toTombstone(image: string, { at, by, reason }: Omit<Tombstone, 'purged'>): string {
  const tombstone: Tombstone = { purged: sha256Hex(image), at, by, reason };
  return JSON.stringify(tombstone);
}

export function isTombstone(image: string): boolean {
  return image.startsWith(BEGINNING);
}

/** What the ledger calls a purged row by, whose key would say what it was. */
export function toPurgedKey(key: string): string {
  return `${KEY}${sha256Hex(key)}`;
}

export function isPurgedKey(key: string): boolean {
  return key.startsWith(KEY);
}
