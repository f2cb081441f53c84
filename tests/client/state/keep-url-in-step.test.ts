import { describe, expect, it } from 'vitest';
import { keepUrlInStep } from '../../../client/state/keep-url-in-step.ts';
import { toLoadedNetwork, withLoaded } from '../../../client/state/network-state.ts';
import { changePage, createPageStore } from '../../../client/state/page-store.ts';
import { withCamera, withSelection } from '../../../client/state/page-transitions.ts';
import { toActorSelection } from '../../../client/state/selection.ts';
import type { ActorId } from '../../../graph-data/model/ids.ts';
import { DEFAULT_LENS } from '../../../graph-data/model/lens.ts';
import { toNetworkAnswer } from './network-answer.ts';

/** A browser's address and history, as far as the page uses them. */
function createBar(search: string) {
  const entries = [search];
  const listeners = new Set<() => void>();
  let at = 0;
  const toSearch = (url: string | URL | null | undefined): string => String(url).replace(/^[^?]*/, '');
  return {
    entries,
    location: {
      pathname: '/sub/',
      get search() {
        return entries[at] ?? '';
      },
    },
    history: {
      pushState: (_data: unknown, _unused: string, url?: string | URL | null) => {
        entries.splice(at + 1, Infinity, toSearch(url));
        at += 1;
      },
      replaceState: (_data: unknown, _unused: string, url?: string | URL | null) => {
        entries[at] = toSearch(url);
      },
    },
    addEventListener: (_type: 'popstate', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: 'popstate', listener: () => void) => void listeners.delete(listener),
    go: (by: number) => {
      at += by;
      for (const listener of listeners) listener();
    },
  };
}

const select = (id: string) => toActorSelection(id as ActorId);

describe('keepUrlInStep', () => {
  it('when something is selected, then it is a new entry; when the camera moves, then the entry changes', () => {
    const bar = createBar('');
    const store = createPageStore('');
    keepUrlInStep(store, bar);
    changePage(store, (page) => withSelection(page, select('nato')));
    changePage(store, (page) => withCamera(page, { x: 0.5, y: 0.5, ratio: 2 }));
    expect(bar.entries).toEqual(['', '?actor=nato&at=0.5_0.5_2']);
  });

  it('when one goes back and forward, then the state comes back and no entry is added', () => {
    const bar = createBar('');
    const store = createPageStore('');
    keepUrlInStep(store, bar);
    changePage(store, (page) => withSelection(page, select('nato')));
    changePage(store, (page) => withSelection(page, select('rt')));
    bar.go(-1);
    expect(store.getState().page.selection).toEqual(select('nato'));
    bar.go(1);
    expect(store.getState().page.selection).toEqual(select('rt'));
    expect(bar.entries).toEqual(['', '?actor=nato', '?actor=rt']);
  });

  it('when the network arrives, then the address names its version; the link’s own stays until it was compared', () => {
    const bar = createBar('?actor=nato&v=3');
    const store = createPageStore(bar.location.search);
    keepUrlInStep(store, bar);
    const network = withLoaded(toLoadedNetwork(toNetworkAnswer(7), DEFAULT_LENS));
    store.setState({ network });
    expect(bar.entries).toEqual(['?actor=nato&v=3']);
    store.setState({ linkVersion: null });
    expect(bar.entries).toEqual(['?actor=nato&v=7']);
  });

  it('when it is disposed, then the address is left alone', () => {
    const bar = createBar('');
    const store = createPageStore('');
    keepUrlInStep(store, bar)();
    changePage(store, (page) => withSelection(page, select('nato')));
    expect(bar.entries).toEqual(['']);
  });
});
