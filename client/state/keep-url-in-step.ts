import { toFaultNotice, withNotice, withoutNotice } from './notices.ts';
import type { PageStore } from './page-store.ts';
import { isSamePlace } from './page-transitions.ts';
import { parseUrlQuery, toUrlQuery } from './url-state.ts';

/** The window's parts this needs. */
export interface AddressBar {
  readonly location: Pick<Location, 'pathname' | 'search'>;
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate', listener: () => void): void;
  removeEventListener(type: 'popstate', listener: () => void): void;
}

/**
 * Keeps the address equal to the page's state: a new place (selection, lens, tab, open document or claim) is a new entry
 * in the history, a moved camera only changes the present one; back and forward bring their state back.
 */
export function keepUrlInStep(store: PageStore, bar: AddressBar): () => void {
  let isComingBack = false;
  const toAddress = (): string => {
    const { page, network, linkVersion } = store.getState();
    const query = toUrlQuery(page, linkVersion ?? network.loaded?.meta.version ?? null);
    return query === '' ? bar.location.pathname : `${bar.location.pathname}?${query}`;
  };
  const unsubscribe = store.subscribe((state, previous) => {
    if (isComingBack) return;
    const address = toAddress();
    if (address === `${bar.location.pathname}${bar.location.search}`) return;
    if (state.page !== previous.page && !isSamePlace(state.page, previous.page))
      bar.history.pushState(null, '', address);
    else bar.history.replaceState(null, '', address);
  });
  const onPopState = (): void => {
    const { page, version, faults } = parseUrlQuery(bar.location.search);
    const notice = toFaultNotice(faults);
    isComingBack = true;
    store.setState(({ notices, network }) => ({
      page,
      linkVersion: network.loaded === null ? version : null,
      notices: notice ? withNotice(notices, notice) : withoutNotice(notices, 'link'),
    }));
    isComingBack = false;
  };
  bar.addEventListener('popstate', onPopState);
  return () => {
    unsubscribe();
    bar.removeEventListener('popstate', onPopState);
  };
}
