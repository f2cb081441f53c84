import { join } from 'node:path';
import compression from 'compression';
import type { Express } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { API_ROOT } from '../../graph-data/contract/routes.ts';
import type { AccessOptions, KnownToken } from './access.ts';
import { isOperated, recogniseVisitor, requireRole } from './access.ts';
import type { ContextSource } from './api-router.ts';
import { createApiRouter } from './api-router.ts';
import type { ChangeRouterOptions } from './change-router.ts';
import { createChangeRouter } from './change-router.ts';
import type { Changes, Events, Jobs } from './changes.ts';
import { renderDocsPage } from './docs-page.ts';
import { createMetricsHandler, RequestMetrics } from './metrics.ts';
import { answerNotFound, createErrorHandler } from './problem-response.ts';
import type { RateLimits } from './rate-limits.ts';
import { limitRate, LOCAL_LIMITS, OPEN_LIMITS } from './rate-limits.ts';
import { checkMethod, checkTarget, createHostCheck, ignorePreconditions } from './request-checks.ts';
import { createSecurityHeaders, EMBED_PATH } from './security-headers.ts';

export interface AppOptions {
  /** The address the server listens on. */
  readonly host: string;
  /** Who may sign in where others reach the address; nobody unless given. */
  readonly tokens?: readonly KnownToken[] | undefined;
  /** A public site: nothing can be changed, and pages of other sites may read. */
  readonly readOnly?: boolean | undefined;
  /** Those for the address unless given. */
  readonly limits?: RateLimits | undefined;
  /** The built page; undefined serves the API alone. */
  readonly pageDir?: string | undefined;
  readonly programVersion: string;
  readonly log: Logger;
  readonly getContext: ContextSource;
  /** What changes are made through; undefined refuses them all. */
  readonly changes?: Changes | undefined;
  readonly jobs?: Jobs | undefined;
  readonly events?: Events | undefined;
  readonly stopping?: AbortSignal | undefined;
  /** Of finished answers that are kept to be given again; 64 MB unless given. */
  readonly keptBytes?: number | undefined;
  readonly reading?: ChangeRouterOptions['reading'];
  /** Milliseconds since 1970. */
  readonly nowMs?: (() => number) | undefined;
}

/** Files are small and given whole: a Range is passed over, so that none can be out of bounds. */
const WHOLE = { acceptRanges: false };

/** The whole HTTP surface: checks, the API, the page, its reference, and health. Never listens itself. */
export function createApp(options: AppOptions): Express {
  const { host, getContext, log, pageDir, tokens = [], readOnly = false, nowMs = Date.now } = options;
  const access: AccessOptions = { host, tokens, readOnly };
  const limits = options.limits ?? (isOperated(access) ? LOCAL_LIMITS : OPEN_LIMITS);
  const metrics = new RequestMetrics();
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false); // hashing computed bodies costs a tenth of the time
  app.set('query parser', false);
  app.enable('strict routing'); // /docs/ would look for its style sheet below itself
  app.enable('case sensitive routing');

  app.use(logRequests(log, metrics));
  app.use(createSecurityHeaders());
  app.use(createHostCheck(options.host));
  app.use(checkTarget);
  app.use(checkMethod);
  app.use(ignorePreconditions);
  app.use(compression());

  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', (_request, response) => {
    const isReady = getContext('all') !== undefined || getContext('accepted') !== undefined;
    response
      .status(isReady ? 200 : 503)
      .type('text/plain')
      .send(isReady ? 'ready\n' : 'not ready\n');
  });
  app.get(
    '/docs',
    (_request, response) => void response.type('html').send(renderDocsPage(options.programVersion)),
  );
  app.get('/docs.css', (_request, response) =>
    response.sendFile(join(import.meta.dirname, 'docs.css'), { ...WHOLE }),
  );
  app.get(
    '/metrics',
    recogniseVisitor(access),
    requireRole('reader'),
    createMetricsHandler({ metrics, getContext, jobs: options.jobs }),
  );
  if (readOnly) app.use(API_ROOT, openToOtherSites);
  app.use(API_ROOT, recogniseVisitor(access));
  const limitSearch = limitRate(limits, 'search');
  app.use(API_ROOT, createApiRouter(getContext, options.programVersion, limitSearch, options.keptBytes));
  app.use(API_ROOT, createChangeRouter({ ...options, access, limits, nowMs }));

  if (pageDir !== undefined) {
    app.get(EMBED_PATH, (_request, response) =>
      response
        .set('Cache-Control', 'no-cache')
        .sendFile(join(pageDir, 'embed.html'), { ...WHOLE, cacheControl: false }),
    );
    // File names under assets/ hold a hash of their content, the page itself does not.
    app.use(
      '/assets',
      express.static(join(pageDir, 'assets'), {
        ...WHOLE,
        immutable: true,
        maxAge: '1y',
        index: false,
        redirect: false,
      }),
    );
    app.use(
      express.static(pageDir, {
        ...WHOLE,
        cacheControl: false,
        redirect: false,
        setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache'),
      }),
    );
  }
  app.use(answerNotFound);
  app.use(createErrorHandler(log));
  return app;
}

/** A token has no place in an address, yet a mistaken one must not reach the log. */
function hideSecrets(url: string): string {
  return url.replace(
    /([?&][^=&]*(?:token|key|secret|password|authori[sz]ation|bearer)[^=&]*=)[^&]*/gi,
    '$1…',
  );
}

function logRequests(log: Logger, metrics: RequestMetrics): express.RequestHandler {
  return (request, response, next) => {
    response.on('finish', () => {
      metrics.count(response.statusCode);
      const url = hideSecrets(request.originalUrl);
      log.info({ method: request.method, url, status: response.statusCode }, 'request');
    });
    next();
  };
}

/** What a public site answers to everyone, the page of another site may read too; it can change nothing. */
const openToOtherSites: express.RequestHandler = (request, response, next) => {
  if (request.method === 'GET' || request.method === 'HEAD')
    response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' });
  next();
};
