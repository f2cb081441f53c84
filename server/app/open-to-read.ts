import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewContext } from '../../graph-data/views/view-context.ts';
import type { ClaimScope } from '../store/kept-claims.ts';
import { openStore } from '../store/open-store.ts';
import { provisionStore } from '../store/provision-store.ts';
import type { Store } from '../store/store.ts';
import { getDataset, SHIPPED_DATASET } from './dataset-folder.ts';
import { loadContext } from './load-context.ts';

/** The data of a command, opened to read. */
export interface ReadSource {
  readonly context: ViewContext;
  /** The version that the store has by now. */
  version(): Promise<number>;
  close(): Promise<void>;
}

interface SourceOptions {
  readonly dataDir: string;
  /** A dataset folder in place of the store; undefined for the store, or where there is none the shipped dataset. */
  readonly datasetDir?: string | undefined;
  /** `accepted`: what the public may see. */
  readonly scope: ClaimScope;
  readonly say: (line: string) => void;
}

/**
 * Opens the store of a data folder to read only, also beside a server that runs on it; it is never written to. A dataset folder
 * is read through a store of its own, which goes when it is closed. Throws StartError, StoreError.
 */
export async function openToRead({ dataDir, datasetDir, scope, say }: SourceOptions): Promise<ReadSource> {
  if (datasetDir === undefined && existsSync(join(dataDir, 'onrecord.sqlite'))) {
    const store = await openStore({ dataDir, readOnly: true });
    return toSource(store, scope, () => store.close());
  }
  if (datasetDir === undefined)
    say(`There is no store in ${dataDir}: this is of the dataset that comes with the program.`);
  const dataset = getDataset(datasetDir ?? SHIPPED_DATASET);
  const own = mkdtempSync(join(tmpdir(), 'onrecord-read-'));
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
  return toSource(store, scope, close);
}

async function toSource(store: Store, scope: ClaimScope, close: () => Promise<void>): Promise<ReadSource> {
  try {
    const context = await loadContext(store, scope, { isReadOnly: true });
    return { context, version: () => store.reader.version(), close };
  } catch (error) {
    await close();
    throw error;
  }
}
