import type { Browser } from 'playwright-core';

declare global {
  interface Window {
    firstPictureMs?: number;
  }
}

/**
 * Opens the program's page and answers how long it took from the start of its loading to the frame that shows the first
 * lines of the network, in milliseconds. Nothing is animated; every page has a cache of its own.
 */
export async function timeFirstPicture(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      const told = (): void => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() => (window.firstPictureMs ??= performance.now())),
        );
      };
      for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
        const prototype = kind.prototype as unknown as Record<string, (...given: number[]) => void>;
        for (const [name, at] of [
          ['drawArrays', 2],
          ['drawArraysInstanced', 3],
        ] as const) {
          const draw = prototype[name];
          if (draw === undefined) continue;
          prototype[name] = function (this: unknown, ...given: number[]): void {
            draw.apply(this, given);
            if ((given[at] ?? 0) > 1) told();
          };
        }
      }
    });
    await page.goto(address);
    const handle = await page.waitForFunction(() => window.firstPictureMs, undefined, { timeout: 120_000 });
    return (await handle.jsonValue()) ?? NaN;
  } finally {
    await context.close();
  }
}
