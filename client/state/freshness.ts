import type { StoreState } from './page-store.ts';

/**
 * What to do about a version of the dataset that was heard of: nothing where it is on the page already; wait while a
 * change or an answer is under way, and while a review goes on, which keeps its own step; ask before what is being read
 * changes; else show it.
 */
export function toFreshness(
  { page, network }: Pick<StoreState, 'page' | 'network'>,
  version: number,
  isChanging: boolean,
): 'fresh' | 'wait' | 'offer' | 'reload' {
  const shown = network.loaded?.meta.version;
  if (shown === undefined || isChanging || network.status === 'loading') return 'wait';
  if (version <= shown) return 'fresh';
  if (network.status === 'failed' || page.view === 'review') return 'wait';
  return page.selection.kind === 'none' && page.reading === null ? 'reload' : 'offer';
}
