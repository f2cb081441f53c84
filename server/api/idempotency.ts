import { createHash } from 'node:crypto';
import { LONGEST_KEY } from '../../graph-data/contract/change-routes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';

/** How long an answer is kept under its key. */
const KEPT_MS = 24 * 60 * 60 * 1000;
const MOST_KEYS = 10_000;

/** A request that carries a key. */
export interface KeyedRequest {
  readonly author: string;
  readonly key: string;
  /** Method and address. */
  readonly target: string;
  readonly body: Uint8Array;
}

interface KeptAnswer<Answer> {
  /** Of target and body. */
  readonly hash: string;
  readonly atMs: number;
  readonly answer: Promise<Answer>;
}

/**
 * Answers by the key that their requests carried. A request that comes again, also while the first is still being answered,
 * is answered the same and nothing is done twice. What was refused is forgotten, since nothing was done. Kept in memory: for
 * 24 hours, the last 10,000, until the server stops.
 */
export class KeyedAnswers<Answer> {
  readonly #kept = new Map<string, KeptAnswer<Answer>>();
  readonly #nowMs: () => number;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  /** Throws OnrecordError `idempotency-mismatch` where the author sent the key with another request. */
  answer({ author, key, target, body }: KeyedRequest, make: () => Promise<Answer>): Promise<Answer> {
    this.#forgetOld();
    const place = JSON.stringify([author, key]);
    const hash = createHash('sha256').update(`${target}\n`).update(body).digest('hex');
    const known = this.#kept.get(place);
    if (known !== undefined) {
      if (known.hash === hash) return known.answer;
      const detail =
        'the key was sent with another address or body before: take a new one for another request';
      throw new OnrecordError('idempotency-mismatch', detail, [
        { pointer: '/header/idempotency-key', detail },
      ]);
    }
    const kept = { hash, atMs: this.#nowMs(), answer: make() };
    this.#kept.set(place, kept);
    kept.answer.catch(() => {
      if (this.#kept.get(place) === kept) this.#kept.delete(place);
    });
    return kept.answer;
  }

  /** Keys stand in the order they came: the oldest are the first. */
  #forgetOld(): void {
    for (const [place, { atMs }] of this.#kept) {
      if (this.#kept.size < MOST_KEYS && this.#nowMs() - atMs < KEPT_MS) return;
      this.#kept.delete(place);
    }
  }
}

/** The key of a request, undefined where it has none. Throws OnrecordError `malformed-parameter`. */
export function readKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  if (header.length <= LONGEST_KEY && /^[\x21-\x7e]+$/.test(header)) return header;
  const detail = `expected 1 to ${LONGEST_KEY} visible ASCII characters`;
  throw new OnrecordError('malformed-parameter', `Idempotency-Key: ${detail}`, [
    { pointer: '/header/idempotency-key', detail },
  ]);
}
