import type { RequestHandler } from 'express';
import helmet from 'helmet';
import { PAGE_POLICY } from './page-policy.ts';

/**
 * Sets the headers that keep the page to itself: scripts, styles, images and requests from this server only, nothing
 * inline, no framing. Upgrading to https is left out: the server speaks plain http and a proxy before it decides.
 */
export function createSecurityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...PAGE_POLICY, frameAncestors: ["'none'"] },
    },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
}
