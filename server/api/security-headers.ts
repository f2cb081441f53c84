import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** Below the page's root: one picture to be framed by the pages of others. */
export const EMBED_PATH = '/embed';

/** What the page may load: scripts, styles, images, frames and requests from its own server only, nothing inline. */
const PAGE_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
};

/**
 * Sets the headers that keep the page to itself: see PAGE_POLICY, and no framing. Upgrading to https is left out: the server
 * speaks plain http and a proxy before it decides. `/embed` alone may be framed, by anyone, and frames nothing itself: what
 * is served there holds nothing that changes anything, so that nobody can be led to press it unseen.
 */
export function createSecurityHeaders(): RequestHandler {
  const page = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      // The page shows what it gives others to embed.
      directives: { ...PAGE_POLICY, frameSrc: ["'self'"], frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  const embed = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...PAGE_POLICY, frameAncestors: ['*'] },
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
