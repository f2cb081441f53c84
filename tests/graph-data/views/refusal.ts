import { OnrecordError } from '../../../graph-data/model/errors.ts';

/** The OnrecordError that a call ends in. */
export async function refusalOf(call: () => unknown): Promise<OnrecordError> {
  try {
    await call();
  } catch (error) {
    if (error instanceof OnrecordError) return error;
    throw error;
  }
  throw new Error('the call was answered');
}
