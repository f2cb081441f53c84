import type { Logger } from 'pino';
import { isOperated } from '../api/access.ts';
import { createApp } from '../api/create-app.ts';
import { openStore } from '../store/open-store.ts';
import { provisionStore } from '../store/provision-store.ts';
import { toStoreError } from '../store/store-error.ts';
import { ensurePage } from './build-page.ts';
import type { Config } from './config.ts';
import type { HolderOptions } from './context-holder.ts';
import { openContext } from './context-holder.ts';
import { getDataset, SHIPPED_DATASET } from './dataset-folder.ts';
import { EventHub } from './event-hub.ts';
import { startHttpServer } from './http-server.ts';
import { createIngestJobs } from './ingest-jobs.ts';
import { readShownThreshold } from './ingest-tools.ts';
import { readProgramVersion } from './program-version.ts';
import { ReadingThread } from './reading-thread.ts';
import { createStoreChanges } from './store-changes.ts';

export interface ServeOptions {
  readonly config: Config;
  /** A folder to load into an empty store; undefined for the dataset that comes with the program. */
  readonly datasetDir?: string | undefined;
  readonly log: Logger;
  /** Prints one line for the person who started the program. */
  readonly say: (line: string) => void;
}

export interface Serving {
  readonly address: string;
  /** Finishes what is in flight, then lets go of the store. */
  stop(): Promise<void>;
}

/**
 * Checks the dataset, opens the store, brings it and its layout up to date, builds the page where it is old, and listens.
 * Throws StartError or StoreError, each a sentence for the person who started it.
 */
export async function serve({ config, datasetDir, log, say }: ServeOptions): Promise<Serving> {
  const dataset = getDataset(datasetDir ?? SHIPPED_DATASET);
  const store = await openStore({ dataDir: config.dataDir });
  try {
    const stamp = { author: 'operator', at: new Date().toISOString() };
    await provisionStore(store, dataset, { ...stamp, source: datasetDir === undefined ? 'shipped' : 'own' });
    const events = new EventHub();
    const contexts = await openContext(store, {
      scopes: toScopes(config),
      log,
      onVersion: (version) => events.tell({ kind: 'version', version }),
    });
    const now = (): Date => new Date();
    const programVersion = readProgramVersion();
    const thread = new ReadingThread();
    const jobs = createIngestJobs({
      store,
      contexts,
      thread,
      events,
      programVersion,
      model: config.model,
      now,
      log,
    });
    const stopping = new AbortController();
    const app = createApp({
      host: config.host,
      tokens: config.tokens,
      readOnly: config.readOnly,
      pageDir: await ensurePage(say),
      programVersion,
      log,
      getContext: (scope) => contexts.find(scope),
      changes: createStoreChanges(store, contexts, now),
      jobs,
      events,
      stopping: stopping.signal,
      reading: () => ({ model: config.model?.name ?? null, threshold: readShownThreshold() }),
    });
    const server = await startHttpServer(app, config.host, config.port);
    return {
      address: server.address,
      async stop() {
        await jobs.close();
        await thread.close();
        await contexts.close(); // from here on new requests are told that the server stops
        stopping.abort();
        await server.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw toStoreError(error, config.dataDir);
  }
}

/** On an address that others reach, and on a public site, those who have not signed in see accepted claims alone. */
function toScopes({ host, tokens, readOnly }: Config): HolderOptions['scopes'] {
  if (isOperated({ host, readOnly })) return ['all'];
  return tokens.length > 0 ? ['all', 'accepted'] : ['accepted'];
}
