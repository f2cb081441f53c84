import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { askPublicly } from '../api/ask-publicly.ts';
import { ask as askServer, send } from '../api/ask.ts';
import { download } from '../api/download.ts';
import { listenToServer } from '../api/events.ts';
import type { Site } from '../api/site/find-site.ts';
import { findSite } from '../api/site/find-site.ts';
import { token } from '../api/token.ts';
import { afterPicture } from '../panels/after-picture.ts';
import { createAnswerCache } from '../panels/answer-cache.ts';
import { watchInputModality } from '../panels/frame/input-modality.ts';
import type { PageServices } from '../panels/page-context.ts';
import { PageContext, createCanvasHandle } from '../panels/page-context.ts';
import { isEmbedAsked } from '../state/embed-address.ts';
import { keepCaseFile } from '../state/keep-case-file.ts';
import { keepChanges } from '../state/keep-changes.ts';
import { keepLive } from '../state/keep-live.ts';
import { keepMetricsComputed } from '../state/keep-metrics-computed.ts';
import { keepNamesKnown } from '../state/keep-names-known.ts';
import { keepNetworkLoaded } from '../state/keep-network-loaded.ts';
import { keepReader } from '../state/keep-reader.ts';
import { keepSession } from '../state/keep-session.ts';
import { keepUrlInStep } from '../state/keep-url-in-step.ts';
import { createPageStore } from '../state/page-store.ts';
import { startMetricsInWorker } from '../state/start-metrics.ts';
import { tellJobs } from '../state/tell-jobs.ts';
import { App } from './app.tsx';
import { applyTheme } from './theme.ts';
import { waitFor } from './wait-for.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/network.css';
import './styles/panel.css';
import './styles/filters.css';
import './styles/marks.css';
import './styles/evidence.css';
import './styles/reader.css';
import './styles/search.css';
import './styles/table.css';
import './styles/import.css';
import './styles/explore.css';
import './styles/ranking.css';
import './styles/review.css';
import './styles/review-text.css';
import './styles/review-claim.css';
import './styles/review-forms.css';
import './styles/review-narrow.css';
import './styles/forms.css';
import './styles/reading-room.css';
import './styles/jobs.css';
import './styles/ledger.css';
import './styles/reading-room-narrow.css';
import './styles/timeline.css';
import './styles/case-file.css';
import './styles/questions.css';
import './styles/compare.css';
import './styles/questions-narrow.css';
import './styles/site.css';
import './styles/tour.css';

const ANSWERS_KEPT = 100;
/** What happens elsewhere can wait until the page has come to rest. */
const LISTEN_AFTER_MS = 2_000;

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const site = findSite(document);
if (isEmbedAsked(location.search))
  void import('./embed.tsx').then(({ startEmbed }) => startEmbed(root, site?.ask ?? askPublicly, site));
else startPage(root, site);

function startPage(root: HTMLElement, site: Site | null): void {
  applyTheme();
  watchInputModality(document);
  const ask = site === null ? askServer : site.ask;
  const store = createPageStore(location.search);
  const answers = createAnswerCache(ANSWERS_KEPT);
  keepUrlInStep(store, window);
  keepNamesKnown(store, ask);
  tellJobs(store);
  keepCaseFile(store, window);
  store.subscribe(({ network: { loaded } }, { network: { loaded: last } }) => {
    if (last !== null && loaded?.meta.version !== last.meta.version) answers.clear();
  });
  const keeper = keepNetworkLoaded(store, ask);
  const services: PageServices = {
    store,
    keeper,
    metrics: keepMetricsComputed(store, startMetricsInWorker),
    ask,
    download: site === null ? download : site.download,
    changes: keepChanges(store, keeper, send),
    session: site === null ? keepSession(store, ask, token) : keepReader(store),
    answers,
    canvas: createCanvasHandle(),
    site,
  };
  if (site === null) void stayInTouch(services);
  createRoot(root).render(
    <StrictMode>
      <PageContext value={services}>
        <App />
      </PageContext>
    </StrictMode>,
  );
}

/** Who is here, and what happens elsewhere: asked for when the picture is drawn, which it must not hold up. */
async function stayInTouch({ ask, store, session, changes, keeper, answers }: PageServices): Promise<void> {
  if (store.getState().page.view === 'explore') await afterPicture(store);
  await session.load();
  const rest = waitFor(LISTEN_AFTER_MS, new AbortController().signal);
  const live = keepLive(store, {
    ask,
    listen: async (listening) => {
      await rest;
      await listenToServer(listening);
    },
    wait: waitFor,
    page: document,
    onVersion: (version) => changes.announce(version),
  });
  store.subscribe((state, before) => {
    if (state.session?.name === before.session?.name) return;
    answers.clear(); // another reader may see more, or less
    keeper.reload();
    live.restart();
  });
}
