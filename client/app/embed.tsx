import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Site } from '../api/site/find-site.ts';
import { createAnswerCache } from '../panels/answer-cache.ts';
import { watchInputModality } from '../panels/frame/input-modality.ts';
import type { PageServices } from '../panels/page-context.ts';
import { PageContext, createCanvasHandle } from '../panels/page-context.ts';
import { withoutEmbedParameter } from '../state/embed-address.ts';
import { keepEmbedLoaded } from '../state/keep-embed-loaded.ts';
import { keepMetricsComputed } from '../state/keep-metrics-computed.ts';
import { keepNamesKnown } from '../state/keep-names-known.ts';
import type { Ask } from '../state/keep-network-loaded.ts';
import { createPageStore } from '../state/page-store.ts';
import { startMetricsInWorker } from '../state/start-metrics.ts';
import { parseUrlQuery } from '../state/url-state.ts';
import { EmbedView } from './embed-view.tsx';
import './styles/embed.css';

const ANSWERS_KEPT = 50;

/**
 * Shows one picture of the network in place of the page: what its address asks for, to be read. It only asks; nothing in
 * it can send a change, nobody signs in, nothing is kept in the browser, and the address and its history stay as they are.
 * @param site where it stands on a published one
 */
export function startEmbed(root: HTMLElement, ask: Ask, site: Site | null = null): void {
  watchInputModality(document);
  const query = withoutEmbedParameter(location.search);
  const store = createPageStore(query);
  keepNamesKnown(store, ask);
  const services: PageServices = {
    ...NO_WRITES,
    store,
    keeper: keepEmbedLoaded(store, ask, parseUrlQuery(query).faults),
    metrics: keepMetricsComputed(store, startMetricsInWorker),
    ask,
    answers: createAnswerCache(ANSWERS_KEPT),
    canvas: createCanvasHandle(),
    site,
  };
  createRoot(root).render(
    <StrictMode>
      <PageContext value={services}>
        <EmbedView />
      </PageContext>
    </StrictMode>,
  );
}

const refuse = (): Promise<never> => Promise.reject(new Error('an embedded picture changes nothing'));

/** What panels change the data, sign in and take files away through: here nothing does. */
const NO_WRITES: Pick<PageServices, 'changes' | 'session' | 'download'> = {
  changes: {
    send: refuse,
    make: refuse,
    undo: refuse,
    announce: () => undefined,
    dispose: () => undefined,
  },
  download: refuse,
  session: { load: refuse, signIn: refuse, signOut: refuse, isSignedIn: () => false },
};
