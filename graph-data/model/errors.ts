/** Every way a request or a piece of input can be at fault. The wire status of each is in `contract/problems.ts`. */
export const PROBLEM_CODES = [
  'malformed-url',
  'malformed-parameter',
  'unknown-parameter',
  'unknown-value',
  'out-of-bounds',
  'malformed-cursor',
  'not-found',
  'method-not-allowed',
  'malformed-body',
  'not-acceptable-host',
  'writes-refused',
  'unauthorised',
  'forbidden',
  'conflict',
  'cannot-be-undone',
  'body-too-large',
  'uri-too-long',
  'unsupported-media-type',
  'unreadable-document',
  'address-refused',
  'fetch-failed',
  'model-unavailable',
  'idempotency-mismatch',
  'too-many-requests',
  'not-ready',
  'internal',
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One place in the input that is at fault. `pointer` is a JSON Pointer (`/query/limit`, `/path/id`). */
export interface FaultDetail {
  readonly pointer: string;
  readonly detail: string;
}

/** A failure with a code from the closed list; carries every place at fault, not only the first. */
export class OnrecordError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FaultDetail[];

  constructor(
    code: ProblemCode,
    message: string,
    errors: readonly FaultDetail[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'OnrecordError';
    this.code = code;
    this.errors = errors;
  }
}
