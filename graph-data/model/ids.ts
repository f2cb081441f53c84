import { foldLetters } from './fold-letters.ts';

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** Kebab-case slug of the actor's canonical name: `vladimir-putin`. */
export type ActorId = Brand<string, 'ActorId'>;
export type DocumentId = Brand<string, 'DocumentId'>;
/** Minted once, at first writing, by {@link claimIdOf}; never changes afterwards. */
export type ClaimId = Brand<string, 'ClaimId'>;
/** `subject.type.object`; for mutual types the two actors in alphabetical order. See `relationIdOf`. */
export type RelationId = Brand<string, 'RelationId'>;
/** An id of the vocabulary: `befriends`, `requests-of`. */
export type RelationTypeId = Brand<string, 'RelationTypeId'>;

/** Slugs: lower-case ASCII letters and digits in groups joined by single hyphens, 1 to 80 characters. */
export const SLUG_PATTERN = /^(?=.{1,80}$)[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * A slug for any name: accents folded, everything else that is not a letter or digit becomes a hyphen.
 * Empty when the name holds no Latin letter or digit at all.
 */
export function toSlug(name: string): string {
  return foldLetters(name)
    .replace(/['’‘]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}

/** Compares two strings by UTF-16 code unit: the same order on every machine and locale. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The relation a claim belongs to: all claims of one (subject, type, object); mutual types count both directions
 * as one, keyed by the sorted pair.
 */
export function relationIdOf(
  subject: ActorId,
  type: RelationTypeId,
  object: ActorId,
  isMutual: boolean,
): RelationId {
  const [from, to] = isMutual && object < subject ? [object, subject] : [subject, object];
  return `${from}.${type}.${to}` as RelationId;
}

/** What a claim's id is minted from, as first written. */
export interface ClaimKey {
  readonly document: DocumentId;
  /** Null where the evidence has no place in a text; then `quote` is part of the key. */
  readonly start: number | null;
  readonly end: number | null;
  readonly quote?: string;
  readonly subject: ActorId;
  readonly type: RelationTypeId;
  readonly object: ActorId;
  readonly speaker: ActorId | null;
}

/**
 * Mints a claim's id: `c` and the first 16 hexadecimal digits (64 bits) of a SHA-256 of the claim's key.
 * @param sha256Hex passed in, because browsers and Node hash differently
 */
export function claimIdOf(key: ClaimKey, sha256Hex: (text: string) => string): ClaimId {
  const named = [key.document, key.start, key.end, key.subject, key.type, key.object, key.speaker];
  const parts = key.start === null ? [...named, key.quote ?? ''] : named;
  return `c${sha256Hex(JSON.stringify(parts)).slice(0, 16)}` as ClaimId;
}
