import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewContext } from '../../../graph-data/views/view-context.ts';
import { openStore } from '../../store/open-store.ts';
import { provisionStore } from '../../store/provision-store.ts';
import type { Store } from '../../store/store.ts';
import { getDataset, SHIPPED_DATASET } from '../dataset-folder.ts';
import { loadContext } from '../load-context.ts';
import { StartError } from '../start-error.ts';

/** What is to be published, opened to read. */
export interface PublishedSource {
  /** What the public may see. */
  readonly context: ViewContext;
  /** The version that the store has by now. */
  version(): Promise<number>;
  close(): Promise<void>;
}

interface SourceOptions {
  readonly dataDir: string;
  /** A dataset folder in place of the store; undefined for the store, or where there is none the shipped dataset. */
  readonly datasetDir: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Opens the store of a data folder to read only, also beside a server that runs on it; it is never written to. A dataset folder
 * is read through a store of its own, which goes when it is closed. Throws StartError, StoreError.
 */
export async function openPublished({ dataDir, datasetDir, say }: SourceOptions): Promise<PublishedSource> {
  if (datasetDir === undefined && existsSync(join(dataDir, 'onrecord.sqlite'))) {
    const store = await openStore({ dataDir, readOnly: true });
    return toSource(store, () => store.close());
  }
  const folder = datasetDir ?? SHIPPED_DATASET;
  if (datasetDir === undefined)
    say(`There is no store in ${dataDir}: this publishes the dataset that comes with the program.`);
  const dataset = getDataset(folder);
  const own = mkdtempSync(join(tmpdir(), 'onrecord-publish-'));
  let store: Store | undefined;
  const close = async (): Promise<void> => {
    await store?.close();
    rmSync(own, { recursive: true, force: true });
  };
  try {
    store = await openStore({ dataDir: own });
    const source = datasetDir === undefined ? 'shipped' : 'own';
    await provisionStore(store, dataset, { author: 'operator', at: new Date().toISOString(), source });
  } catch (error) {
    await close();
    throw error;
  }
  return toSource(store, close);
}

async function toSource(store: Store, close: () => Promise<void>): Promise<PublishedSource> {
  try {
    const context = await loadContext(store, 'accepted', { isReadOnly: true });
    if (context.network.claims.length === 0)
      throw new StartError('There is nothing to publish: no claim has been accepted.');
    return { context, version: () => store.reader.version(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
