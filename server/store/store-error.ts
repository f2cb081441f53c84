/** Every way a store can refuse to open or to load. */
export type StoreErrorCode =
  /** Another process writes to the same folder. */
  | 'held'
  /** There is no store to read. */
  | 'missing'
  /** The file is not a store, is damaged, or cannot be opened and written. */
  | 'unreadable'
  /** A newer program wrote it. */
  | 'newer'
  /** It holds another dataset than the one to be loaded. */
  | 'other-dataset';

/** A store's refusal; the message is one plain sentence for the person who starts the program. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StoreError';
    this.code = code;
  }
}

/** SQLite's codes for a damaged file and for one that is no database. */
const DAMAGED = new Set([11, 26]);
/** For a disk that is full or fails, and files that may not be opened or written. */
const OUT_OF_REACH = new Set([3, 8, 10, 13, 14, 23]);

/** What SQLite met in a data folder, in words; any other error as it is. */
export function toStoreError(error: unknown, dataDir: string): unknown {
  const code = ((error as { errcode?: number }).errcode ?? 0) & 0xff; // the rest of it says more closely which
  const message = DAMAGED.has(code)
    ? `A file of the store in ${dataDir} is damaged or is no store.`
    : `The store in ${dataDir} cannot be opened and written (${error instanceof Error ? error.message : ''}).`;
  if (!DAMAGED.has(code) && !OUT_OF_REACH.has(code)) return error;
  return new StoreError('unreadable', message, { cause: error });
}
