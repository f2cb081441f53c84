/** Who changes the store, and when (ISO 8601 instant, UTC). */
export interface LedgerStamp {
  readonly author: string;
  readonly at: string;
}
