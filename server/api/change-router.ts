import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, RequestHandler, Response } from 'express';
import { Router } from 'express';
import type { ChangeOperation, ChangeRoute } from '../../graph-data/contract/change-routes.ts';
import { CHANGE_ROUTES } from '../../graph-data/contract/change-routes.ts';
import type { SessionAnswer } from '../../graph-data/contract/writes.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { AccessOptions } from './access.ts';
import { requireRole } from './access.ts';
import type { ContextSource } from './api-router.ts';
import type { Asked, Reply } from './change-calls.ts';
import { CHANGE_CALLS } from './change-calls.ts';
import type { Changes, Events, Jobs } from './changes.ts';
import { createEventStream } from './event-stream.ts';
import { KeyedAnswers, readKey } from './idempotency.ts';
import type { RateLimits } from './rate-limits.ts';
import { limitRate } from './rate-limits.ts';
import { bodyOf, readBody } from './read-body.ts';
import { parametersOf } from './request-checks.ts';
import { visitorOf } from './visitor.ts';
import { createWriteGuard } from './write-guard.ts';

export interface ChangeRouterOptions {
  readonly access: AccessOptions;
  readonly limits: RateLimits;
  readonly getContext: ContextSource;
  /** Undefined refuses them all. */
  readonly changes?: Changes | undefined;
  readonly jobs?: Jobs | undefined;
  readonly events?: Events | undefined;
  /** Aborted when the server stops, so that streams end. */
  readonly stopping?: AbortSignal | undefined;
  /** The language model that can be asked, and the certainty from which proposals are worth showing. */
  readonly reading?: (() => Pick<SessionAnswer, 'model' | 'threshold'>) | undefined;
  /** Milliseconds since 1970, for how long answers are kept under their key. */
  readonly nowMs: () => number;
}

/** The calls that change the dataset, and those that read what was changed, one a route of the contract. */
export function createChangeRouter(options: ChangeRouterOptions): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const answers = new KeyedAnswers<Reply>(options.nowMs);
  const checks = toChecks(options);
  for (const [operation, route] of Object.entries(CHANGE_ROUTES) as [ChangeOperation, ChangeRoute][]) {
    const path = route.path.replace(/\{(\w+)\}/g, ':$1');
    const answer = operation === 'streamEvents' ? createEventStream(options) : toHandler(operation);
    router[route.method](path, ...checks(operation, route), answer);
  }
  return router;

  function toHandler(operation: Exclude<ChangeOperation, 'streamEvents'>): RequestHandler {
    return async (request, response) => {
      const abandoned = new AbortController();
      response.once('close', () => abandoned.abort(new Error('nobody waits for the answer any more')));
      const asked = toAsked(options, request, response, abandoned.signal);
      const key = request.method === 'POST' ? readKey(request.get('Idempotency-Key')) : undefined;
      const call = async (): Promise<Reply> => CHANGE_CALLS[operation](asked);
      try {
        const { author, body } = asked;
        const target = `${request.method} ${request.originalUrl}`;
        const reply = await (key === undefined
          ? call()
          : answers.answer({ author, key, target, body }, call));
        await send(response, CHANGE_ROUTES[operation], reply);
      } catch (error) {
        if (!abandoned.signal.aborted) throw error;
      }
    };
  }
}

/** What a request has to pass before its call, in order: where it comes from, who makes it, how many there were, its body. */
function toChecks({ access, limits }: ChangeRouterOptions) {
  const guard = createWriteGuard(access);
  const isEditor = requireRole('editor');
  const limitWrites = limitRate(limits, 'writes');
  const limitExtraction = limitRate(limits, 'extraction');
  const limitFetches = limitRate(limits, 'fetches');
  return (operation: ChangeOperation, { method, role, body }: ChangeRoute): RequestHandler[] => [
    ...(method === 'get' ? [] : [guard]),
    ...(role === undefined ? [] : [isEditor]),
    ...(method === 'get' ? [] : [limitWrites]),
    ...(operation === 'addDocument' ? [limitExtraction] : []),
    ...(body === undefined ? [] : [readBody(body.mediaTypes, body.largest)]),
    ...(operation === 'addDocument' ? [ifFetching(limitFetches)] : []),
  ];
}

/** Counts only requests that name an address and give no text: those are fetched. */
function ifFetching(limit: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (isAddressAlone(request)) void limit(request, response, next);
    else next();
  };
}

function isAddressAlone(request: Request): boolean {
  if (request.is('application/json') === false) return false;
  try {
    // Whole, however long it is: an address may be padded to any length.
    const body: unknown = JSON.parse(new TextDecoder().decode(bodyOf(request)));
    return typeof body === 'object' && body !== null && !('text' in body);
  } catch {
    return false; // the call itself says what is wrong with it
  }
}

function toAsked(
  options: ChangeRouterOptions,
  request: Request,
  response: Response,
  signal: AbortSignal,
): Asked {
  const { getContext, changes, jobs, access } = options;
  const visitor = visitorOf(response);
  const context = getContext(visitor.scope);
  if (context === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
  if (changes === undefined || jobs === undefined)
    throw new OnrecordError('writes-refused', 'this server takes no changes');
  const { id } = request.params;
  return {
    request,
    parameters: parametersOf(request),
    id: typeof id === 'string' ? id : '',
    body: bodyOf(request),
    visitor,
    author: visitor.name ?? '',
    version: context.network.version,
    changes,
    jobs,
    session: { canWrite: !access.readOnly, ...(options.reading?.() ?? { model: null, threshold: 0 }) },
    signal,
  };
}

async function send(response: Response, { status }: ChangeRoute, reply: Reply): Promise<void> {
  response.set('Cache-Control', 'no-cache');
  if ('json' in reply) {
    if (reply.location !== undefined) response.location(reply.location);
    response
      .status(status ?? 200)
      .type('application/json')
      .send(JSON.stringify(reply.json));
    return;
  }
  response.attachment(reply.filename).type(reply.mediaType);
  await pipeline(Readable.from(reply.pieces), response);
}
