import type { Dataset } from '../../graph-data/formats/dataset/dataset.ts';
import type { ActorId } from '../../graph-data/model/ids.ts';
import type { NetworkInput } from '../../graph-data/network/network.ts';
import type { DatasetReader } from '../../graph-data/views/dataset-reader.ts';

/** Where a dataset came from: with the program, or from a folder the operator named. */
export type DatasetSource = 'shipped' | 'own';

/** Who changes the store, and when (ISO 8601 instant, UTC). */
export interface LedgerStamp {
  readonly author: string;
  readonly at: string;
}

/** What the ledger says of the datasets loaded. */
export interface LoadHistory {
  /** Entries of every kind: 0 for an empty store. */
  readonly entries: number;
  /** The datasets in order of loading; the last is the one the store holds. */
  readonly loads: readonly { readonly hash: string; readonly source: DatasetSource }[];
}

/** Where each actor stands: x and y in turn, a pair for each id in order. */
export interface StoredLayout {
  /** Sorted. */
  readonly ids: readonly ActorId[];
  readonly positions: Float64Array;
}

/** Reads committed data; never sees half a change. */
export interface StoreReader extends DatasetReader {
  /** The number of the last ledger entry; 0 for an empty store. */
  version(): Promise<number>;
  isEmpty(): Promise<boolean>;
  readLoadHistory(): Promise<LoadHistory>;
  /**
   * What `build` makes of all that stays in memory, at one version. The claims are read as `build` asks for them, and cannot
   * be read after it.
   */
  readNetwork<T>(build: (input: NetworkInput) => T): Promise<T>;
  /** Undefined when none is stored for this version. */
  readLayout(version: number): Promise<StoredLayout | undefined>;
}

/** Reads and writes inside one transaction, which sees its own changes. */
export interface StoreTransactor extends StoreReader {
  /** After it the store holds this dataset and nothing else but its ledger; answers the new version. */
  loadDataset(dataset: Dataset, stamp: LedgerStamp & { readonly source: DatasetSource }): Promise<number>;
  /**
   * Keeps the layout of the present version and forgets those of others. False, and nothing changed, when the dataset has
   * moved on from `version`.
   */
  writeLayout(version: number, layout: StoredLayout): Promise<boolean>;
}

export interface Store {
  readonly reader: StoreReader;
  /**
   * Runs one change: all of it is on disk when the promise is kept, nothing of it when `change` or the disk fails. Changes
   * wait for each other. Rejects on a store opened to read only.
   */
  transact<T>(change: (transactor: StoreTransactor) => Promise<T>): Promise<T>;
  /** Ends everything and lets other processes in. Closing twice does no harm. */
  close(): Promise<void>;
}
