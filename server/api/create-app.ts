import { join } from 'node:path';
import compression from 'compression';
import type { Express } from 'express';
import express from 'express';
import type { Logger } from 'pino';
import { API_ROOT } from '../../graph-data/contract/routes.ts';
import type { ContextSource } from './api-router.ts';
import { createApiRouter } from './api-router.ts';
import type { Changes } from './change-router.ts';
import { createChangeRouter } from './change-router.ts';
import { renderDocsPage } from './docs-page.ts';
import { answerNotFound, createErrorHandler } from './problem-response.ts';
import { checkMethod, checkTarget, createHostCheck, ignorePreconditions } from './request-checks.ts';
import { createSecurityHeaders } from './security-headers.ts';

export interface AppOptions {
  /** The address the server listens on. */
  readonly host: string;
  /** The built page; undefined serves the API alone. */
  readonly pageDir?: string | undefined;
  readonly programVersion: string;
  readonly log: Logger;
  readonly getContext: ContextSource;
  /** What changes are made through; undefined refuses them all. */
  readonly changes?: Changes | undefined;
}

/** Files are small and given whole: a Range is passed over, so that none can be out of bounds. */
const WHOLE = { acceptRanges: false };

/** The whole HTTP surface: checks, the API, the page, its reference, and health. Never listens itself. */
export function createApp(options: AppOptions): Express {
  const { getContext, log, pageDir } = options;
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false); // hashing computed bodies costs a tenth of the time
  app.set('query parser', false);
  app.enable('strict routing'); // /docs/ would look for its style sheet below itself
  app.enable('case sensitive routing');

  app.use(logRequests(log));
  app.use(createSecurityHeaders());
  app.use(createHostCheck(options.host));
  app.use(checkTarget);
  app.use(checkMethod);
  app.use(ignorePreconditions);
  app.use(compression());

  app.get('/healthz', (_request, response) => void response.type('text/plain').send('ok\n'));
  app.get('/readyz', (_request, response) => {
    const isReady = getContext() !== undefined;
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
  app.use(API_ROOT, createApiRouter(getContext, options.programVersion));
  app.use(API_ROOT, createChangeRouter(options));

  if (pageDir !== undefined) {
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

function logRequests(log: Logger): express.RequestHandler {
  return (request, response, next) => {
    response.on('finish', () =>
      log.info({ method: request.method, url: request.originalUrl, status: response.statusCode }, 'request'),
    );
    next();
  };
}
