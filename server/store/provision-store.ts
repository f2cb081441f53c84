import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import type { LedgerStamp } from './ledger-stamp.ts';
import type { DatasetSource, LoadHistory, Store } from './store.ts';
import { StoreError } from './store-error.ts';

/**
 * What became of a dataset at the start: `loaded` into an empty store; `unchanged`, the store holds it; `replaced`, a newer
 * shipped dataset took the place of an older one; `kept`, the store holds something else, which stays.
 */
export type Provision = 'loaded' | 'unchanged' | 'replaced' | 'kept';

/**
 * Gives the store a dataset to start with, in one transaction. Throws StoreError `other-dataset` when an operator's own
 * dataset meets a store that holds something else: nothing of theirs is ever replaced unasked.
 */
export async function provisionStore(
  store: Store,
  dataset: Dataset,
  stamp: LedgerStamp & { readonly source: DatasetSource },
): Promise<Provision> {
  return store.transact(async (transactor) => {
    const decision = decideProvision(await transactor.readLoadHistory(), dataset.hash, stamp.source);
    if (decision === 'refused') {
      throw new StoreError(
        'other-dataset',
        'The store already holds other data, and a dataset is loaded into an empty store only: ' +
          'choose an empty DATA_DIR for it, or start without --dataset to see what is there.',
      );
    }
    if (decision === 'loaded' || decision === 'replaced') await transactor.loadDataset(dataset, stamp);
    return decision;
  });
}

/**
 * The rule behind {@link provisionStore}. A shipped dataset is replaced only while the ledger holds nothing but shipped
 * datasets: then everything in the store came with the program, and no one's work is lost.
 */
export function decideProvision(
  history: LoadHistory,
  hash: string,
  source: DatasetSource,
): Provision | 'refused' {
  if (history.entries === 0) return 'loaded';
  if (history.loads.at(-1)?.hash === hash) return 'unchanged';
  if (source === 'own') return 'refused';
  const isAllShipped =
    history.loads.length === history.entries && history.loads.every((load) => load.source === 'shipped');
  return isAllShipped ? 'replaced' : 'kept';
}
