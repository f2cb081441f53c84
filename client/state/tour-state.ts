import type { StoreState } from './page-store.ts';
import { toUrlQuery } from './url-state.ts';

/** Where the browser keeps whether the tour has been taken. */
export const TOUR_KEY = 'onrecord-tour';
const BEGUN = 'begun';
const DONE = 'done';

/** True where the address asks for nothing: whoever follows a link is to see what it shows, and no tour. */
export function isPlainStart({
  page,
  linkVersion,
  notices,
}: Pick<StoreState, 'page' | 'linkVersion' | 'notices'>): boolean {
  return toUrlQuery(page, null) === '' && linkVersion === null && notices.length === 0;
}

/**
 * True where the tour was neither finished nor skipped in this browser; that it begins is noted. Where nothing can be kept
 * it would come again at every visit, and so it does not come at all: help offers it.
 */
export function beginTour(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined): boolean {
  try {
    if (storage === undefined || storage.getItem(TOUR_KEY) === DONE) return false;
    storage.setItem(TOUR_KEY, BEGUN);
    return storage.getItem(TOUR_KEY) === BEGUN;
  } catch {
    return false; // storage may be forbidden, or full
  }
}

/** Notes that the tour was finished or skipped: it never comes by itself again. */
export function endTour(storage: Pick<Storage, 'setItem'> | undefined): void {
  try {
    storage?.setItem(TOUR_KEY, DONE);
  } catch {
    // it was opened by hand then, and does not come by itself
  }
}
