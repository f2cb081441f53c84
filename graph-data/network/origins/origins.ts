import { foldText } from '../../model/text.ts';

/** Words a shingle, and how alike two sentences must be (Jaccard index of their shingles) to be one origin. */
const SHINGLE_WORDS = 5;
const LEAST_JACCARD = 0.7;

/** A claim as far as origins are concerned. `key` is equal for claims of equal subject, type, object and speaker. */
export interface OriginClaim<Id> {
  readonly id: Id;
  readonly key: string;
  readonly sentence: string;
}

/**
 * Groups claims of equal key whose sentences are near-equal, directly or through others of the group: ten outlets that
 * print one wire story are one origin. Answers each claim's origin, the id of the group's first claim in the given order.
 */
export function findOrigins<Id>(claims: readonly OriginClaim<Id>[]): Map<Id, Id> {
  const byKey = new Map<string, { id: Id; shingles: ReadonlySet<string> }[]>();
  const parent = new Map<Id, Id>();
  const rank = new Map(claims.map((claim, index) => [claim.id, index]));
  const rootOf = (id: Id): Id => {
    let root = id;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    return root;
  };
  for (const claim of claims) {
    const shingles = toShingles(claim.sentence);
    const earlier = byKey.get(claim.key) ?? [];
    byKey.set(claim.key, earlier);
    parent.set(claim.id, claim.id);
    for (const other of earlier) {
      if (jaccard(shingles, other.shingles) < LEAST_JACCARD) continue;
      const roots = [rootOf(other.id), rootOf(claim.id)].sort(
        (a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0),
      );
      const [first, second] = roots;
      if (first !== undefined && second !== undefined) parent.set(second, first);
    }
    earlier.push({ id: claim.id, shingles });
  }
  return new Map(claims.map((claim) => [claim.id, rootOf(claim.id)]));
}

/** The runs of five words of a text, case, accents and punctuation aside; a shorter text is one shingle. */
export function toShingles(text: string): ReadonlySet<string> {
  const words = foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const count = Math.max(1, words.length - SHINGLE_WORDS + 1);
  return new Set(Array.from({ length: count }, (_, at) => words.slice(at, at + SHINGLE_WORDS).join(' ')));
}

/** Size of the intersection over size of the union: 0 to 1; two empty sets are alike. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const value of a) if (b.has(value)) common += 1;
  const union = a.size + b.size - common;
  return union === 0 ? 1 : common / union;
}
