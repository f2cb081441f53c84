import type { Comparison } from './comparison.ts';
import { NO_COMPARISON, isSameComparison } from './comparison.ts';
import type { PageState } from './page-state.ts';
import { withView } from './page-transitions.ts';

/** Puts two views side by side, or chooses one of them; null leaves. What is selected stays so. */
export function withComparison(page: PageState, change: Partial<Comparison> | null): PageState {
  if (change === null) return page.comparison === null ? page : { ...page, comparison: null };
  const before = page.comparison ?? NO_COMPARISON;
  const isOther = change.by !== undefined && change.by !== before.by;
  const comparison = { ...before, ...(isOther ? { a: '', b: '' } : {}), ...change };
  return isSameComparison(page.comparison, comparison) ? page : { ...page, comparison };
}

/** A becomes B, and B becomes A. */
export function withSwappedViews(page: PageState): PageState {
  const { comparison } = page;
  if (comparison === null) return page;
  return { ...page, comparison: { ...comparison, a: comparison.b, b: comparison.a } };
}

/** Goes to the comparison with the one chosen, and the other to be chosen. */
export function withCompareWith(page: PageState, by: Comparison['by'], value: string): PageState {
  return withView(withComparison(page, { by, a: value, b: '' }), 'compare');
}
