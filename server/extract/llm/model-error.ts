import { OnrecordError } from '../../../graph-data/model/errors.ts';

/**
 * A language model that gave no answer: OnrecordError `model-unavailable`, the reason a plain sentence for the person who asked
 * for it. It carries no cause: what a failed request throws may hold its headers, and with them the key.
 */
export function modelUnavailable(reason: string): OnrecordError {
  return new OnrecordError('model-unavailable', reason, [{ pointer: '/engine', detail: reason }]);
}
