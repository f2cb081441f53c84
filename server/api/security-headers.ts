import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { PAGE_POLICY } from './page-policy.ts';

/** Below the page's root: one picture to be framed by the pages of others. */
export const EMBED_PATH = '/embed';

/**
 * Sets the headers that keep the page to itself: see PAGE_POLICY, and no framing. Upgrading to https is left out: the server
 * speaks plain http and a proxy before it decides. `/embed` alone may be framed, by anyone, and frames nothing itself: what
 * is served there holds nothing that changes anything, so that nobody can be led to press it unseen.
 */
export function createSecurityHeaders(): RequestHandler {
  const page = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...PAGE_POLICY, frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const embed = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...PAGE_POLICY, frameSrc: ["'none'"], frameAncestors: ['*'] },
    },
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: false,
  });
  return (request, response, next) => {
    (request.path === EMBED_PATH ? embed : page)(request, response, next);
  };
}
