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
 * Cost: as the claims, and for each key as the pairs of sentences that share a rare run of words and are not joined yet.
 */
export function findOrigins<Id>(claims: readonly OriginClaim<Id>[]): Map<Id, Id> {
  const origins = new Map(claims.map(({ id }) => [id, id]));
  for (const alike of Map.groupBy(claims, ({ key }) => key).values()) {
    if (alike.length === 1) continue;
    const groups = groupNearEqual(alike.map(({ sentence }) => toShingles(sentence)));
    alike.forEach(({ id }, at) => {
      const first = alike[groups[at] ?? at];
      if (first !== undefined) origins.set(id, first.id);
    });
  }
  return origins;
}

/**
 * The first member of each set's group. Two sets as alike as asked share one of the rarest few of their values (prefix
 * filtering: Chaudhuri, Ganti and Kaushik, ICDE 2006; Xiao et al., WWW 2008): only sets that do are compared.
 */
function groupNearEqual(sets: readonly ReadonlySet<string>[]): number[] {
  const groupOf = sets.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    for (let next = groupOf[root] ?? root; next !== root; next = groupOf[root] ?? root) {
      groupOf[root] = groupOf[next] ?? next;
      root = next;
    }
    return root;
  };
  const frequency = new Map<string, number>();
  for (const set of sets) for (const value of set) frequency.set(value, (frequency.get(value) ?? 0) + 1);
  const equals = new Map<string, number>();
  const holders = new Map<string, number[]>();
  sets.forEach((set, at) => {
    const ranked = [...set].sort(
      (a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : 1),
    );
    const whole = ranked.join('\n');
    const equal = equals.get(whole);
    if (equal !== undefined) {
      groupOf[at] = rootOf(equal);
      return;
    }
    equals.set(whole, at);
    // Sets this alike have at least `LEAST_JACCARD` of the larger in common; less a hair, for the sake of rounding.
    const prefix = ranked.length - Math.ceil(LEAST_JACCARD * ranked.length - 1e-9) + 1;
    for (const value of ranked.slice(0, prefix)) {
      const others = holders.get(value);
      if (others === undefined) {
        holders.set(value, [at]);
        continue;
      }
      for (const other of others) {
        const [first, second] = [rootOf(other), rootOf(at)];
        if (first === second || jaccard(set, sets[other] ?? new Set()) < LEAST_JACCARD) continue;
        groupOf[Math.max(first, second)] = Math.min(first, second);
      }
      others.push(at);
    }
  });
  return sets.map((_, at) => rootOf(at));
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
