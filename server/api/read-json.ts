import type { z } from 'zod';
import { parseBody } from '../../graph-data/contract/parse-body.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';

/** What a JSON body in UTF-8 holds. Throws OnrecordError `malformed-body`, `unknown-value` or `out-of-bounds`. */
export function readJson<S extends z.ZodType>(schema: S, bytes: Uint8Array): z.output<S> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const detail = 'expected JSON in UTF-8';
    throw new OnrecordError('malformed-body', detail, [{ pointer: '/body', detail }], { cause: error });
  }
  return parseBody(schema, value);
}
