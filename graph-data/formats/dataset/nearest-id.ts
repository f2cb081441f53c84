import { compareIds } from '../../model/ids.ts';

/** Looking for the nearest of many ids is slow: after so many different lookups no more suggestions are made. */
const MOST_LOOKUPS = 100;

/**
 * The candidate a mistyped id most likely means: within an edit distance of a third of its length, or sharing all parts
 * between hyphens (`putin` of `vladimir-putin`). Ties go to the first in alphabetical order.
 */
export function findNearest(id: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(id.length / 3));
  const parts = id.split('-');
  let best: { candidate: string; distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = sharesParts(parts, candidate.split('-')) ? 1 : editDistance(id, candidate, limit);
    if (distance > limit) continue;
    const order = distance - (best?.distance ?? Infinity) || compareIds(candidate, best?.candidate ?? '');
    if (best === undefined || order < 0) best = { candidate, distance };
  }
  return best?.candidate;
}

/** The same, remembering what it has answered; see {@link findNearest}. */
export function toNearestFinder(candidates: readonly string[]): (id: string) => string | undefined {
  const answers = new Map<string, string | undefined>();
  return (id) => {
    if (!answers.has(id) && answers.size < MOST_LOOKUPS) answers.set(id, findNearest(id, candidates));
    return answers.get(id);
  };
}

function sharesParts(a: readonly string[], b: readonly string[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  return few.every((part) => part.length > 2 && many.includes(part));
}

/** Levenshtein distance, or `limit + 1` when it is larger than `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(substitution, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    previous = current;
  }
  return previous[b.length] ?? limit + 1;
}
