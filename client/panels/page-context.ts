import { createContext, useCallback, useContext } from 'react';
import { useStore } from 'zustand';
import type { Download } from '../api/download.ts';
import type { Site } from '../api/site/find-site.ts';
import type { NetworkCanvas } from '../canvas/network-canvas-options.ts';
import type { ChangeKeeper } from '../state/keep-changes.ts';
import type { MetricsKeeper } from '../state/keep-metrics-computed.ts';
import type { Ask, NetworkKeeper } from '../state/keep-network-loaded.ts';
import type { SessionKeeper } from '../state/keep-session.ts';
import type { LoadedNetwork } from '../state/network-state.ts';
import type { PageState } from '../state/page-state.ts';
import type { PageStore, StoreState } from '../state/page-store.ts';
import { changePage } from '../state/page-store.ts';
import type { AnswerCache } from './answer-cache.ts';
import type { Vocabulary } from './words/relation-words.ts';

/** The drawn network's place: `current` is null until it is there, and where it cannot be drawn. */
export interface CanvasHandle {
  readonly current: NetworkCanvas | null;
  put(canvas: NetworkCanvas | null): void;
}

/** An empty place. */
export function createCanvasHandle(): CanvasHandle {
  let current: NetworkCanvas | null = null;
  return {
    get current() {
      return current;
    },
    put: (canvas) => {
      current = canvas;
    },
  };
}

/** What every panel stands on; made once in `main`. */
export interface PageServices {
  readonly store: PageStore;
  readonly keeper: NetworkKeeper;
  readonly metrics: MetricsKeeper;
  readonly ask: Ask;
  /** A file of the API, for whoever is here. */
  readonly download: (address: string) => Promise<Download>;
  readonly changes: ChangeKeeper;
  readonly session: SessionKeeper;
  readonly answers: AnswerCache;
  readonly canvas: CanvasHandle;
  /** The published site that answers; null where a server does. */
  readonly site: Site | null;
}

export const PageContext = createContext<PageServices | null>(null);

export function useServices(): PageServices {
  const services = useContext(PageContext);
  if (services === null) throw new Error('a panel stands outside PageContext');
  return services;
}

/** A part of the page's store; renders again when the part changes. */
export function usePage<T>(select: (state: StoreState) => T): T {
  return useStore(useServices().store, select);
}

/** Applies pure transitions of `client/state/page-transitions.ts`. */
export function useChangePage(): (transition: (page: PageState) => PageState) => void {
  const { store } = useServices();
  return useCallback((transition) => changePage(store, transition), [store]);
}

export function useLoaded(): LoadedNetwork | null {
  return usePage((state) => state.network.loaded);
}

/** Whether who is here may change the data; false until the server has said so. */
export function useCanWrite(): boolean {
  return usePage((state) => state.session?.canWrite === true);
}

const NO_VOCABULARY: Vocabulary = new Map();

export function useVocabulary(): Vocabulary {
  return usePage((state) => state.network.loaded?.vocabulary ?? NO_VOCABULARY);
}

/** The actor's name where the page has met it; else its id in words. */
export function useActorName(id: string): string {
  return usePage((state) => state.names.get(id) ?? id.replaceAll('-', ' '));
}
