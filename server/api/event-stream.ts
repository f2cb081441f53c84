import type { RequestHandler, Response } from 'express';
import { CHANGE_ROUTES } from '../../graph-data/contract/change-routes.ts';
import { parseQuery } from '../../graph-data/contract/parse-query.ts';
import { OnrecordError } from '../../graph-data/model/errors.ts';
import type { ContextSource } from './api-router.ts';
import type { Events, Jobs, ServerEvent } from './changes.ts';
import type { RateLimits } from './rate-limits.ts';
import { parametersOf } from './request-checks.ts';
import { visitorOf } from './visitor.ts';

/** A comment so often keeps proxies and the server itself from closing a quiet stream. */
const COMMENT_EVERY_MS = 15_000;
/** A reader who takes this many bytes less than are sent is cut off. */
const MOST_UNREAD = 1_000_000;

export interface EventStreamOptions {
  readonly getContext: ContextSource;
  readonly limits: Pick<RateLimits, 'streams'>;
  readonly events?: Events | undefined;
  readonly jobs?: Jobs | undefined;
  /** Aborted when the server stops: then every stream ends. */
  readonly stopping?: AbortSignal | undefined;
}

/**
 * Answers with server-sent events until the reader goes away or the server stops: first the version, and to editors the jobs
 * that wait or run; then each change. Throws OnrecordError `too-many-requests` when too many listen.
 */
export function createEventStream({
  getContext,
  limits,
  events,
  jobs,
  stopping,
}: EventStreamOptions): RequestHandler {
  let open = 0;
  return (request, response) => {
    parseQuery(CHANGE_ROUTES.streamEvents.query, parametersOf(request));
    const { role, scope } = visitorOf(response);
    const context = getContext(scope);
    if (context === undefined) throw new OnrecordError('not-ready', 'the dataset is not loaded');
    if (open >= limits.streams)
      throw new OnrecordError('too-many-requests', `expected at most ${limits.streams} readers of events`);
    const isEditor = role !== 'reader';
    // Compression would keep events back until there is enough to compress.
    response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache, no-transform' });
    response.flushHeaders();
    if (request.method === 'HEAD' || stopping?.aborted === true) {
      response.end();
      return;
    }
    const send = (event: ServerEvent): void => {
      if (event.kind === 'version') write(response, 'version', { version: event.version });
      else if (isEditor) write(response, 'job', event.job);
    };
    send({ kind: 'version', version: context.network.version });
    for (const job of jobs?.list().reverse() ?? [])
      if (job.state === 'queued' || job.state === 'running') send({ kind: 'job', job });
    const unsubscribe = events?.subscribe(send);
    const comment = setInterval(() => response.write(': still here\n\n'), COMMENT_EVERY_MS);
    const end = (): void => void response.end();
    stopping?.addEventListener('abort', end, { once: true });
    open += 1;
    response.once('close', () => {
      open -= 1;
      clearInterval(comment);
      unsubscribe?.();
      stopping?.removeEventListener('abort', end);
    });
  };
}

function write(response: Response, event: string, data: unknown): void {
  if (response.writableLength > MOST_UNREAD) response.destroy();
  else response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}
