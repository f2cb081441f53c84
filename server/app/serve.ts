import { readFileSync } from 'node:fs';
import type { Logger } from 'pino';
import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import { formatFault } from '../../graph-data/formats/dataset/fault.ts';
import { createApp } from '../api/create-app.ts';
import { openStore } from '../store/open-store.ts';
import { provisionStore } from '../store/provision-store.ts';
import { toStoreError } from '../store/store-error.ts';
import { ensurePage } from './build-page.ts';
import type { Config } from './config.ts';
import { openContext } from './context-holder.ts';
import { readDatasetFolder, SHIPPED_DATASET } from './dataset-folder.ts';
import { startHttpServer } from './http-server.ts';
import { StartError } from './start-error.ts';
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
  const dataset = readDataset(datasetDir ?? SHIPPED_DATASET);
  const store = await openStore({ dataDir: config.dataDir });
  try {
    const stamp = { author: 'operator', at: new Date().toISOString() };
    await provisionStore(store, dataset, { ...stamp, source: datasetDir === undefined ? 'shipped' : 'own' });
    const context = await openContext(store, config.host, log);
    const app = createApp({
      host: config.host,
      pageDir: await ensurePage(say),
      programVersion: readProgramVersion(),
      log,
      getContext: () => context.current,
      changes: createStoreChanges(store, context, () => new Date()),
    });
    const server = await startHttpServer(app, config.host, config.port);
    return {
      address: server.address,
      async stop() {
        await context.close(); // from here on new requests are told that the server stops
        await server.stop();
        await store.close();
      },
    };
  } catch (error) {
    await store.close();
    throw toStoreError(error, config.dataDir);
  }
}

/** The dataset in a folder. Throws StartError with every fault, a line each. */
function readDataset(folder: string): Dataset {
  const parsed = readDatasetFolder(folder);
  if (parsed.ok) return parsed.dataset;
  throw new StartError(`The dataset in ${folder} has faults:`, parsed.faults.map(formatFault));
}

function readProgramVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return version;
}
