import { OnrecordError } from '../../../graph-data/model/errors.ts';

/** A document that cannot be read: OnrecordError `unreadable-document`, the reason a plain sentence for the person who gave it. */
export function unreadable(reason: string): OnrecordError {
  return new OnrecordError('unreadable-document', reason, [{ pointer: '/document', detail: reason }]);
}

/** An address that is never fetched: OnrecordError `address-refused`. */
export function addressRefused(reason: string): OnrecordError {
  return new OnrecordError('address-refused', reason, [{ pointer: '/url', detail: reason }]);
}

/** An address that gave no document: OnrecordError `fetch-failed`. */
export function fetchFailed(reason: string, cause?: unknown): OnrecordError {
  return new OnrecordError('fetch-failed', reason, [{ pointer: '/url', detail: reason }], { cause });
}
