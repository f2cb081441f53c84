import { setTimeout as sleep } from 'node:timers/promises';

/** All of time and chance that requests need; passed in by tests. */
export interface RequestPace {
  /** Is fulfilled after so long; rejected once the signal is aborted. */
  readonly delay: (ms: number, signal: AbortSignal) => Promise<void>;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A signal that is aborted when a request that begins now has had its time. */
  readonly timeLimit: () => AbortSignal;
}

/** For one request: just below the five minutes after which Node's fetch itself gives up. */
export const TIME_LIMIT_MS = 290_000;

/** The pace of the clock. */
export const CLOCK_PACE: RequestPace = {
  delay: (ms, signal) => sleep(ms, undefined, { signal }),
  random: Math.random,
  now: Date.now,
  timeLimit: () => AbortSignal.timeout(TIME_LIMIT_MS),
};

const FIRST_WAIT_MS = 1000;
/** No wait is longer, whatever a server asks for. */
export const LONGEST_WAIT_MS = 60_000;

/**
 * How long to wait before asking again, in milliseconds: twice as long each time, half of it by chance so that those who were
 * turned away together do not come back together; at least what `Retry-After` says (RFC 9110: seconds or a date), within bounds.
 * @param attempt how often has been asked again already
 */
export function toWaitMs(attempt: number, retryAfter: string | null, { random, now }: RequestPace): number {
  const backoff = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + random() / 2);
  const asked =
    retryAfter === null
      ? 0
      : /^\s*\d+\s*$/.test(retryAfter)
        ? Number(retryAfter) * 1000
        : Date.parse(retryAfter) - now();
  return Math.round(Math.min(LONGEST_WAIT_MS, Math.max(backoff, Number.isNaN(asked) ? 0 : asked)));
}
