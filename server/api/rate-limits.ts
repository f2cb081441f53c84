import type { Request, RequestHandler, Response } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import { visitorOf } from './visitor.ts';

/** What is counted apart. */
export type LimitedWork = 'writes' | 'extraction' | 'fetches' | 'search';

/** Requests a minute that one visitor, or one address of the public, may make; Infinity for as many as they like. */
export interface RateLimits extends Readonly<Record<LimitedWork, number>> {
  /** Readers of events at once, all visitors together. */
  readonly streams: number;
}

/** On a loopback address the limits only stop a program that has gone wild. */
export const LOCAL_LIMITS: RateLimits = {
  writes: 60_000,
  extraction: 3000,
  fetches: 600,
  search: Infinity,
  streams: 200,
};
export const OPEN_LIMITS: RateLimits = {
  writes: 600,
  extraction: 60,
  fetches: 20,
  search: 120,
  streams: 200,
};

const WINDOW_MS = 60_000;

/**
 * Counts requests by visitor, and refuses what is over the limit until the minute is over, saying when in Retry-After.
 * Throws OnrecordError `too-many-requests`.
 */
export function limitRate(limits: RateLimits, work: LimitedWork): RequestHandler {
  const limit = limits[work];
  if (limit === Infinity) return (_request, _response, next) => next();
  const refuse: RequestHandler = (_request, _response, next) => {
    const detail = `expected at most ${limit} a minute (${work})`;
    next(new OnrecordError('too-many-requests', detail, [{ pointer: '/header/authorization', detail }]));
  };
  return rateLimit({
    windowMs: WINDOW_MS,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    identifier: work,
    keyGenerator: toKey,
    handler: refuse,
  });
}

function toKey(request: Request, response: Response): string {
  return visitorOf(response).name ?? ipKeyGenerator(request.ip ?? '');
}
