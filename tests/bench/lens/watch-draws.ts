import type { Page } from 'playwright-core';

declare global {
  interface Window {
    drawWatch?: {
      /** Whether what is drawn next is what is waited for. */
      isDue: boolean;
      /** Told once, by `performance.now()`, when that is on the screen. */
      done: ((ms: number) => void) | undefined;
    };
  }
}

/** Makes the program's page tell when a picture that is due is drawn: call it before the page is opened. */
export async function watchDraws(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watch: NonNullable<Window['drawWatch']> = { isDue: false, done: undefined };
    window.drawWatch = watch;
    const drawn = new Set<WebGL2RenderingContext>();
    for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
      const prototype = kind.prototype as unknown as Record<string, (...given: number[]) => void>;
      for (const name of ['drawArrays', 'drawArraysInstanced']) {
        const draw = prototype[name];
        if (draw === undefined) continue;
        prototype[name] = function (this: unknown, ...given: number[]): void {
          draw.apply(this, given);
          drawn.add(this as WebGL2RenderingContext);
          const { isDue, done } = watch;
          if (!isDue || done === undefined) return;
          watch.done = undefined;
          requestAnimationFrame(() => {
            // Each canvas has its own queue of work: lines and nodes are drawn on two.
            for (const gl of drawn) gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
            requestAnimationFrame(() => done(performance.now()));
          });
        };
      }
    }
  });
}
