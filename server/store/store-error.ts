/** Every way a store can refuse to open or to load. */
export type StoreErrorCode =
  /** Another process writes to the same folder. */
  | 'held'
  /** There is no store to read. */
  | 'missing'
  /** The file is not a store, or is damaged. */
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
