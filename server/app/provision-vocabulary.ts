import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import { provisionStore } from '../store/provision-store.ts';
import { sha256Hex } from '../store/sha256-hex.ts';
import type { LedgerStamp } from '../store/ledger-stamp.ts';
import type { Store } from '../store/store.ts';
import { readDatasetFolder, SHIPPED_DATASET } from './dataset-folder.ts';

/**
 * Gives an empty store the vocabulary that tables and reports are read by, without the two reports that come with the
 * program: they are not the operator's. One that holds anything stays as it is.
 */
export async function provisionVocabulary(store: Store, stamp: LedgerStamp): Promise<void> {
  const shipped = readDatasetFolder(SHIPPED_DATASET);
  if (!shipped.ok || !(await store.reader.isEmpty())) return;
  const alone: Dataset = { ...shipped.dataset, actors: [], documents: [], claims: [], hash: sha256Hex('') };
  await provisionStore(store, alone, { ...stamp, source: 'own' });
}
